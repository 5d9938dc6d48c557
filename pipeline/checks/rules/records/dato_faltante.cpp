#include <algorithm>
#include <set>

#include "base/letters.h"
#include "pipeline/checks/commitments_view.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

bool nothing(const std::string& text) {
  return normalise::fold(text).empty();
}

// "Hacer seguimiento a los informes de austeridad en el": its last word opens what does not follow.
bool breaks_off(const std::string& text) {
  static const std::set<std::string> openers{"de",   "del", "la", "el", "los", "las", "a",  "al",  "en", "con",
                                             "para", "por", "y",  "e",  "o",   "u",   "un", "una", "su", "que"};
  const std::vector<std::string> words = normalise::folded_words(text);
  return words.size() > 1 && openers.contains(words.back());
}

bool begins_small(const std::string& text) {
  std::size_t at = 0;
  return !text.empty() && base::small_letter(base::next_code_point(text, at));
}

// Whether the row's commitment was cut in two by the reading, or the field stands apart in a row that is none: what it
// lacks, the report may have.
bool in_pieces(const Context& context, const CommitmentTable& table, std::size_t index, const std::string& field) {
  const model::Commitment& row = *table.rows[index];
  if (breaks_off(row.text) || begins_small(row.text)) return true;
  if (index + 1 < table.rows.size() && begins_small(table.rows[index + 1]->text)) return true;
  const auto column = table.columns.find(field);
  if (column == table.columns.end() || row.source.row < 0) return false;
  const mapping::TableReading& reading = context.document.tables[static_cast<std::size_t>(table.table)];
  const model::Table& cells = context.bundle().tables[static_cast<std::size_t>(table.table)];
  for (const int next : {row.source.row - 1, row.source.row + 1}) {
    if (next < reading.header_rows || next >= static_cast<int>(reading.rows.size())) continue;
    const bool own = std::any_of(table.rows.begin(), table.rows.end(),
                                 [&](const model::Commitment* other) { return other->source.row == next; });
    const mapping::CellReading& cell = reading.at(next, column->second);
    if (!own && cell.origin && cell.cell >= 0 && !nothing(cells.cells[static_cast<std::size_t>(cell.cell)].text))
      return true;
  }
  return false;
}

// An X in a column that no head names: when it is due, for whoever sees the page.
bool has_marks(const Context& context, const CommitmentTable& table, const model::Commitment& row) {
  const mapping::TableReading& reading = context.document.tables[static_cast<std::size_t>(table.table)];
  if (row.source.row < 0 || row.source.row >= static_cast<int>(reading.rows.size())) return false;
  for (std::size_t c = 0; c < reading.columns.size(); ++c) {
    const mapping::CellReading& cell = reading.at(row.source.row, static_cast<int>(c));
    if (reading.columns[c].head.empty() && cell.origin && cell.number.kind == normalise::NumberKind::mark) return true;
  }
  return false;
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
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const model::Commitment* row = table.rows[i];
      report.tested(static_cast<int>(responsible_told) + static_cast<int>(date_told));
      if (nothing(row->text)) continue;
      const bool responsible = responsible_told && nothing(row->responsible);
      const bool date = date_told && nothing(row->due_text) && row->periods.empty() && row->due.to.empty() &&
                        !has_marks(context, table, *row);
      if (!responsible && !date) continue;
      if (in_pieces(context, table, i, responsible ? "responsable" : "fecha")) {
        report.untested(table.table, "el compromiso " + commitment_name(*row) + " parece leído en pedazos");
        continue;
      }
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
