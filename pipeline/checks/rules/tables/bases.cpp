#include "pipeline/checks/rules/tables/bases.h"

#include <algorithm>
#include <optional>

#include "pipeline/checks/arithmetic/share.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

bool is_line(const Figures& figures, int row) {
  return figures.row(row).body && !figures.row(row).total;
}

// The one total of a column: as printed in the table's only total row.
std::optional<Place> total_of(const Figures& figures, int column) {
  std::optional<Place> place;
  for (int r = 0; r < figures.rows(); ++r) {
    if (!figures.row(r).body || !figures.row(r).total) continue;
    if (place) return std::nullopt;
    place = Place{r, column};
  }
  if (!place || figures.at(*place).known != Known::printed || figures.at(*place).value <= 0) return std::nullopt;
  return place;
}

// The sign stands with the figure: counts under a head that was read over the wrong column are no percentages.
bool prints_percent(const Figures& figures, Place place) {
  const int cell = figures.at(place).cell;
  return cell >= 0 && figures.table().cells[static_cast<std::size_t>(cell)].text.find('%') != std::string::npos;
}

// Columns of one thing in two periods.
bool other_period(const mapping::ColumnReading& a, const mapping::ColumnReading& b) {
  return a.measure == b.measure && a.unit == b.unit && (a.vigencia != b.vigencia || a.period != b.period);
}

// Whether every share of the column is its line's part of `whole`, and how many digits that tells.
double digits_told(const Figures& figures, int percent, int column, double whole) {
  double digits = 0;
  int lines = 0;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& share = figures.at({r, percent});
    const Figure& part = figures.at({r, column});
    if (!is_line(figures, r) || share.known != Known::printed || part.known != Known::printed) continue;
    if (!is_share(part.amount.value.to_double(), whole, share.amount)) return 0;
    if (share.value == 0) continue;
    digits += 2 - share.amount.value.exponent;
    ++lines;
  }
  return lines >= kStaleLines ? digits : 0;
}

bool explained(const TableAnalysis& table, int column) {
  return std::any_of(table.relations.begin(), table.relations.end(), [&](const Relation& relation) {
    return relation.result.column == column && relation.kind != RelationKind::hundred;
  });
}

void report_stale(const TableAnalysis& table, int percent, Place own, Place other, Report& report) {
  const Figures& figures = table.figures;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& share = figures.at({r, percent});
    const Figure& part = figures.at({r, own.column});
    if (!is_line(figures, r) || share.known != Known::printed || part.known != Known::printed || share.value == 0)
      continue;
    // A small share may be right on both.
    const double whole = figures.at(own).amount.value.to_double();
    if (is_share(part.amount.value.to_double(), whole, share.amount)) continue;
    const model::Micro hundredths = share_in_hundredths(part.amount.value.to_double(), whole);
    model::Finding finding;
    finding.table = figures.reading().table;
    finding.reported = model::micro_to_string(share.value);
    finding.expected = model::micro_to_string(hundredths);
    finding.difference = model::micro_to_string(share.value - hundredths);
    finding.message = "Los porcentajes de " + guillemets(figures.column_name(percent), 60) +
                      " se calcularon sobre el total de " + guillemets(figures.column_name(other.column), 60) + " (" +
                      written(figures.at(other).amount) + ") y no sobre el de " +
                      guillemets(figures.column_name(own.column), 60) + " (" + written(figures.at(own).amount) +
                      "): el de " + guillemets(figures.row_name(r)) + " dice " + written(share.amount) + " y es " +
                      written(hundredths, model::Unit::percent) + ".";
    finding.steps = {
        written(part.amount) + " / " + written(figures.at(own).amount) + " = " +
            written(hundredths, model::Unit::percent),
        written(part.amount) + " / " + written(figures.at(other).amount) + " = " + written(share.amount) + " impreso"};
    finding.evidence = {evidence_of(table, {r, percent}, model::Role::reported),
                        evidence_of(table, {r, own.column}, model::Role::source),
                        evidence_of(table, own, model::Role::source), evidence_of(table, other, model::Role::source)};
    report.add(std::move(finding), figures.table().title + "|base|" + figures.column_name(percent));
    return;
  }
}

}  // namespace

void report_stale_bases(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    for (int percent = 0; percent < figures.columns(); ++percent) {
      if (figures.use(percent) != ColumnUse::percent || explained(table, percent)) continue;
      int column = percent - 1;  // what the shares are of stands beside them
      if (column < 0 || figures.use(column) != ColumnUse::additive) continue;
      const std::optional<Place> own = total_of(figures, column);
      if (!own) continue;
      report.tested(1);
      for (int c = 0; c < figures.columns(); ++c) {
        const auto reading = [&](int i) { return figures.reading().columns[static_cast<std::size_t>(i)]; };
        if (c == column || figures.use(c) != ColumnUse::additive || !other_period(reading(c), reading(column)))
          continue;
        const std::optional<Place> other = total_of(figures, c);
        if (!other || figures.at(*other).value == figures.at(*own).value) continue;
        if (digits_told(figures, percent, column, figures.at(*other).amount.value.to_double()) < kStaleDigits) continue;
        report_stale(table, percent, *own, *other, report);
        break;
      }
    }
  }
}

void report_summed_percentages(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    for (int percent = 0; percent < figures.columns(); ++percent) {
      if (figures.use(percent) != ColumnUse::percent) continue;
      const std::optional<Place> total = total_of(figures, percent);
      if (!total || table.fault_at(*total) != nullptr || !prints_percent(figures, *total)) continue;
      model::Micro sum = 0, unit = 0;
      int lines = 0;
      bool parts = true;
      for (int r = 0; r < figures.rows(); ++r) {
        const Figure& share = figures.at({r, percent});
        if (!is_line(figures, r) || share.known != Known::printed || share.value == 0) continue;
        parts = parts && share.value > 0 && share.value <= 100 * model::kMicro;
        unit = std::max(unit, model::micro({1, share.amount.value.exponent}));
        sum += share.value;
        ++lines;
      }
      const model::Micro printed = figures.at(*total).value;
      if (lines < 2 || !parts) continue;
      report.tested(1);
      if (printed <= 100 * model::kMicro + lines * unit || magnitude(printed - sum) > unit) continue;
      model::Finding finding;
      finding.table = figures.reading().table;
      finding.reported = model::micro_to_string(printed);
      finding.message = "El total de " + guillemets(figures.column_name(percent), 60) + " dice " +
                        written(figures.at(*total).amount) +
                        ": es la suma de los porcentajes de sus líneas, y un todo no tiene más de 100 %.";
      finding.steps = {"Los " + std::to_string(lines) + " porcentajes suman " + written(sum, model::Unit::percent)};
      finding.evidence = {evidence_of(table, *total, model::Role::reported)};
      report.add(std::move(finding), figures.table().title + "|suma|" + figures.column_name(percent));
    }
  }
}

}  // namespace cotejo::checks
