#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// A line of names that stands free above a lattice, each over as many columns: years over "Recaudo | Cartera | Recaudo
// | Cartera". The lattice's first row says how many by repeating its names. The line becomes the table's first row.
// `free_words`: indices of the visible words that no table holds and no running head.
void add_free_groups(const model::Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables);

}  // namespace cotejo::tables
