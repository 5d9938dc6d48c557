#pragma once

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// Puts an empty row on top of the table, up to y `top`, points. The rows of its head are left for the caller to tell.
void add_row_on_top(PageTable& table, double top);

}  // namespace cotejo::tables
