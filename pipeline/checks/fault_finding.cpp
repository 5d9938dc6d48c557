#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/checks/rule.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

using model::Micro;

// Evidence of a sum with thousands of parts is cut here; the steps say so.
constexpr std::size_t kShownParts = 60;
// So many columns of a total that have more than their lines are no slips of their own.
constexpr int kLostLineColumns = 3;
// A total this far from its lines, with no slip that explains it, may be of a column that nobody meant to add up.
constexpr double kFarOff = 0.5;

model::Unit unit_of(const TableAnalysis& table, Place place) {
  return table.figures.at(place).amount.unit;
}

std::string place_name(const TableAnalysis& table, Place place) {
  return guillemets(table.figures.row_name(place.row)) + ", " + guillemets(table.figures.column_name(place.column), 60);
}

std::string gap(const Fault& fault, model::Unit unit) {
  const Micro difference = fault.reported - fault.expected;
  return "el total impreso es " + written(magnitude(difference), unit) + (difference > 0 ? " mayor" : " menor") +
         " que la suma";
}

std::string sentence(const TableAnalysis& table, const Fault& fault, const Relation& main) {
  const model::Unit unit = unit_of(table, fault.place);
  const std::string reported = written(fault.reported, unit);
  const std::string expected = written(fault.expected, unit);
  const std::string row = guillemets(table.figures.row_name(fault.place.row));
  const std::string column = guillemets(table.figures.column_name(fault.place.column), 60);
  std::string text;
  const bool is_result = main.result == fault.place;
  switch (main.kind) {
    case RelationKind::column_sum:
    case RelationKind::hundred:
      if (is_result) {
        text = "El total " + row + " de " + column + " dice " + reported + "; " + main.meaning + " suman " + expected +
               " (" + gap(fault, unit) + ").";
      } else {
        text = "La línea " + row + " de " + column + " dice " + reported + "; con " + expected + " cuadran " +
               counted(fault.relations.size(), "total que no cuadra", "totales que no cuadran") + ".";
      }
      break;
    case RelationKind::row_sum:
      if (is_result) {
        text = "La fila " + row + " dice " + reported + " en " + column + "; " + main.meaning + " da " + expected +
               " (diferencia de " + written(magnitude(fault.reported - fault.expected), unit) + ").";
      } else {
        text = "La fila " + row + " dice " + reported + " en " + column + "; con " + expected + " cuadran " +
               counted(fault.relations.size(), "relación que falla", "relaciones que fallan") + ".";
      }
      break;
    case RelationKind::product:
      text = "La fila " + row + " dice " + reported + " en " + column + "; " + main.meaning + " da " + expected + ".";
      break;
    case RelationKind::ratio:
    case RelationKind::change:
      text = "El porcentaje de " + row + " en " + column + " dice " + reported + "; " + main.meaning + " da " +
             expected + ".";
      break;
  }
  if (fault.culprit && !fault.misread) {
    const Slip slip = writing_slip(model::micro(table.figures.at(*fault.culprit).amount.value), fault.culprit_value);
    text += " La línea " + guillemets(table.figures.row_name(fault.culprit->row)) + " parece la equivocada: dice " +
            written(table.figures.at(*fault.culprit).amount) + " y con " + written(fault.culprit_value, unit) +
            " cuadran el total y su porcentaje" + (slip.words.empty() ? "" : " (" + slip.words + ")") + ".";
    return text;
  }
  if (fault.misread) {
    text += " Probablemente se leyó mal: " + fault.reading + ".";
  } else if (!fault.slip.words.empty()) {
    text += " Causa probable: " + fault.slip.words + ".";
  }
  if (!fault.misread && fault.slip.none() && !fault.suspects.empty()) {
    text += " También cuadraría con un solo dígito distinto en " +
            guillemets(table.figures.row_name(fault.suspects.front().row)) + ".";
  }
  return text;
}

void add_steps(const TableAnalysis& table, int index, model::Finding& finding) {
  const Relation& relation = table.relations[static_cast<std::size_t>(index)];
  const Outcome& outcome = table.outcomes[static_cast<std::size_t>(index)];
  const model::Unit unit = unit_of(table, relation.result);
  if (relation.kind == RelationKind::ratio || relation.kind == RelationKind::change ||
      relation.kind == RelationKind::product) {
    for (const Part& part : relation.parts) {
      finding.steps.push_back("  " + written(table.figures.at(part.place).amount) + "  " +
                              place_name(table, part.place));
    }
    finding.steps.push_back("= " + written(outcome.expected, unit) + "  según " + relation.meaning);
  } else {
    std::size_t shown = 0;
    for (const Part& part : relation.parts) {
      const Figure& figure = table.figures.at(part.place);
      if (figure.known != Known::printed) continue;
      if (++shown > kShownParts) continue;
      finding.steps.push_back((part.weight < 0 ? "− " : "+ ") + written(figure.amount) + "  " +
                              place_name(table, part.place));
    }
    if (shown > kShownParts)
      finding.steps.push_back("+ … " + counted(shown - kShownParts, "sumando más", "sumandos más"));
    finding.steps.push_back("= " + written(outcome.expected, unit) + "  calculado");
  }
  finding.steps.push_back("≠ " + written(outcome.reported, unit) + "  impreso en " +
                          place_name(table, relation.result));
}

void add_evidence(const TableAnalysis& table, int index, Place reported, model::Finding& finding) {
  const Relation& relation = table.relations[static_cast<std::size_t>(index)];
  const auto known = [&](Place place) {
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const model::Evidence& e) {
      return e.source.row == place.row && e.source.column == place.column;
    });
  };
  if (relation.result != reported && !known(relation.result)) {
    finding.evidence.push_back(evidence_of(table, relation.result, model::Role::total));
  }
  const bool ratio = relation.kind == RelationKind::ratio || relation.kind == RelationKind::change ||
                     relation.kind == RelationKind::product;
  for (const Part& part : relation.parts) {
    if (finding.evidence.size() > kShownParts || known(part.place)) continue;
    if (table.figures.at(part.place).known == Known::printed) {
      finding.evidence.push_back(evidence_of(table, part.place, ratio ? model::Role::source : model::Role::addend));
    }
  }
}

// Total rows of which several columns have more than their lines, and none less: a line is not there to be added.
std::set<int> totals_of_lost_lines(const TableAnalysis& table) {
  std::map<int, int> more;
  std::set<int> otherwise;
  for (const Fault& fault : table.faults) {
    const Relation& main = table.relations[static_cast<std::size_t>(fault.relations.front())];
    if (main.kind != RelationKind::column_sum || fault.rounding) continue;
    const bool plain = main.result == fault.place && fault.reported > fault.expected && !fault.slip.at &&
                       fault.slip.kind != model::Diagnosis::heading_summed;
    if (plain) {
      ++more[fault.place.row];
    } else {
      otherwise.insert(main.result.row);
    }
  }
  std::set<int> rows;
  for (const auto& [row, count] : more)
    if (count >= kLostLineColumns && !otherwise.contains(row)) rows.insert(row);
  return rows;
}

// The other columns of a total that miss by the same line for the same reason: one slip, copied along the row.
void add_same_cause(const TableAnalysis& table, const Fault& fault, model::Finding& finding) {
  if (!fault.slip.at || fault.rounding) return;
  for (const Fault& other : table.faults) {
    if (&other == &fault || other.place.row != fault.place.row || !other.slip.at || other.rounding) continue;
    if (other.slip.kind != fault.slip.kind || other.slip.at->row != fault.slip.at->row) continue;
    finding.steps.push_back("Lo mismo en " + guillemets(table.figures.column_name(other.place.column), 60) + ": dice " +
                            written(other.reported, unit_of(table, other.place)) + " y suman " +
                            written(other.expected, unit_of(table, other.place)) + ".");
    finding.evidence.push_back(evidence_of(table, other.place, model::Role::consequence));
  }
}

}  // namespace

model::Finding finding_of(const TableAnalysis& table, const Fault& fault) {
  const Relation& main = table.relations[static_cast<std::size_t>(fault.relations.front())];
  model::Finding finding;
  finding.table = table.figures.reading().table;
  finding.message = sentence(table, fault, main);
  finding.reported = model::micro_to_string(fault.reported);
  finding.expected = model::micro_to_string(fault.expected);
  finding.difference = model::micro_to_string(fault.reported - fault.expected);
  finding.diagnosis = fault.misread ? model::Diagnosis::doubtful_reading : fault.slip.kind;
  if (fault.culprit) {
    finding.diagnosis =
        writing_slip(model::micro(table.figures.at(*fault.culprit).amount.value), fault.culprit_value).kind;
  }
  finding.evidence.push_back(evidence_of(table, fault.place, model::Role::reported));
  if (fault.culprit) finding.evidence.push_back(evidence_of(table, *fault.culprit, model::Role::suspect));
  for (const int index : fault.relations) {
    if (index != fault.relations.front()) finding.steps.push_back("También falla:");
    add_steps(table, index, finding);
    add_evidence(table, index, fault.place, finding);
  }
  for (const int index : fault.consequences) {
    const Relation& relation = table.relations[static_cast<std::size_t>(index)];
    finding.steps.push_back("Por lo mismo no cuadra " + place_name(table, relation.result) + ": dice " +
                            written(table.figures.at(relation.result).amount) + ".");
    finding.evidence.push_back(evidence_of(table, relation.result, model::Role::consequence));
  }
  return finding;
}

void report_faults(const Context& context, Report& report, const std::vector<RelationKind>& kinds) {
  const auto wanted = [&](const Relation& relation) {
    return std::find(kinds.begin(), kinds.end(), relation.kind) != kinds.end();
  };
  for (const TableAnalysis& table : context.tables) {
    int tested = 0, rounding = 0;
    for (std::size_t i = 0; i < table.relations.size(); ++i) {
      const Relation& relation = table.relations[i];
      if (!wanted(relation)) continue;
      if (table.outcomes[i].verdict != Verdict::no_data) {
        ++tested;
      } else if (relation.stated) {
        report.untested(table.figures.reading().table,
                        relation.unclear ? "no se pudo establecer qué suma " + place_name(table, relation.result)
                                         : "faltan datos para comprobar " + place_name(table, relation.result));
      }
    }
    report.tested(tested);
    const std::string title = table.figures.table().title;
    const std::set<int> lost = totals_of_lost_lines(table);
    std::set<int> lost_told;
    std::set<std::tuple<int, int, model::Diagnosis>> told;  // total row, line, what happened to it
    for (const Fault& fault : table.faults) {
      const Relation& main = table.relations[static_cast<std::size_t>(fault.relations.front())];
      if (!wanted(main)) continue;
      if (fault.slip.at && main.result == fault.place && !fault.rounding &&
          !told.emplace(fault.place.row, fault.slip.at->row, fault.slip.kind).second &&
          main.kind == RelationKind::column_sum)
        continue;  // said with the first of its columns
      const std::string place =
          title + "|" + table.figures.row_name(fault.place.row) + "|" + table.figures.column_name(fault.place.column);
      if (fault.rounding) {
        // Figures printed without their decimals miss by rounding all over: the first of a table speaks for all.
        if (++rounding == 1) report.add(finding_of(table, fault), place, model::Severity::info);
        continue;
      }
      model::Severity at_most = main.stated ? model::Severity::error : model::Severity::warning;
      const double expected = static_cast<double>(fault.expected);
      const bool far_off = std::abs(static_cast<double>(fault.reported) - expected) > kFarOff * std::abs(expected);
      if (fault.misread ||
          (far_off && fault.slip.none() && !fault.culprit && fault.suspects.empty() && fault.reported != 0 &&
           fault.relations.size() == 1 && main.kind == RelationKind::column_sum)) {
        at_most = model::Severity::info;
      }
      if (main.kind == RelationKind::column_sum && lost.contains(fault.place.row)) {
        if (!lost_told.insert(fault.place.row).second) continue;
        at_most = model::Severity::info;
      }
      model::Finding finding = finding_of(table, fault);
      if (main.kind == RelationKind::column_sum) add_same_cause(table, fault, finding);
      report.add(std::move(finding), place, at_most);
    }
  }
}

}  // namespace cotejo::checks
