#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Lattices that rule no more than the head of a table whose rows below stand free. Where those rows keep to the head's
// columns, the lattice grows down over them; where they have more columns than the head rules, the lattice is taken out
// and returned, for white space to read. `free_words`: indices of the visible words in no table and no running head.
// `heads`: of other tables; no lattice grows over one, or over another lattice.
[[nodiscard]] std::vector<PageTable> settle_open_heads(const model::Page& page, std::vector<int> free_words,
                                                       std::vector<PageTable>& tables,
                                                       const std::vector<model::Rect>& heads);

// Tables whose rules part a head from one row that holds all others, framed without a rule between them, get these
// rows.
void open_framed_rows(const model::Page& page, std::vector<PageTable>& tables);

}  // namespace cotejo::tables
