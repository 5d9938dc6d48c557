#include <array>
#include <map>

#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

using model::Measure;

// pagos ≤ obligaciones ≤ compromisos ≤ CDP ≤ definitiva (DOMAIN: Spending chain). The first two links are rules of the
// Contraloría's CUIPO review, the others general knowledge: a warning at most.
struct Stage {
  Measure measure;
  bool official;  // the link to the next stage
};
constexpr std::array kChain{Stage{Measure::pagos, true}, Stage{Measure::obligaciones, true},
                            Stage{Measure::compromisos, false}, Stage{Measure::cdp, false},
                            Stage{Measure::apropiacion_definitiva, false}};

bool income(const TableAnalysis& table) {
  for (const mapping::ColumnReading& column : table.figures.reading().columns) {
    if (column.measure == Measure::recaudo) return true;
  }
  return false;
}

// Lines that break a link as often as they keep it show that the columns were taken for what they are not; of two
// lines, one that keeps it is enough.
bool kept_by_most(const Figures& figures, int lower, int upper) {
  int keeps = 0, breaks = 0;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& a = figures.at({r, lower});
    const Figure& b = figures.at({r, upper});
    if (!figures.row(r).body || a.known != Known::printed || b.known != Known::printed) continue;
    (a.interval.low > b.interval.high ? breaks : keeps) += 1;
  }
  return keeps >= 2 * breaks || (keeps <= 1 && breaks == 1);
}

// A failed sum that one of the two figures is a line of, and that would hold with a figure that keeps the link: the
// slip is reported there.
bool slip_of_a_sum(const TableAnalysis& table, Place low, Place high) {
  for (const Fault& fault : table.faults) {
    if (fault.rounding || fault.relations.size() != 1) continue;
    const Relation& relation = table.relations[static_cast<std::size_t>(fault.relations.front())];
    const model::Micro off = fault.reported - fault.expected;
    for (const Part& part : relation.parts) {
      model::Micro a = model::micro(table.figures.at(low).amount.value);
      model::Micro b = model::micro(table.figures.at(high).amount.value);
      if (part.place == low) a += part.weight * off;
      if (part.place == high) b += part.weight * off;
      if ((part.place == low || part.place == high) && a <= b && a >= 0) return true;
    }
  }
  return false;
}

// A figure read by OCR that no sum vouches for: the link may be broken by the reading of one digit.
bool doubtful_reading(const TableAnalysis& table, Place place) {
  if (!table.figures.at(place).ocr) return false;
  for (std::size_t i = 0; i < table.relations.size(); ++i) {
    const Relation& relation = table.relations[i];
    const bool sum = relation.kind == RelationKind::column_sum || relation.kind == RelationKind::row_sum;
    if (!sum || table.outcomes[i].verdict != Verdict::holds) continue;
    if (relation.result == place) return false;
    for (const Part& part : relation.parts) {
      if (part.place == place) return false;
    }
  }
  return true;
}

void check_row(const TableAnalysis& table, int row, const std::map<Measure, int>& columns, Report& report) {
  const Figures& figures = table.figures;
  for (std::size_t i = 0; i + 1 < kChain.size(); ++i) {
    const auto lower = columns.find(kChain[i].measure);
    if (lower == columns.end()) continue;
    std::size_t next = i + 1;
    while (next < kChain.size() && !columns.contains(kChain[next].measure)) ++next;
    if (next == kChain.size()) return;
    const int upper = columns.at(kChain[next].measure);
    const Place low_place{row, lower->second}, high_place{row, upper};
    const Figure& a = figures.at(low_place);
    const Figure& b = figures.at(high_place);
    if (a.known != Known::printed || b.known != Known::printed) continue;
    report.tested(1);
    if (a.interval.low <= b.interval.high || !kept_by_most(figures, lower->second, upper)) continue;
    if (table.fault_at(low_place) != nullptr || table.fault_at(high_place) != nullptr)
      continue;  // a slip, reported as such
    if (slip_of_a_sum(table, low_place, high_place)) continue;
    model::Finding finding;
    finding.table = figures.reading().table;
    finding.reported = a.amount.value.to_string();
    finding.expected = b.amount.value.to_string();
    const model::Micro over = model::micro(a.amount.value) - model::micro(b.amount.value);
    finding.difference = model::micro_to_string(over);
    finding.message = "En " + guillemets(figures.row_name(row)) + ", " +
                      guillemets(figures.column_name(lower->second), 60) + " (" + written(a.amount) + ") supera a " +
                      guillemets(figures.column_name(upper), 60) + " (" + written(b.amount) + ") en " +
                      written(over, a.amount.unit) + ".";
    finding.steps = {"  " + written(a.amount) + "  " + figures.column_name(lower->second),
                     "> " + written(b.amount) + "  " + figures.column_name(upper)};
    finding.evidence = {evidence_of(table, low_place, "reportado"), evidence_of(table, high_place, "limite")};
    const bool doubtful = doubtful_reading(table, low_place) || doubtful_reading(table, high_place);
    if (doubtful) {
      finding.diagnosis = "lectura-dudosa";
      finding.message += " Puede ser un error de lectura: ninguna suma respalda las dos cifras.";
    }
    const bool official = kChain[i].official && next == i + 1;
    report.add(std::move(finding),
               figures.table().title + "|" + figures.row_name(row) + "|" + figures.column_name(lower->second),
               doubtful   ? model::Severity::info
               : official ? model::Severity::error
                          : model::Severity::warning);
  }
}

}  // namespace

void sobre_ejecucion(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    if (income(table)) continue;  // recaudo above what was foreseen is legal
    std::map<std::pair<int, std::string>, std::map<Measure, int>> scopes;
    for (int c = 0; c < table.figures.columns(); ++c) {
      const mapping::ColumnReading& column = table.figures.reading().columns[static_cast<std::size_t>(c)];
      if (table.figures.use(c) == ColumnUse::additive && column.measure != Measure::none) {
        scopes[{column.vigencia, column.period}].emplace(column.measure, c);
      }
    }
    for (const auto& [scope, columns] : scopes) {
      if (columns.size() < 2) continue;
      for (int r = 0; r < table.figures.rows(); ++r) {
        if (table.figures.row(r).body) check_row(table, r, columns, report);
      }
    }
  }
}

}  // namespace cotejo::checks
