#include <optional>
#include <string>
#include <utility>

#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

using mapping::RowRole;

// A row that carries sums, in the order of the document.
struct Carried {
  const TableAnalysis* table = nullptr;
  int row = -1;
};

bool says_nothing(RowRole role) {
  return role == RowRole::header || role == RowRole::blank || role == RowRole::note || role == RowRole::section;
}

void compare(const Carried& from, const Carried& to, Report& report) {
  const Figures& left = from.table->figures;
  const Figures& right = to.table->figures;
  if (left.columns() != right.columns()) return;
  for (int c = 0; c < left.columns(); ++c) {
    const Figure& carried = left.at({from.row, c});
    const Figure& brought = right.at({to.row, c});
    if (carried.known != Known::printed || brought.known != Known::printed) continue;
    if (carried.amount.unit != brought.amount.unit) continue;
    report.tested(1);
    if (carried.interval.meets(brought.interval)) continue;
    model::Finding finding;
    finding.table = right.reading().table;
    finding.reported = brought.amount.value.to_string();
    finding.expected = carried.amount.value.to_string();
    const model::Micro difference = model::micro(brought.amount.value) - model::micro(carried.amount.value);
    finding.difference = model::micro_to_string(difference);
    finding.message = "En " + guillemets(right.column_name(c), 60) + ", " + guillemets(right.row_name(to.row)) +
                      " trae " + written(brought.amount) + ", pero " + guillemets(left.row_name(from.row)) +
                      " de la hoja anterior llevaba " + written(carried.amount) + ".";
    finding.steps = {"  " + written(carried.amount) + "  " + left.row_name(from.row),
                     "≠ " + written(brought.amount) + "  " + right.row_name(to.row)};
    finding.evidence = {evidence_of(*to.table, {to.row, c}, model::Role::reported),
                        evidence_of(*from.table, {from.row, c}, model::Role::expected)};
    report.add(std::move(finding), right.table().title + "|" + right.row_name(to.row) + "|" + right.column_name(c) +
                                       "|" + std::to_string(to.row));
  }
}

}  // namespace

// The sums that a sheet brings forward are those that the sheet before carried.
void arrastre_no_cuadra(const Context& context, Report& report) {
  std::optional<Carried> last;  // nothing else was printed since
  for (const TableAnalysis& table : context.tables) {
    const mapping::TableReading& reading = table.figures.reading();
    for (std::size_t r = 0; r < reading.rows.size(); ++r) {
      const RowRole role = reading.rows[r].role;
      if (says_nothing(role)) continue;
      if (role != RowRole::carried) {
        last.reset();
        continue;
      }
      const Carried here{&table, static_cast<int>(r)};
      if (last) compare(*last, here, report);
      last = here;
    }
  }
}

}  // namespace cotejo::checks
