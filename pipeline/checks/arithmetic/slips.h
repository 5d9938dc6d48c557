#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/amount.h"
#include "model/finding.h"
#include "pipeline/checks/arithmetic/relation.h"

namespace cotejo::checks {

// Why a printed figure is probably what it is instead of what it should be (DESIGN: diagnostico).
struct Slip {
  model::Diagnosis kind = model::Diagnosis::none;
  std::string words;        // a Spanish clause for the message ("falta la línea «…»"), may be empty
  std::optional<Place> at;  // the line left out, repeated or with the wrong sign
  [[nodiscard]] bool none() const { return kind == model::Diagnosis::none; }
};

// A slip of writing between two figures: digitos-transpuestos, digito-errado (wrong, missing or doubled digit), signo,
// escala; empty when they are not one slip apart. Both in millionths.
[[nodiscard]] Slip writing_slip(model::Micro reported, model::Micro expected);

// The same for the sum of `parts` figures that were rounded to 10^exponent one by one: what they add up to may be a few
// of the last digits off what was printed before two digits changed places.
[[nodiscard]] Slip written_sum_slip(model::Micro reported, model::Micro expected, std::int8_t exponent,
                                    std::size_t parts);

// Tries how people slip when they sum, on a relation that fails: a header year summed in, a line left out or counted
// twice, a sign, a formula that stopped early, a figure of another column; then writing_slip of the result.
[[nodiscard]] Slip sum_slip(const Relation& relation, const Figures& figures, const Outcome& outcome);

// One slip of writing in a part would make the relation hold: the parts it could be, the likeliest first.
[[nodiscard]] std::vector<Place> doubtful_parts(const Relation& relation, const Figures& figures,
                                                const Outcome& outcome);

}  // namespace cotejo::checks
