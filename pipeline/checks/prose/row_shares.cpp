#include <algorithm>
#include <optional>

#include "pipeline/checks/arithmetic/share.h"
#include "pipeline/checks/prose/label_tables.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

// What the only total row of a table prints in a column; nothing where it is in doubt.
std::optional<Place> total_of(const TableAnalysis& table, int column) {
  const Figures& figures = table.figures;
  std::optional<Place> place;
  for (int r = 0; r < figures.rows(); ++r) {
    if (!figures.row(r).body || !figures.row(r).total || !figures.row(r).grand) continue;
    if (place) return std::nullopt;
    place = Place{r, column};
  }
  if (!place || figures.at(*place).known != Known::printed || figures.at(*place).value <= 0 ||
      table.fault_at(*place) != nullptr)
    return std::nullopt;
  return place;
}

double value_at(const TableAnalysis& table, Place place) {
  return table.figures.at(place).amount.value.to_double();
}

bool holds(const ToldShare& told, double whole) {
  return is_share(told.count->value(), whole, told.percent->amount);
}

// The total of the same counts in another period of which all that are no shares of their own are shares.
std::optional<Place> stale_base(const LabelTable& table, const std::vector<ToldShare>& wrong) {
  const auto reading = [&](int c) { return table.table->figures.reading().columns[static_cast<std::size_t>(c)]; };
  int digits = 0;
  for (const ToldShare& told : wrong) digits += 2 - told.percent->amount.value.exponent;
  if (digits < kStaleShareDigits) return std::nullopt;
  for (int c = 0; c < table.table->figures.columns(); ++c) {
    const bool other =
        table.table->figures.use(c) == ColumnUse::additive && reading(c).measure == reading(table.count).measure &&
        (reading(c).vigencia != reading(table.count).vigencia || reading(c).period != reading(table.count).period);
    const std::optional<Place> total = other ? total_of(*table.table, c) : std::nullopt;
    if (total && std::all_of(wrong.begin(), wrong.end(),
                             [&](const ToldShare& told) { return holds(told, value_at(*table.table, *total)); }))
      return total;
  }
  return std::nullopt;
}

void tell(const LabelTable& table, const ToldShare& told, Place whole, std::optional<Place> stale,
          std::vector<Contradiction>& found) {
  const Figures& figures = table.table->figures;
  const model::Micro hundredths = share_in_hundredths(told.count->value(), value_at(*table.table, whole));
  Contradiction claim{told.sentence,          told.percent, model::micro_to_string(hundredths), {}, {}, {}, {},
                      figures.reading().table};
  claim.message = "El texto dice " + told.percent->text + " para " + guillemets(label_of(table, told.row), 60) + "; " +
                  told.count->text + " de los " + written(figures.at(whole).amount) + " de " +
                  table_name(figures.table()) + " es " + written(hundredths, model::Unit::percent);
  if (stale)
    claim.message += ": se calculó sobre los " + written(figures.at(*stale).amount) + " de " +
                     guillemets(figures.column_name(stale->column), 60);
  claim.message += ".";
  claim.steps = {
      told.count->text + " / " + written(figures.at(whole).amount) + " = " + written(hundredths, model::Unit::percent),
      "Impreso: " + told.percent->text};
  claim.sources = {evidence_of(*table.table, {told.row, table.count}, model::Role::source),
                   evidence_of(*table.table, whole, model::Role::source)};
  if (stale) claim.sources.push_back(evidence_of(*table.table, *stale, model::Role::source));
  found.push_back(std::move(claim));
}

}  // namespace

void check_row_shares(const LabelTable& table, const std::vector<ToldShare>& shares, std::vector<Contradiction>& found,
                      int& tested) {
  const std::optional<Place> whole = shares.empty() ? std::nullopt : total_of(*table.table, table.count);
  if (!whole) return;
  tested += static_cast<int>(shares.size());
  std::vector<ToldShare> wrong;
  for (const ToldShare& told : shares) {
    if (!holds(told, value_at(*table.table, *whole))) wrong.push_back(told);
  }
  if (wrong.empty()) return;
  if (const std::optional<Place> stale = stale_base(table, wrong)) {
    tell(table, wrong.front(), *whole, stale, found);  // one cause
  } else if (2 * wrong.size() <= shares.size()) {
    for (const ToldShare& told : wrong) tell(table, told, *whole, std::nullopt, found);
  }
}

}  // namespace cotejo::checks
