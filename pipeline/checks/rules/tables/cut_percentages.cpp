#include "pipeline/checks/rules/tables/cut_percentages.h"

#include <algorithm>

#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

struct Cut {
  const TableAnalysis* table = nullptr;
  std::size_t relation = 0;
};

// The figure allows the percentage when it is cut, and not when it is rounded.
bool is_cut(const TableAnalysis& table, std::size_t i) {
  const Relation& relation = table.relations[i];
  const Outcome& outcome = table.outcomes[i];
  const bool allowed = outcome.verdict == Verdict::holds || outcome.verdict == Verdict::rounding;
  const Figure& printed = table.figures.at(relation.result);
  if (relation.kind != RelationKind::ratio || !allowed || outcome.expected < 0 || printed.ocr) return false;
  const model::Micro unit = model::micro({1, printed.amount.value.exponent});
  const model::Micro lost = outcome.expected - outcome.reported;
  return 2 * lost > unit && lost < unit;
}

model::Micro hundredths(model::Micro percent) {
  constexpr model::Micro hundredth = model::kMicro / 100;
  return (percent + hundredth / 2) / hundredth * hundredth;
}

}  // namespace

void report_cut_percentages(const Context& context, Report& report) {
  std::vector<Cut> cut;
  int ratios = 0;
  for (const TableAnalysis& table : context.tables) {
    for (std::size_t i = 0; i < table.relations.size(); ++i) {
      ratios += table.relations[i].kind == RelationKind::ratio && table.outcomes[i].verdict != Verdict::no_data;
      if (is_cut(table, i)) cut.push_back({&table, i});
    }
  }
  report.tested(ratios);
  if (cut.size() < kHabit) return;
  const TableAnalysis& first = *cut.front().table;
  const Relation& relation = first.relations[cut.front().relation];
  const Outcome& outcome = first.outcomes[cut.front().relation];
  model::Finding finding;
  finding.table = first.figures.reading().table;
  finding.reported = model::micro_to_string(outcome.reported);
  finding.expected = model::micro_to_string(hundredths(outcome.expected));
  finding.difference = model::micro_to_string(outcome.reported - hundredths(outcome.expected));
  finding.diagnosis = model::Diagnosis::rounding;
  finding.message = std::to_string(cut.size()) + " de los " + std::to_string(ratios) +
                    " porcentajes del informe están cortados y no redondeados; el primero, el de " +
                    guillemets(first.figures.row_name(relation.result.row)) + " en " +
                    guillemets(first.figures.column_name(relation.result.column), 60) + ", dice " +
                    written(first.figures.at(relation.result).amount) + " y es " +
                    written(hundredths(outcome.expected), model::Unit::percent) + ".";
  for (const Cut& one : cut) {
    if (finding.evidence.size() == kHabitShown) break;
    const Relation& told = one.table->relations[one.relation];
    const Outcome& out = one.table->outcomes[one.relation];
    finding.evidence.push_back(evidence_of(*one.table, told.result, model::Role::reported));
    finding.steps.push_back(one.table->figures.row_name(told.result.row) + ": " +
                            written(one.table->figures.at(told.result).amount) + "; " + told.meaning + " da " +
                            written(hundredths(out.expected), model::Unit::percent));
  }
  report.add(std::move(finding), "cortados", model::Severity::info);
}

}  // namespace cotejo::checks
