#include <algorithm>
#include <map>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "pipeline/checks/faults/analysis.h"
#include "pipeline/checks/faults/tolerances.h"

namespace cotejo::checks {
namespace {

std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text)
    if (base::is_digit(c)) digits += c;
  return digits;
}

// "1,414" read for 1.414, or 380.500 for 380.500.000 with its end lost.
bool other_separators(const std::string& printed, model::Micro wanted) {
  const std::string digits = digits_of(printed);
  if (digits.size() < kLongFigure || wanted % model::kMicro != 0) return false;
  const std::string whole = digits_of(model::micro_to_string(wanted));
  return whole == digits ||
         (whole.starts_with(digits) && whole.find_first_not_of('0', digits.size()) == std::string::npos);
}

// Slips of the pen leave most of a figure as it should be, or have a name.
bool far_off(const Fault& fault) {
  const model::Micro off = fault.reported - fault.expected;
  return kFarOff * (off < 0 ? -off : off) > (fault.expected < 0 ? -fault.expected : fault.expected);
}

// "142¹" whose mark of a note came out as a digit of its size: one digit too many at the end, and a figure of
// thousands without the separators that a writer gives it.
bool note_mark(const Figures& figures, const Fault& fault, Place place, model::Micro wanted) {
  const Figure& figure = figures.at(place);
  if (figure.cell < 0 || figure.known != Known::printed || fault.rounding || wanted <= 0) return false;
  const std::string& printed = figures.table().cells[static_cast<std::size_t>(figure.cell)].text;
  if (!base::all_digits(printed) || printed.size() < kLongFigure || figure.value % (10 * model::kMicro) == 0)
    return false;
  if (figure.value / (10 * model::kMicro) * model::kMicro != wanted) return false;
  for (int r = 0; r < figures.rows(); ++r) {
    const Figure& other = figures.at({r, place.column});
    if (r == place.row || other.cell < 0 || other.known != Known::printed) continue;
    const std::string& text = figures.table().cells[static_cast<std::size_t>(other.cell)].text;
    if (base::all_digits(text) && text.size() >= kLongFigure) return false;
  }
  return true;
}

// "24,367,800,0" whose cell ends before its figure does: the last group lacks digits, and what is there begins the
// figure that the sum asks for.
bool end_lost(const Figures& figures, const Fault& fault) {
  const Figure& figure = figures.at(fault.place);
  if (figure.cell < 0 || figure.known != Known::printed || fault.rounding || fault.expected <= figure.value)
    return false;
  const std::string& printed = figures.table().cells[static_cast<std::size_t>(figure.cell)].text;
  const std::size_t first = printed.find_first_of("0123456789");
  if (first == std::string::npos) return false;
  const base::DigitRuns runs = base::digit_runs(std::string_view(printed).substr(first), ".,");
  if (runs.count < kRunsOfCutFigure || !runs.grouped(runs.count - 1) || runs.lengths[runs.count - 1] >= base::kGroup)
    return false;
  for (std::size_t i = 1; i + 1 < runs.count; ++i)
    if (runs.signs[i] != runs.signs[0]) return false;
  const std::string whole = digits_of(model::micro_to_string(fault.expected / model::kMicro * model::kMicro));
  return whole.size() > digits_of(printed).size() && whole.starts_with(digits_of(printed));
}

// A figure of its relations that was read from the image without being sure of it; nothing where all are sure.
const Figure* unsure_part(const Figures& figures, const std::vector<Relation>& relations, const Fault& fault) {
  const Figure* least = nullptr;
  const auto look = [&](Place place) {
    const Figure& figure = figures.at(place);
    if (figure.known != Known::printed || !figure.ocr || figure.cell < 0 || figure.confidence >= kSureReading) return;
    if (least == nullptr || figure.confidence < least->confidence) least = &figure;
  };
  for (const int index : fault.relations) {
    const Relation& relation = relations[static_cast<std::size_t>(index)];
    look(relation.result);
    for (const Part& part : relation.parts) look(part.place);
  }
  return least;
}

}  // namespace

void judge_misreadings(const Figures& figures, const std::vector<Relation>& relations, std::vector<Fault>& faults) {
  std::map<std::pair<int, int>, int> left_out;  // total row, line
  for (const Fault& fault : faults)
    if (fault.slip.kind == model::Diagnosis::line_left_out && fault.slip.at)
      ++left_out[{fault.place.row, fault.slip.at->row}];
  for (Fault& fault : faults) {
    const Figure& figure = figures.at(fault.place);
    if (note_mark(figures, fault, fault.place, fault.expected)) {
      fault.misread = true;
      fault.reading = "el último dígito puede ser la llamada de una nota";
    } else if (end_lost(figures, fault)) {
      fault.misread = true;
      fault.reading = "a la cifra le falta el final, que puede estar en otro renglón";
    }
    if (fault.misread || fault.rounding || !figure.ocr || figure.cell < 0) continue;
    const std::string& printed = figures.table().cells[static_cast<std::size_t>(figure.cell)].text;
    if (fault.slip.kind == model::Diagnosis::scale && other_separators(printed, fault.expected)) {
      fault.reading = "«" + printed + "» son los mismos dígitos que «" + model::micro_to_string(fault.expected) +
                      "», con otros separadores";
    } else if (fault.slip.kind == model::Diagnosis::sign) {
      fault.reading = "el signo puede ser un resto de línea o una mancha";
    } else if (fault.slip.kind == model::Diagnosis::line_left_out && fault.slip.at &&
               left_out[{fault.place.row, fault.slip.at->row}] >= kWholeLine) {
      fault.reading = "la misma línea sobra en varias columnas: su lugar en la tabla se leyó mal";
    } else if (fault.slip.none() && !fault.culprit && fault.suspects.empty() && far_off(fault)) {
      fault.reading = "la diferencia es grande y ningún error de escritura la explica";
    } else if (const Figure* unsure = unsure_part(figures, relations, fault);
               unsure != nullptr && fault.slip.none() && !fault.culprit && fault.suspects.empty()) {
      fault.reading = "ningún error de escritura explica la diferencia, y «" +
                      figures.table().cells[static_cast<std::size_t>(unsure->cell)].text +
                      "» se leyó de la imagen con poca certeza";
    } else {
      continue;
    }
    fault.misread = true;
  }
}

}  // namespace cotejo::checks
