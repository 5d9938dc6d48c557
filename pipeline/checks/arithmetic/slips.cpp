#include "pipeline/checks/arithmetic/slips.h"

#include <algorithm>

#include "base/digits.h"
#include "pipeline/checks/arithmetic/tolerances.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::checks {
namespace {

using model::Micro;

// Significant digits of a value in millionths: those of the fraction only where there is one.
std::string digits_of(Micro value) {
  std::string text = model::micro_to_string(magnitude(value));
  const std::size_t point = text.find('.');
  if (point != std::string::npos) {
    // Keep the place of the point comparable: always six decimals.
    std::string fraction = text.substr(point + 1);
    fraction.resize(6, '0');
    return text.substr(0, point) + "." + fraction;
  }
  return text;
}

// Both with the same number of decimals, so that equal places hold equal powers of ten.
void align(std::string& a, std::string& b) {
  const bool pointed_a = a.find('.') != std::string::npos;
  const bool pointed_b = b.find('.') != std::string::npos;
  if (pointed_a && !pointed_b) b += ".000000";
  if (pointed_b && !pointed_a) a += ".000000";
}

bool drops_one_digit(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(differ.first, shorter.end(), differ.second + 1);
}

// Header cells over a column, as figures: a formula that begins one row too early swallows them.
std::vector<Micro> header_figures(const Figures& figures, int column) {
  std::vector<Micro> values;
  for (int r = 0; r < figures.rows(); ++r) {
    if (figures.row(r).body) break;
    const int index = figures.table().at(r, column);
    if (index < 0) continue;
    for (const normalise::NumberToken& token :
         normalise::find_numbers(figures.table().cells[static_cast<std::size_t>(index)].text)) {
      Micro value = 0;
      for (const char c : token.text) {
        if (base::is_digit(c) && value < Micro{1'000'000'000'000}) value = value * 10 + (c - '0');
      }
      if (value != 0) values.push_back(value * model::kMicro);
    }
  }
  return values;
}

std::string quoted_line(const Figures& figures, Place place, bool row_wise) {
  return "«" + (row_wise ? figures.column_name(place.column) : figures.row_name(place.row)) + "»";
}

}  // namespace

Slip writing_slip(Micro reported, Micro expected) {
  if (reported == expected) return {};
  if (reported == -expected) return {model::Diagnosis::sign, "el signo está cambiado", {}};
  if (reported == 0 || expected == 0) return {};
  std::string a = digits_of(reported);
  std::string b = digits_of(expected);
  align(a, b);
  if ((reported < 0) == (expected < 0)) {
    if (a.size() == b.size()) {
      std::vector<std::size_t> differ;
      for (std::size_t i = 0; i < a.size() && differ.size() <= 2; ++i) {
        if (a[i] != b[i]) differ.push_back(i);
      }
      if (differ.size() == 1 && a.size() >= 2) return {model::Diagnosis::wrong_digit, "hay un dígito cambiado", {}};
      if (differ.size() == 2 && a[differ[0]] == b[differ[1]] && a[differ[1]] == b[differ[0]]) {
        return {model::Diagnosis::digits_transposed, "hay dos dígitos transpuestos", {}};
      }
    }
    const Micro larger = std::max(magnitude(reported), magnitude(expected));
    const Micro smaller = std::min(magnitude(reported), magnitude(expected));
    for (const std::int64_t factor : {10LL, 100LL, 1'000LL, 1'000'000LL}) {
      if (smaller * factor == larger) return {model::Diagnosis::scale, "la escala no es la misma", {}};
    }
    if (a.size() >= 4 && b.size() >= 3 && drops_one_digit(a, b))
      return {model::Diagnosis::wrong_digit, "sobra un dígito", {}};
    if (b.size() >= 4 && a.size() >= 3 && drops_one_digit(b, a))
      return {model::Diagnosis::wrong_digit, "falta un dígito", {}};
  }
  return {};
}

Slip written_sum_slip(Micro reported, Micro expected, std::int8_t exponent, std::size_t parts) {
  const Slip slip = writing_slip(reported, expected);
  if (!slip.none() || exponent == 0) return slip;
  const Micro unit = model::micro({1, exponent});
  const Micro most = std::min<Micro>(static_cast<Micro>(parts + 1) / 2, kRoundedUnits);
  for (Micro off = 1; off <= most; ++off) {
    for (const Micro beside : {expected - off * unit, expected + off * unit}) {
      Slip transposed = writing_slip(reported, beside);
      if (transposed.kind == model::Diagnosis::digits_transposed) return transposed;
    }
  }
  return {};
}

Slip sum_slip(const Relation& relation, const Figures& figures, const Outcome& outcome) {
  if (outcome.verdict == Verdict::rounding) return {model::Diagnosis::rounding, "la diferencia es de redondeo", {}};
  const bool row_wise = relation.kind == RelationKind::row_sum;
  const Micro over = outcome.difference;  // what the printed figure has too much
  if (!row_wise) {
    for (const Micro header : header_figures(figures, relation.result.column)) {
      if (over == header) {
        return {model::Diagnosis::heading_summed,
                "la suma incluyó el encabezado «" + model::micro_to_string(header) + "» como si fuera una cifra",
                {}};
      }
    }
  }
  if (relation.parts.size() >= 2) {
    const auto lines = std::count_if(relation.parts.begin(), relation.parts.end(), [&](const Part& part) {
      const Figure& figure = figures.at(part.place);
      return figure.known == Known::printed && figure.amount.value.mantissa != 0;
    });
    const Part* omitted = nullptr;
    const Part* repeated = nullptr;
    const Part* reversed = nullptr;
    int omissions = 0, repetitions = 0;
    for (const Part& part : relation.parts) {
      const Figure& figure = figures.at(part.place);
      if (figure.known != Known::printed || figure.amount.value.mantissa == 0) continue;
      const Micro share = part.weight * model::micro(figure.amount.value);
      if (over == -share) {
        omitted = &part;  // the last such line: formulas stop early more often than late
        ++omissions;
      }
      if (over == share) {
        if (repeated == nullptr) repeated = &part;
        ++repetitions;
      }
      if (over == -2 * share && reversed == nullptr) reversed = &part;
    }
    // Several small lines are equal to any small difference: that tells nothing.
    const bool small = magnitude(over) < kTellingDifference;
    if (small && omissions > 1) omitted = nullptr;
    if (small && repetitions > 1) repeated = nullptr;
    // What is equal to one of two lines repeats it: no sum left the other out.
    if (omitted != nullptr && lines > 2) {
      const bool last = omitted == &relation.parts.back() && !row_wise;
      return {model::Diagnosis::line_left_out,
              last ? "la suma se detuvo una línea antes: falta " + quoted_line(figures, omitted->place, row_wise)
                   : "no se sumó " + quoted_line(figures, omitted->place, row_wise),
              omitted->place};
    }
    if (repeated != nullptr) {
      return {model::Diagnosis::line_repeated, "se contó dos veces " + quoted_line(figures, repeated->place, row_wise),
              repeated->place};
    }
    if (reversed != nullptr) {
      return {model::Diagnosis::sign, quoted_line(figures, reversed->place, row_wise) + " entró con el signo contrario",
              reversed->place};
    }
  }
  if (!row_wise) {  // a subtotal of the same block counted beside its lines
    for (int r = 0; r < figures.rows(); ++r) {
      const Figure& figure = figures.at({r, relation.result.column});
      if (r != relation.result.row && figures.row(r).total && figure.known == Known::printed && over != 0 &&
          over == model::micro(figure.amount.value)) {
        return {model::Diagnosis::line_repeated, "se sumó también el subtotal " + quoted_line(figures, {r, 0}, false),
                Place{r, 0}};
      }
    }
  }
  return written_sum_slip(outcome.reported, outcome.expected, figures.at(relation.result).amount.value.exponent,
                          relation.parts.size());
}

std::vector<Place> doubtful_parts(const Relation& relation, const Figures& figures, const Outcome& outcome) {
  std::vector<Place> places;
  for (const Part& part : relation.parts) {
    const Figure& figure = figures.at(part.place);
    if (figure.known != Known::printed) continue;
    const Micro printed = model::micro(figure.amount.value);
    const Micro wanted = printed + part.weight * outcome.difference;
    const Slip slip = writing_slip(printed, wanted);
    if (slip.kind == model::Diagnosis::digits_transposed || slip.kind == model::Diagnosis::wrong_digit)
      places.push_back(part.place);
  }
  return places;
}

}  // namespace cotejo::checks
