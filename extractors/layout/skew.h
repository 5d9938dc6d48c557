#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/page.h"
#include "model/table.h"

namespace cotejo::layout {

// A skewed scan is read from its picture set straight (Page::skew degrees clockwise about the middle, then its rows
// moved sideways until upright lines that lean by Page::lean stand): tables cannot be found otherwise. Where a point of the straight page lies on the page as it is shown.
[[nodiscard]] model::Point as_shown(model::Point straight, const model::Page& page);

// A box, moved with its middle; it keeps its size, for words and cells are small.
[[nodiscard]] model::Rect as_shown(const model::Rect& straight, const model::Page& page);

// Moves what was found on straight pages to where it is shown: words, cells, tables, blocks and figures outside. Rules
// and shades stay: they have no level place on a skewed page. To be done once, after everything was found.
void show_skewed(std::vector<model::Page>& pages, std::vector<model::Table>& tables, std::vector<model::Block>& blocks,
                 std::vector<model::OutsideFigure>& outside);

}  // namespace cotejo::layout
