#include <algorithm>
#include <array>
#include <map>

#include "base/median.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
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

// How the lines of a table fare with a link.
struct Link {
  int keeps = 0;
  int breaks = 0;
  std::vector<double> ratios;  // of each line that breaks or keeps it: lower / upper
};

Link link_of(const Figures& figures, int lower, int upper) {
  Link link;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& a = figures.at({r, lower});
    const Figure& b = figures.at({r, upper});
    if (!figures.row(r).body || a.known != Known::printed || b.known != Known::printed || a.value <= 0) continue;
    (a.interval.low > b.interval.high ? link.breaks : link.keeps) += 1;
    constexpr double beyond = 1e9;  // any part of nothing
    link.ratios.push_back(b.value > 0 ? static_cast<double>(a.value) / static_cast<double>(b.value) : beyond);
  }
  return link;
}

// Lines that break a link as often as they keep it show that the columns were taken for what they are not, unless all
// exceed it by little; of two lines, one that keeps it is enough.
bool believed(const Figures& figures, int lower, int upper) {
  const Link link = link_of(figures, lower, upper);
  if (link.keeps >= 2 * link.breaks || (link.keeps <= 1 && link.breaks == 1)) return true;
  return link.keeps > 0 && base::median(link.ratios) <= kOverspent;
}

struct Step {
  const Stage* stage;
  int column;
};

// The stages that the table prints, from payment up, without those that its lines show to be something else: Preventivo
// may be what is set apart and not yet committed.
std::vector<Step> chain_of(const Figures& figures, const std::map<Measure, int>& columns) {
  std::vector<Step> chain;
  for (const Stage& stage : kChain) {
    const auto found = columns.find(stage.measure);
    if (found != columns.end()) chain.push_back({&stage, found->second});
  }
  while (chain.size() > 2) {
    std::vector<int> broken(chain.size());
    for (std::size_t i = 0; i < chain.size(); ++i)
      for (std::size_t j = i + 1; j < chain.size(); ++j)
        if (!believed(figures, chain[i].column, chain[j].column)) ++broken[i], ++broken[j];
    const auto most = std::max_element(broken.begin(), broken.end());
    if (*most == 0) break;
    chain.erase(chain.begin() + (most - broken.begin()));
  }
  return chain;
}

// A total whose lines do not all print the upper stage sums more of the lower one.
bool lacks_lines(const Figures& figures, int row, int lower, int upper) {
  if (!figures.row(row).total) return false;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& a = figures.at({r, lower});
    if (figures.row(r).body && a.known == Known::printed && a.value != 0 &&
        figures.at({r, upper}).known != Known::printed)
      return true;
  }
  return false;
}

// What is left of a line that was cut, where the others have codes: its figures are pieces of theirs.
bool piece_of_line(const Figures& figures, int row, int column) {
  if (figures.row(row).total || !figures.row(row).code.empty()) return false;
  std::vector<model::Micro> coded;
  int lines = 0;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& figure = figures.at({r, column});
    if (!figures.row(r).body || figures.row(r).total || figure.known != Known::printed) continue;
    ++lines;
    if (!figures.row(r).code.empty()) coded.push_back(magnitude(figure.value));
  }
  constexpr model::Micro share = 1000;
  return !coded.empty() && 2 * static_cast<int>(coded.size()) > lines &&
         magnitude(figures.at({row, column}).value) < base::median(coded) / share;
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

// A figure read by OCR that no sum vouches for: the link to `other` may be broken by the reading of one digit. A sum
// that fails vouches too, where the figure that would mend it breaks the link all the same.
bool doubtful_reading(const TableAnalysis& table, Place place, model::Micro other) {
  if (!table.figures.at(place).ocr) return false;
  const model::Micro value = table.figures.at(place).value;
  const bool above = value > other;
  if (value == -other) return true;  // a speck or what is left of a rule before one of two equal figures
  for (std::size_t i = 0; i < table.relations.size(); ++i) {
    const Relation& relation = table.relations[i];
    const bool sum = relation.kind == RelationKind::column_sum || relation.kind == RelationKind::row_sum;
    const bool fails = table.outcomes[i].verdict == Verdict::fails;
    if (!sum || (!fails && table.outcomes[i].verdict != Verdict::holds)) continue;
    const model::Micro off = fails ? table.outcomes[i].difference : 0;
    const auto stays = [&](model::Micro mended) { return mended != other && (mended > other) == above; };
    if (relation.result == place && stays(value - off)) return false;
    for (const Part& part : relation.parts) {
      if (part.place == place && stays(value + part.weight * off)) return false;
    }
  }
  return true;
}

void check_row(const TableAnalysis& table, int row, const std::vector<Step>& chain, Report& report) {
  const Figures& figures = table.figures;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const Place low_place{row, chain[i].column};
    const Figure& a = figures.at(low_place);
    if (a.known != Known::printed) continue;
    std::size_t next = i + 1;  // the next stage that this line prints
    while (next < chain.size() && figures.at({row, chain[next].column}).known != Known::printed) ++next;
    if (next == chain.size()) return;
    const Place high_place{row, chain[next].column};
    const Figure& b = figures.at(high_place);
    report.tested(1);
    if (a.interval.low <= b.interval.high || !believed(figures, low_place.column, high_place.column)) continue;
    if (piece_of_line(figures, row, low_place.column)) continue;
    if (lacks_lines(figures, row, low_place.column, high_place.column)) continue;
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
                      guillemets(figures.column_name(low_place.column), 60) + " (" + written(a.amount) + ") supera a " +
                      guillemets(figures.column_name(high_place.column), 60) + " (" + written(b.amount) + ") en " +
                      written(over, a.amount.unit) + ".";
    finding.steps = {"  " + written(a.amount) + "  " + figures.column_name(low_place.column),
                     "> " + written(b.amount) + "  " + figures.column_name(high_place.column)};
    finding.evidence = {evidence_of(table, low_place, model::Role::reported),
                        evidence_of(table, high_place, model::Role::limit)};
    const bool doubtful = doubtful_reading(table, low_place, b.value) || doubtful_reading(table, high_place, a.value);
    if (doubtful) {
      finding.diagnosis = model::Diagnosis::doubtful_reading;
      finding.message += " Puede ser un error de lectura: ninguna suma respalda las dos cifras.";
    }
    const bool official = chain[i].stage->official && chain[next].stage == chain[i].stage + 1;
    report.add(std::move(finding),
               figures.table().title + "|" + figures.row_name(row) + "|" + figures.column_name(low_place.column),
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
      const std::vector<Step> chain = chain_of(table.figures, columns);
      if (chain.size() < 2) continue;
      for (int r = 0; r < table.figures.rows(); ++r) {
        if (table.figures.row(r).body) check_row(table, r, chain, report);
      }
    }
  }
}

}  // namespace cotejo::checks
