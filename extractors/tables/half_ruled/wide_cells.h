#pragma once

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Cells that the rules leave open over several columns, while their words stand apart in each of those columns, are cut
// into one cell a column: heads like "INICIAL  ADICIONES  TOTAL" with no rule between them.
void cut_wide_cells(const model::Page& page, PageTable& table);

}  // namespace cotejo::tables
