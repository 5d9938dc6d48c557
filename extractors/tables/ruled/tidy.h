#pragma once

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// Takes out what double rules and separate frames leave in a lattice: rows and columns without words that are too thin
// for any. Where such a gap parts a frame around text (one cell over all columns) from the table, the frame goes; its
// words are in no cell then, and its area is put into `frames`. `gap` points: rows and columns thinner than this are
// gaps.
[[nodiscard]] PageTable without_gaps(PageTable table, double gap, std::vector<model::Rect>& frames);

}  // namespace cotejo::tables
