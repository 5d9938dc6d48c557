#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Tables that stand so close side by side that their rules were taken for one grid: parted at every column that is
// narrower than a text size, empty, and bridged by no cell. Each part keeps only the row borders that are its own. A
// double rule within one table leaves such a column, too: both sides of it have the same rows, and the right one no
// labels of its own. text_size: points.
[[nodiscard]] std::vector<PageTable> parted_at_gutters(const model::Page& page, const PageTable& table,
                                                       double text_size);

}  // namespace cotejo::tables
