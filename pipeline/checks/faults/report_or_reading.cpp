#include <algorithm>
#include <string>

#include "pipeline/checks/faults/surroundings.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::checks {
namespace {

using model::Micro;

bool few_digits_apart(Micro a, Micro b) {
  const std::string x = model::micro_to_string(a);
  const std::string y = model::micro_to_string(b);
  if (x.size() != y.size()) return x.size() + 1 == y.size() || y.size() + 1 == x.size();
  int differ = 0;
  for (std::size_t i = 0; i < x.size(); ++i) differ += x[i] != y[i];
  return differ <= 2;
}

// A figure read with little confidence, that no sum that holds vouches for and that a digit or two would mend.
bool judge_doubtful(const Surroundings& around, Fault& fault, int index) {
  const Figures& figures = around.figures();
  for (const Place place : places_of(around.relation(index))) {
    const Figure& figure = figures.at(place);
    if (!figure.ocr || figure.confidence >= kSureReading || figure.known != Known::printed) continue;
    const std::vector<int>& sums = around.sums_at(place);
    if (std::any_of(sums.begin(), sums.end(), [&](int i) { return around.outcome(i).verdict == Verdict::holds; }))
      continue;
    const Micro printed = model::micro(figure.amount.value);
    const Micro value = around.wanted(place, index);
    if (!few_digits_apart(printed, value)) continue;
    fault.misread = true;
    fault.reading = "«" + model::micro_to_string(printed) + "» se leyó con poca confianza y con «" +
                    model::micro_to_string(value) + "» cuadraría";
    return true;
  }
  return false;
}

}  // namespace

void judge_reading(const Surroundings& around, Fault& fault) {
  const Figures& figures = around.figures();
  const int index = fault.relations.front();
  for (const Place place : places_of(around.relation(index))) {
    const Figure& figure = figures.at(place);
    if (!figure.ocr || figure.cell < 0) continue;
    const model::Cell& cell = figures.table().cells[static_cast<std::size_t>(figure.cell)];
    const normalise::NumberContext context{figures.reading().columns[static_cast<std::size_t>(place.column)].mark,
                                           figure.amount.unit,
                                           figures.reading().columns[static_cast<std::size_t>(place.column)].scale};
    for (const model::Reading& other : cell.alternatives) {
      const normalise::NumberReading number = normalise::read_number(other.text, context);
      if (number.kind != normalise::NumberKind::number) continue;
      const Figures changed = figures.with(place, number.amount);
      const std::vector<int>& sums = around.sums_at(place);
      bool good = test(around.relation(index), changed).verdict == Verdict::holds;
      for (const int i : sums)
        good = good && (around.outcome(i).verdict != Verdict::holds ||
                        test(around.relation(i), changed).verdict == Verdict::holds);
      if (!good) continue;
      fault.misread = true;
      fault.reading = "la lectura «" + other.text + "» en vez de «" + cell.text + "» hace cuadrar la relación";
      return;
    }
  }
  if (fault.relations.size() == 1 && additive(around.relation(index)) && judge_doubtful(around, fault, index)) return;
  const Figure& figure = figures.at(fault.place);
  const bool one_digit = writing_slip(fault.reported, fault.expected).kind == model::Diagnosis::wrong_digit;
  if (figure.ocr && fault.relations.size() >= 2 && one_digit) {
    fault.misread = true;
    fault.reading =
        "un solo dígito leído distinto hace cuadrar " + std::to_string(fault.relations.size()) + " relaciones";
  }
}

}  // namespace cotejo::checks
