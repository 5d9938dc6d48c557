#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// The tables that one grid is: statements that stand under each other with the same columns, each with the first row
// again, at most but for its own name. Rows without text in front of such a row belong to none. The grid itself where
// there are none.
[[nodiscard]] std::vector<PageTable> parted_at_heads(const model::Page& page, PageTable table);

}  // namespace cotejo::tables
