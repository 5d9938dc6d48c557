#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

bool has_word(const std::string& head, std::initializer_list<const char*> words) {
  const std::string folded = " " + normalise::fold(head) + " ";
  for (const char* word : words) {
    if (folded.find(" " + std::string(word)) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

// A count that the report itself shows short of its goal: a column of goals with a column of what was done beside it.
// It is a fact of the management and no slip of the report: a note, unless a rules file says otherwise.
void meta_no_cumplida(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    int goal = -1, done = -1;
    for (int c = 0; c < figures.columns(); ++c) {
      const std::string head = figures.column_name(c);
      if (figures.use(c) != ColumnUse::additive) continue;
      if (goal < 0 && has_word(head, {"meta", "programad", "proyectad", "planead"})) {
        goal = c;
      } else if (done < 0 && has_word(head, {"ejecutad", "realizad", "logr", "cumplid", "alcanzad", "avance"})) {
        done = c;
      }
    }
    if (goal < 0 || done < 0) continue;
    bool filled = false;
    for (int r = 0; r < figures.rows(); ++r) {
      const Figure& made = figures.at({r, done});
      filled = filled || (figures.row(r).body && made.known == Known::printed && made.amount.value.mantissa != 0);
    }
    if (!filled) {
      report.untested(figures.reading().table, "nada se ha llenado en " + guillemets(figures.column_name(done), 60));
      continue;
    }
    for (int r = 0; r < figures.rows(); ++r) {
      const Figure& wanted = figures.at({r, goal});
      const Figure& made = figures.at({r, done});
      const bool counts = wanted.amount.unit == model::Unit::count && made.amount.unit == model::Unit::count;
      if (!figures.row(r).body || wanted.known != Known::printed || made.known != Known::printed || !counts) continue;
      report.tested(1);
      if (made.interval.high >= wanted.interval.low) continue;
      model::Finding finding;
      finding.table = figures.reading().table;
      finding.reported = made.amount.value.to_string();
      finding.expected = wanted.amount.value.to_string();
      finding.difference = model::micro_to_string(model::micro(made.amount.value) - model::micro(wanted.amount.value));
      finding.message = "En " + guillemets(figures.row_name(r)) + " se ejecutaron " + written(made.amount) +
                        " de una meta de " + written(wanted.amount) + ".";
      finding.steps = {"Meta: " + written(wanted.amount), "Ejecutado: " + written(made.amount)};
      finding.evidence = {evidence_of(table, {r, done}, model::Role::reported),
                          evidence_of(table, {r, goal}, model::Role::goal)};
      report.add(std::move(finding), figures.table().title + "|" + figures.row_name(r));
    }
  }
}

}  // namespace cotejo::checks
