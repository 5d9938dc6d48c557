#pragma once

#include <vector>

#include "extractors/layout/lines.h"
#include "model/page.h"

namespace cotejo::layout {

// Where the notes at the foot of the page begin, points from its top: at the short rule that writers draw over them,
// with their marks below it. The page's height where it has none. What runs over the page goes on past them. `body`:
// the lines outside tables and running heads.
[[nodiscard]] double notes_begin(const model::Page& page, const std::vector<Line>& body);

}  // namespace cotejo::layout
