#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Rows that stand above a lattice between level rules as wide as it, without uprights: the head of stripes that begin
// at the first filled row, and the name of a section under it. They become the first rows of a table that begins with
// figures, where one of them names its columns. `free_words`: indices of the visible words that no table holds and no
// running head.
void add_rows_between_rules(const model::Page& page, const std::vector<int>& free_words,
                            std::vector<PageTable>& tables);

}  // namespace cotejo::tables
