#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// Joins lattices of one page that a reader takes for one table:
// - one under the other with the same columns, nothing but a little space between them (an empty row without sides),
// the
//   lower one without a head of its own;
// - side by side with the same rows, the right one holding figures and no labels of its own.
void join_neighbours(const model::Page& page, std::vector<PageTable>& tables);

}  // namespace cotejo::tables
