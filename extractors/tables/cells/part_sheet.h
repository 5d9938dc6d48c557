#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// The tables of a sheet that was printed with its grid lines: its lattice goes on through titles, sentences and empty
// rows. Each begins with names of its own columns and ends at an empty row; what stands alone in its row above and
// below is none of it. The lattice itself where no two such tables stand in it.
[[nodiscard]] std::vector<PageTable> parted_sheet(const model::Page& page, PageTable table);

}  // namespace cotejo::tables
