#include <algorithm>
#include <array>

#include "pipeline/mapping/columns/meaning.h"
#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/table/cell_figure.h"
#include "pipeline/mapping/table/cell_source.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

// What a column holds: the meanings of [contratos.columna], in this order.
enum class Part : std::uint8_t { number, kind, count, contractor, object, value, additions, paid, balance, date };
constexpr std::array<std::string_view, 10> kParts{"numero", "clase",     "cantidad", "contratista", "objeto",
                                                  "valor",  "adiciones", "pagado",   "saldo",       "fecha"};

std::vector<std::string> levels_of(std::string_view head) {
  std::vector<std::string> levels;
  for (std::size_t at = 0; at <= head.size();) {
    const std::size_t end = std::min(head.find(" / ", at), head.size());
    levels.emplace_back(head.substr(at, end - at));
    at = end + 3;
  }
  return levels;
}

class ContractsReader {
 public:
  explicit ContractsReader(const TableContext& context)
      : table_(context.table()), reading_(context.reading), vocabulary_(context.vocabulary) {
    columns_.fill(-1);
  }

  std::vector<model::Contract> read() {
    std::vector<model::Contract> contracts;
    find_columns();
    if (!speaks_of_contracts()) return contracts;
    for (int r = reading_.header_rows; r < table_.rows; ++r) {
      if (auto contract = contract_of(r)) contracts.push_back(std::move(*contract));
    }
    return contracts;
  }

 private:
  [[nodiscard]] int column(Part part) const { return columns_[static_cast<std::size_t>(part)]; }
  [[nodiscard]] bool has(Part part) const { return column(part) >= 0; }

  // The first column of each meaning.
  void find_columns() {
    for (int c = 0; c < table_.columns; ++c) {
      const std::string& head = reading_.columns[static_cast<std::size_t>(c)].head;
      if (head.empty()) continue;
      const std::string folded = normalise::fold(head);
      says_contract_ = says_contract_ || folded.find("contrat") != std::string::npos;
      const std::string meaning =
          meaning_of(vocabulary_, "contratos.columna", head_text(levels_of(head)), false).meaning;
      for (std::size_t part = 0; part < kParts.size(); ++part) {
        if (meaning == kParts[part] && columns_[part] < 0) columns_[part] = c;
      }
    }
  }

  [[nodiscard]] bool speaks_of_contracts() const {
    const std::string title = normalise::fold(table_.title);
    if (!says_contract_ && title.find("contrato") == std::string::npos &&
        title.find("contratacion") == std::string::npos)
      return false;
    const bool one_by_one = (has(Part::contractor) || has(Part::object)) && (has(Part::value) || has(Part::number));
    const bool by_kind = has(Part::kind) && (has(Part::count) || has(Part::value));
    return one_by_one || by_kind;
  }

  [[nodiscard]] const model::Cell* cell(int row, int column) const {
    const int index = column < 0 ? -1 : reading_.at(row, column).cell;
    return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::string text(int row, Part part) const {
    const model::Cell* here = cell(row, column(part));
    return here == nullptr ? std::string() : one_line(here->text);
  }
  // Nothing where there is no figure, and for percentages.
  [[nodiscard]] std::optional<model::Decimal> figure(int row, Part part) const {
    const model::Cell* here = cell(row, column(part));
    if (here == nullptr || here->text.empty()) return std::nullopt;
    const normalise::NumberReading number = figure_at(table_, reading_, row, column(part));
    if (number.amount.unit == model::Unit::percent) return std::nullopt;
    if (number.kind == normalise::NumberKind::number || number.kind == normalise::NumberKind::dash)
      return number.amount.value;
    // Counts are whole, and so are contracts in pesos: a lone sign before three digits parts thousands.
    if (number.kind == normalise::NumberKind::ambiguous && !number.scaled) return number.as_groups.value;
    return std::nullopt;
  }

  [[nodiscard]] RowRole role_of(int row) const {
    return reading_.rows.size() == static_cast<std::size_t>(table_.rows)
               ? reading_.rows[static_cast<std::size_t>(row)].role
               : RowRole::line;
  }

  [[nodiscard]] std::optional<model::Contract> contract_of(int row) const {
    const RowRole role = role_of(row);
    if (role == RowRole::header || role == RowRole::note || role == RowRole::blank) return std::nullopt;
    model::Contract out;
    out.number = text(row, Part::number);
    out.kind = text(row, Part::kind);
    out.contractor = text(row, Part::contractor);
    out.object = text(row, Part::object);
    out.count = figure(row, Part::count);
    out.value = figure(row, Part::value);
    out.additions = figure(row, Part::additions);
    out.paid = figure(row, Part::paid);
    out.balance = figure(row, Part::balance);
    out.date_text = text(row, Part::date);
    out.total = role == RowRole::total || role == RowRole::subtotal || names_total(row);
    if (!out.value && !out.count && !out.paid && !out.balance) return std::nullopt;
    if (!out.total && out.number.empty() && out.kind.empty() && out.contractor.empty() && out.object.empty())
      return std::nullopt;
    out.source = source(row);
    return out;
  }

  [[nodiscard]] bool names_total(int row) const {
    for (int c = 0; c < table_.columns; ++c) {
      const model::Cell* here = cell(row, c);
      if (here == nullptr || here->text.empty()) continue;
      return begins_with_words(normalise::fold(here->text), "total") ||
             begins_with_words(normalise::fold(here->text), "totales");
    }
    return false;
  }

  // What the row is about is pointed at: its object, else its number, its kind, whatever stands first.
  [[nodiscard]] model::Source source(int row) const {
    int at = -1;
    for (const Part part : {Part::object, Part::number, Part::kind, Part::contractor, Part::value}) {
      const model::Cell* here = cell(row, column(part));
      if (here != nullptr && !here->text.empty()) {
        at = column(part);
        break;
      }
    }
    const model::Cell* here = cell(row, std::max(at, 0));
    return here == nullptr ? model::Source() : source_of(*here, reading_.table, row, std::max(at, 0));
  }

  const model::Table& table_;
  const TableReading& reading_;
  const Vocabulary& vocabulary_;
  std::array<int, kParts.size()> columns_{};
  bool says_contract_ = false;
};

}  // namespace

std::vector<model::Contract> contracts_of(const TableContext& context) {
  return ContractsReader(context).read();
}

}  // namespace cotejo::mapping
