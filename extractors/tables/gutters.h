#pragma once

#include <vector>

#include "extractors/tables/page_table.h"

namespace cotejo::tables {

// Tables that stand so close side by side that their rules were taken for one grid: parted at every column that is
// narrower than a text size, empty, and bridged by no cell. Each part keeps only the row borders that are its own.
// text_size: points.
[[nodiscard]] std::vector<PageTable> parted_at_gutters(const PageTable& table, double text_size);

}  // namespace cotejo::tables
