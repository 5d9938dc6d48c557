#pragma once

#include <vector>

#include "model/page.h"

namespace cotejo::tables {

// The white between two sides of a page, points.
struct Gap {
  double left_end = 0, right_begin = 0;
  double x = 0;  // within it
};

// Whether the rules between the heights y0 and y1 tell two sides apart: rules on one height that stop at the gap and
// begin again behind it, rules of either side where the other has none, or an upright rule at the end of each. Each
// runs over most of its side.
[[nodiscard]] bool parted_by_rules(const model::Rect& left, const model::Rect& right, const Gap& gap,
                                   const std::vector<model::Rule>& rules, double y0, double y1, double em);

// Places between the ends of rules that stand on one height: each where two of them at least leave a gap. `em`: text
// size, points.
[[nodiscard]] std::vector<double> gaps_of_rules(const std::vector<model::Rule>& rules, double em);

}  // namespace cotejo::tables
