#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::pdf {

// Rules that were painted as small squares or short dashes, one by one, at even distances on one line. `dots`: boxes,
// page points, in any order.
[[nodiscard]] std::vector<model::Rule> dotted_lines(const std::vector<model::Rect>& dots);

}  // namespace cotejo::pdf
