#include "pipeline/checks/commitments_view.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

bool nothing(const std::string& text) {
  return normalise::fold(text).empty();
}

}  // namespace

// A commitment with no one responsible, or no date, in a table that has a column for it.
void dato_faltante(const Context& context, Report& report) {
  for (const CommitmentTable& table : commitment_tables(context)) {
    const bool has_responsible = table.columns.contains("responsable");
    const bool has_date = table.columns.contains("fecha");
    if (!has_responsible && !has_date) continue;
    std::size_t no_responsible = 0, no_date = 0;
    for (const model::Commitment* row : table.rows) {
      no_responsible += nothing(row->responsible);
      no_date += nothing(row->due_text) && row->periods.empty() && row->due.to.empty();
    }
    // A column that nobody filled, or that was not read, is one gap of the table and not one of every row.
    const bool responsible_told = has_responsible && no_responsible < table.rows.size();
    const bool date_told = has_date && no_date < table.rows.size();
    for (const auto& [field, told, has, missing] :
         {std::tuple{"responsable", responsible_told, has_responsible, no_responsible},
          std::tuple{"fecha", date_told, has_date, no_date}}) {
      if (has && !told && missing > 0) {
        report.untested(table.table, std::string("ninguna fila tiene ") + field);
      }
    }
    for (const model::Commitment* row : table.rows) {
      report.tested(static_cast<int>(responsible_told) + static_cast<int>(date_told));
      if (nothing(row->text)) continue;
      const bool responsible = responsible_told && nothing(row->responsible);
      const bool date = date_told && nothing(row->due_text) && row->periods.empty() && row->due.to.empty();
      if (!responsible && !date) continue;
      model::Finding finding;
      finding.table = table.table;
      finding.message = "El compromiso " + commitment_name(*row) + " no tiene " +
                        (responsible && date ? "responsable ni fecha"
                         : responsible       ? "responsable"
                                             : "fecha") +
                        ".";
      finding.evidence.push_back(
          field_evidence(context, table, *row, responsible ? "responsable" : "fecha", model::Role::reported));
      finding.evidence.push_back(evidence_of(row->source, model::Role::commitment));
      finding.steps.push_back(finding.message);
      report.add(std::move(finding),
                 commitment_place(context, *row) + "|" + (responsible ? "responsable" : "") + (date ? "fecha" : ""));
    }
  }
}

}  // namespace cotejo::checks
