#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// A shaded band that lies on a ruled table and is as wide, with words in it and no rules, is the table's first row: its
// words go to the columns that they stand in, or to one cell over all of them. `free_words`: those of no table.
void add_shaded_heads(const model::Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables);

}  // namespace cotejo::tables
