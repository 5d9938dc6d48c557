#include "pipeline/checks/analysis.h"

namespace cotejo::checks {

const Fault* TableAnalysis::fault_at(Place place) const {
  for (const Fault& fault : faults) {
    if (fault.place == place) return &fault;
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
  result.faults = locate_faults(result.figures, result.relations, result.outcomes);
  return result;
}

}  // namespace cotejo::checks
