#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// Tables whose columns are told by white space: horizontal rules only, shaded rows, or nothing but alignment.
// Pure; from top to bottom. Running prose, contents lists, letterheads and signature blocks give none.
[[nodiscard]] std::vector<PageTable> find_whitespace_tables(const PageContext& context);

}  // namespace cotejo::tables
