#include "pipeline/checks/commitments_view.h"
#include "pipeline/checks/prose/citations.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/sentences.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// A plan of one vigencia closes with reports that fall due early in the next: its first quarter is worth a note, no
// more.
constexpr const char* kEndOfClosing = "-03-31";

std::string year_text(int year) {
  return std::to_string(year);
}

int vigencia_of(const Context& context, const CommitmentTable& table) {
  const mapping::TableReading& reading = context.document.tables[static_cast<std::size_t>(table.table)];
  if (context.info().vigencia_from > 0 && context.info().vigencia_from == context.info().vigencia_to) {
    return context.info().vigencia_from;
  }
  return context.info().vigencia_from == 0 ? reading.vigencia : 0;
}

// A year of a scan that one digit read otherwise would make the vigencia.
bool one_digit_apart(const std::string& year, const std::string& other) {
  int differ = 0;
  for (std::size_t i = 0; i < year.size() && i < other.size(); ++i) differ += year[i] != other[i];
  return year.size() == other.size() && differ == 1;
}

void due_dates(const Context& context, const CommitmentTable& table, Report& report) {
  const int vigencia = vigencia_of(context, table);
  if (vigencia == 0) {
    report.untested(table.table, "el documento no dice de qué vigencia es el plan");
    return;
  }
  const std::string first = year_text(vigencia) + "-01-01";
  const std::string last = year_text(vigencia) + "-12-31";
  const auto outside = [&](const model::Commitment& row) { return row.due.from > last || row.due.to < first; };
  int dated = 0, out = 0;
  for (const model::Commitment* row : table.rows) {
    if (row->due.to.empty()) continue;
    ++dated;
    out += outside(*row);
  }
  if (dated == 0) return;
  report.tested(dated);
  if (2 * out > dated) return;  // a plan over several years, or of another vigencia: its caption's affair
  for (const model::Commitment* row : table.rows) {
    if (row->due.to.empty() || !outside(*row)) continue;
    const bool closing = row->due.from > last && row->due.to <= year_text(vigencia + 1) + kEndOfClosing;
    model::Finding finding;
    finding.table = table.table;
    finding.reported = row->due.to;
    finding.expected = year_text(vigencia);
    finding.message = "El compromiso " + commitment_name(*row) + " tiene fecha " + guillemets(row->due_text, 60) +
                      ", fuera de la vigencia " + year_text(vigencia) + ".";
    finding.steps = {"Fecha impresa: " + row->due_text + " (" + row->due.to + ")",
                     "Vigencia del plan: del " + first + " al " + last};
    finding.evidence.push_back(field_evidence(context, table, *row, "fecha", model::Role::reported));
    const bool misread = finding.evidence.front().source.origin == model::Origin::ocr &&
                         one_digit_apart(row->due.to.substr(0, 4), year_text(vigencia));
    report.add(std::move(finding), commitment_place(context, *row),
               closing || misread ? model::Severity::info : model::Severity::warning);
  }
}

// Facts told in the progress of a commitment that happened after the report's own cut-off. Dates of laws, decrees and
// other citations are no facts of the report.
void facts_after_cutoff(const Context& context, const CommitmentTable& table, Report& report) {
  const std::string& cutoff = context.info().cutoff;
  if (!normalise::valid_day(cutoff)) return;
  for (const model::Commitment* row : table.rows) {
    for (const normalise::DateReading& date : normalise::find_dates(row->progress_text)) {
      if (!date.year_printed || date.periodic || date.span.from.empty() || date.span.from != date.span.to) continue;
      report.tested(1);
      if (date.span.from <= cutoff || cited(row->progress_text, date.begin)) continue;
      const std::string sentence = mapping::sentence_at(row->progress_text, date.begin);
      const std::string folded = " " + normalise::fold(sentence) + " ";
      bool told = false;  // a fact and not a plan
      for (const char* verb : {" se realiz", " se llev", " se efectu", " se celebr", " se present", " se public",
                               " se hizo ", " se ejecut", " realizad", " particip", " se suscrib"}) {
        told = told || folded.find(verb) != std::string::npos;
      }
      if (!told) continue;
      model::Finding finding;
      finding.table = table.table;
      finding.reported = date.span.from;
      finding.expected = cutoff;
      finding.message = "El compromiso " + commitment_name(*row) + " cuenta como hecho algo del " +
                        guillemets(date.text, 40) + ", posterior al corte del informe (" + cutoff + ").";
      finding.steps = {"Hecho: " + sentence, "Corte del informe: " + cutoff};
      finding.evidence.push_back(field_evidence(context, table, *row, "avance", model::Role::reported));
      report.add(std::move(finding), commitment_place(context, *row) + "|" + date.text);
    }
  }
}

}  // namespace

void fecha_fuera_de_periodo(const Context& context, Report& report) {
  for (const CommitmentTable& table : commitment_tables(context)) {
    if (table.columns.contains("fecha")) due_dates(context, table, report);
    facts_after_cutoff(context, table, report);
  }
}

}  // namespace cotejo::checks
