#include "pipeline/checks/rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/checks/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {

std::string fingerprint(std::string_view rule, std::string_view place, std::string_view reported) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&hash](std::string_view text) {
    for (const char c : text) {
      hash ^= static_cast<unsigned char>(c);
      hash *= 1099511628211ULL;
    }
    hash ^= 0x1FU;  // a separator, so that ("ab", "c") and ("a", "bc") differ
    hash *= 1099511628211ULL;
  };
  mix(rule);
  mix(normalise::fold(place));
  mix(reported);
  return base::hex(hash);
}

namespace {

std::string certainty(double confidence) {
  std::string text = fmt::format("{:.2f}", confidence);
  text[1] = ',';
  return text;
}

// Rules whose relations tell a slip of the report from one of the reader.
bool weighed_by_sums(std::string_view rule) {
  return rule == "total-no-cuadra" || rule == "fila-no-cuadra" || rule == "porcentaje-no-cuadra" ||
         rule == "sobre-ejecucion";
}

// Report or reading? By the least sure of the readings that the finding rests on. A figure of prose has no sums that
// vouch for it, so that a doubtful reading of it is its likely reason; tables weigh theirs by what their sums say.
void judge_reading(model::Finding& finding, std::string_view rule) {
  const model::Source* least = nullptr;
  for (const model::Evidence& evidence : finding.evidence) {
    const model::Source& source = evidence.source;
    if (source.origin != model::Origin::ocr || source.text.empty()) continue;
    if (least == nullptr || source.confidence < least->confidence) least = &source;
  }
  if (least == nullptr || finding.diagnosis == model::Diagnosis::doubtful_reading) return;
  if (least->confidence >= kSureReading) {
    finding.steps.push_back("¿Informe o lectura? Más probable el informe: todo se leyó de la imagen con certeza de " +
                            certainty(least->confidence) + " o más.");
    return;
  }
  const std::string doubt =
      guillemets(least->text, 40) + " se leyó de la imagen con poca certeza (" + certainty(least->confidence) + ")";
  const model::Source& reported = finding.evidence.front().source;
  if (&reported == least && (reported.table < 0 || !weighed_by_sums(rule))) {
    finding.diagnosis = model::Diagnosis::doubtful_reading;
    finding.message += " Puede ser un error de lectura: " + doubt + ".";
  }
  finding.steps.push_back("¿Informe o lectura? Puede ser la lectura: " + doubt + "; compárela con la imagen.");
}

bool same_place(const model::Evidence& a, const model::Evidence& b) {
  const model::Source &p = a.source, &q = b.source;
  return p.table >= 0 && p.row >= 0 && p.table == q.table && p.row == q.row && p.column == q.column &&
         // Two figures of a sentence in one cell are two places.
         (p.text == q.text || p.text.empty() || q.text.empty());
}

// The same figures of the same tables held against each other, under another name; of two, either may be the one that
// is said to be wrong.
bool same_places(const model::Finding& a, const model::Finding& b) {
  if (a.evidence.size() != b.evidence.size() || a.rule != b.rule) return false;
  if (std::equal(a.evidence.begin(), a.evidence.end(), b.evidence.begin(), same_place)) return true;
  return a.evidence.size() == 2 && std::equal(a.evidence.begin(), a.evidence.end(), b.evidence.rbegin(), same_place);
}

}  // namespace

void Report::add(model::Finding finding, std::string_view place) {
  add(std::move(finding), place, rule_.severity);
}

void Report::add(model::Finding finding, std::string_view place, model::Severity at_most) {
  finding.rule = rule_.name;
  const bool of_tables = finding.evidence.size() >= 2 && finding.evidence.front().source.table >= 0;
  const bool told = of_tables && std::any_of(result_.findings.begin(), result_.findings.end(),
                                             [&](const model::Finding& other) { return same_places(finding, other); });
  if (told) return;
  finding.severity = std::max(rule_.severity, at_most);  // the larger value is the milder
  if (settings_.severity >= 0 && settings_.severity <= 2 && at_most <= rule_.severity) {
    finding.severity = static_cast<model::Severity>(settings_.severity);
  }
  judge_reading(finding, rule_.name);
  if (finding.diagnosis == model::Diagnosis::doubtful_reading && !weighed_by_sums(rule_.name))
    finding.severity = model::Severity::info;
  if (finding.page == 0 && !finding.evidence.empty()) finding.page = finding.evidence.front().source.page;
  finding.fingerprint = fingerprint(rule_.name, place, finding.reported);
  // The same words twice in one document: keep both apart, in reading order.
  int twin = 1;
  const auto taken = [&](const std::string& print) {
    return std::any_of(result_.findings.begin(), result_.findings.end(),
                       [&](const model::Finding& other) { return other.fingerprint == print; });
  };
  while (taken(finding.fingerprint)) {
    finding.fingerprint = fingerprint(rule_.name, std::string(place) + " #" + std::to_string(++twin), finding.reported);
  }
  result_.findings.push_back(std::move(finding));
}

void Report::untested(int table, std::string reason) {
  result_.untested.push_back({std::string(rule_.name), table, std::move(reason)});
}

std::string table_name(const model::Table& table) {
  if (table.title.empty()) return "la tabla de la página " + std::to_string(table.first_page);
  return "la tabla " + guillemets(table.title, 70);
}

model::Evidence evidence_of(const model::Source& source, model::Role role, std::string value) {
  model::Evidence evidence;
  evidence.role = role;
  evidence.source = source;
  evidence.value = std::move(value);
  using tolerances::rule::kLongestQuote;
  if (std::string& text = evidence.source.text; text.size() > kLongestQuote) {
    std::size_t end = kLongestQuote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end) + "…";
  }
  return evidence;
}

model::Evidence evidence_of(const TableAnalysis& table, Place place, model::Role role) {
  model::Evidence evidence;
  evidence.role = role;
  model::Source& source = evidence.source;
  source.table = table.figures.reading().table;
  source.row = place.row;
  source.column = place.column;
  const Figure& figure = table.figures.at(place);
  if (figure.cell >= 0) {
    const model::Cell& cell = table.figures.table().cells[static_cast<std::size_t>(figure.cell)];
    source.page = cell.page;
    source.box = cell.box;
    source.text = cell.text;
    source.origin = cell.origin;
    source.confidence = cell.confidence;
  }
  if (figure.known == Known::printed) evidence.value = figure.amount.value.to_string();
  return evidence;
}

}  // namespace cotejo::checks
