#include <array>

#include "pipeline/checks/commitments_view.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

enum class Status { unknown, done, open, not_begun };

// Words of a status cell. "No cumplido", "parcialmente cumplido" are not done.
Status status_of(const std::string& text) {
  const std::string words = " " + normalise::fold(text) + " ";
  const auto has = [&](const char* word) { return words.find(word) != std::string::npos; };
  if (words == "  ") return Status::unknown;
  for (const char* word : {" sin iniciar ", " no iniciad", " no ha iniciado ", " sin inicio ", " por iniciar "}) {
    if (has(word)) return Status::not_begun;
  }
  for (const char* word : {" en ejecucion ", " en proceso ", " en curso ", " en desarrollo ", " en avance ",
                           " en tramite ", " parcial", " pendiente", " atrasad", " en riesgo ", " incumplid"}) {
    if (has(word)) return Status::open;
  }
  for (const char* word : {" no ", " sin ", " por "}) {
    if (has(word)) return Status::unknown;
  }
  for (const char* word :
       {" cumplid", " terminad", " finalizad", " ejecutad", " completad", " culminad", " cerrad", " concluid"}) {
    if (has(word)) return Status::done;
  }
  return Status::unknown;
}

}  // namespace

// "Cumplido" at 40 %, "en ejecución" at 100 %, "sin iniciar" with progress.
void estado_y_avance(const Context& context, Report& report) {
  for (const CommitmentTable& table : commitment_tables(context)) {
    for (const model::Commitment* row : table.rows) {
      const Status status = status_of(row->status);
      if (status == Status::unknown || !row->progress_percent) continue;
      const double progress = row->progress_percent->to_double();
      if (progress < 0) {  // a dash or a rule before the figure: no work is done by less than none
        report.untested(table.table, "el avance del compromiso " + commitment_name(*row) + " se leyó negativo");
        continue;
      }
      report.tested(1);
      std::string expected;
      if (status == Status::done && progress < 100) expected = "100";
      if (status == Status::open && progress >= 100) expected = "menos de 100";
      if (status == Status::not_begun && progress > 0) expected = "0";
      if (expected.empty()) continue;
      const std::string printed = model::micro_to_string(model::micro(*row->progress_percent)) + "%";
      model::Finding finding;
      finding.table = table.table;
      finding.reported = printed;
      finding.expected = normalise::clean(row->status);
      finding.message = "El compromiso " + commitment_name(*row) + " figura como " + guillemets(row->status, 40) +
                        " con un avance de " + written(model::micro(*row->progress_percent), model::Unit::percent) +
                        ".";
      finding.steps = {"Estado impreso: " + normalise::clean(row->status), "Avance impreso: " + printed,
                       "Con ese estado se esperaría un avance de " + expected + (expected.ends_with('0') ? " %" : "")};
      const char* field = table.columns.contains("porcentaje") ? "porcentaje" : "avance";
      finding.evidence.push_back(field_evidence(context, table, *row, field, model::Role::reported));
      finding.evidence.push_back(field_evidence(context, table, *row, "estado", model::Role::status));
      report.add(std::move(finding), commitment_place(context, *row));
    }
  }
}

}  // namespace cotejo::checks
