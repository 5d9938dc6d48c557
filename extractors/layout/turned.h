#pragma once

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::layout {

// The direction, in degrees clockwise (0, 90, 180, 270), in which most of the page's visible text reads. A table that
// is wider than the sheet is often set sideways on it.
[[nodiscard]] int reading_direction(const model::Page& page);

// The page as a reader holds it who turns the sheet so that text of this direction stands upright.
[[nodiscard]] model::Page turned_upright(const model::Page& page, int direction);

// A box on that turned page, back on `page` itself.
[[nodiscard]] model::Rect turned_back(const model::Rect& box, const model::Page& page, int direction);

}  // namespace cotejo::layout
