#include "pipeline/checks/arithmetic/analysis.h"

#include "pipeline/checks/arithmetic/find_relations.h"
#include "pipeline/checks/arithmetic/tolerances.h"

namespace cotejo::checks {
namespace {

// Where the other sums of a table come out to the unit, a larger difference is no rounding, however many the lines.
void doubt_rounding(const Figures& figures, const std::vector<Relation>& relations, std::vector<Outcome>& outcomes) {
  int exact = 0, rounded = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (relations[i].kind != RelationKind::column_sum || relations[i].parts.size() < 3) continue;
    exact += outcomes[i].verdict == Verdict::holds && outcomes[i].difference == 0 && outcomes[i].expected != 0;
    rounded += outcomes[i].verdict == Verdict::rounding;
  }
  if (exact < 3 * rounded) return;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const model::Micro off = outcomes[i].difference < 0 ? -outcomes[i].difference : outcomes[i].difference;
    const bool whole = figures.at(relations[i].result).amount.value.exponent == 0;
    const bool sum = relations[i].kind == RelationKind::column_sum || relations[i].kind == RelationKind::row_sum;
    if (sum && whole && outcomes[i].verdict == Verdict::rounding && off > kAlwaysRounding)
      outcomes[i].verdict = Verdict::fails;
  }
}

}  // namespace

const Fault* TableAnalysis::fault_at(Place place) const {
  for (const Fault& fault : faults) {
    if (fault.place == place || fault.culprit == place) return &fault;
  }
  return nullptr;
}

TableAnalysis analyse(const model::Table& table, const mapping::TableReading& reading, double sum_tolerance,
                      double percent_tolerance) {
  TableAnalysis result{Figures(table, reading), {}, {}, {}};
  result.relations = find_relations(result.figures);
  for (const Relation& relation : result.relations) {
    const bool percent = relation.kind == RelationKind::ratio || relation.kind == RelationKind::change;
    result.outcomes.push_back(
        relation.unclear ? Outcome{} : test(relation, result.figures, percent ? percent_tolerance : sum_tolerance));
  }
  doubt_rounding(result.figures, result.relations, result.outcomes);
  result.faults = locate_faults(result.figures, result.relations, result.outcomes);
  judge_misreadings(result.figures, result.faults);
  return result;
}

}  // namespace cotejo::checks
