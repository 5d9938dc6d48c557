#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::tables {

// Whether figures are the labels of a chart's bars: they stand on shades that are thinner than themselves, that stand
// farther apart than they are high, or whose ends differ from figure to figure where those of a table's cells keep to
// its rows and columns. `em`: their text size, points.
[[nodiscard]] bool on_bars(const std::vector<model::Rect>& figures, double em, const model::Page& page);

}  // namespace cotejo::tables
