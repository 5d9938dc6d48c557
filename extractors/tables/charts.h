#pragma once

#include <vector>

#include "extractors/tables/segments.h"
#include "model/page.h"

namespace cotejo::tables {

// Areas of charts, told by their axes: numbers that fall (from top to bottom) or rise (from left to right) by one step
// at one distance. Years and running numbers are no axis. An area reaches as far as what is drawn beside the axis;
// where nothing is, to the page's edge.
[[nodiscard]] std::vector<model::Rect> chart_areas(const std::vector<TextLine>& lines, const model::Page& page);

}  // namespace cotejo::tables
