#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Names of columns that are turned on end and stand open above a table, or beside the upright names that its first row
// holds: its first row then. `free_words`: indices of the visible words that no table holds and no running head.
void add_turned_heads(const model::Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables);

}  // namespace cotejo::tables
