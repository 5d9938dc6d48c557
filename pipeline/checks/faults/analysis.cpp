#include "pipeline/checks/faults/analysis.h"

#include <algorithm>
#include <map>

#include "pipeline/checks/faults/tolerances.h"
#include "pipeline/checks/relations/find_relations.h"

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

// The unit that all figures of a column are rounded to, where it is more than they are printed to: each ends in zeros.
model::Micro rounded_to(const Figures& figures, int column) {
  model::Micro unit = 0;
  int count = 0;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& figure = figures.at({r, column});
    if (!figures.row(r).body || figure.known != Known::printed || figure.value == 0) continue;
    if (figure.value % model::kMicro != 0) return 0;
    model::Micro own = model::kMicro;
    while (figure.value % (10 * own) == 0) own *= 10;
    unit = unit == 0 ? own : std::min(unit, own);
    ++count;
  }
  return count >= kRoundedFigures && unit > model::kMicro ? unit : 0;
}

// Sums of a column that are off by a few of the units that it is rounded to, as often as others come out: its lines
// were rounded one by one.
void forgive_rounded_columns(const Figures& figures, const std::vector<Relation>& relations,
                             std::vector<Outcome>& outcomes) {
  for (int c = 0; c < figures.columns(); ++c) {
    const model::Micro unit = rounded_to(figures, c);
    if (unit == 0) continue;
    int exact = 0;
    std::vector<std::size_t> near;
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const bool sum = relations[i].kind == RelationKind::column_sum || relations[i].kind == RelationKind::row_sum;
      if (!sum || relations[i].result.column != c) continue;
      exact += outcomes[i].verdict == Verdict::holds && outcomes[i].expected != 0 && relations[i].parts.size() > 2;
      if (outcomes[i].verdict == Verdict::fails &&
          2 * magnitude(outcomes[i].difference) <= static_cast<model::Micro>(relations[i].parts.size() + 1) * unit)
        near.push_back(i);
    }
    if (near.size() < 2 || exact > 3 * static_cast<int>(near.size())) continue;
    for (const std::size_t i : near) outcomes[i].verdict = Verdict::rounding;
  }
}

// «0 %» of what rounds to one, in a column that rounds: two others at least show that it does not cut.
void blame_zero_shares(const Figures& figures, const std::vector<Relation>& relations, std::vector<Outcome>& outcomes) {
  const auto whole = [&](std::size_t i) {
    const Figure& printed = figures.at(relations[i].result);
    return relations[i].kind == RelationKind::ratio && printed.known == Known::printed &&
           printed.amount.value.exponent == 0 && outcomes[i].expected > 0;
  };
  std::map<int, int> up;  // by column: shares that were rounded up
  for (std::size_t i = 0; i < relations.size(); ++i)
    if (whole(i) && outcomes[i].verdict == Verdict::holds && outcomes[i].reported > outcomes[i].expected)
      ++up[relations[i].result.column];
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!whole(i) || outcomes[i].verdict != Verdict::rounding || outcomes[i].reported != 0) continue;
    if (up[relations[i].result.column] >= kShowsRounding) outcomes[i].verdict = Verdict::fails;
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
  forgive_rounded_columns(result.figures, result.relations, result.outcomes);
  blame_zero_shares(result.figures, result.relations, result.outcomes);
  result.faults = locate_faults(result.figures, result.relations, result.outcomes);
  judge_misreadings(result.figures, result.relations, result.faults);
  return result;
}

}  // namespace cotejo::checks
