#pragma once

#include <vector>

#include "extractors/tables/read_page.h"

namespace cotejo::tables {

// Gives each table of the page the row of totals that stands apart under it.
void add_rows_below(ReadPage& read);

// Reads anew, by the columns of the page before, what goes on from one page to the next and was not read there, or with
// other columns. `pages` in order of number.
void carry_over(std::vector<ReadPage>& pages);

}  // namespace cotejo::tables
