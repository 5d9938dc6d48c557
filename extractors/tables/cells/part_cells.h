#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/table.h"

namespace cotejo::tables {

// A cell with its text, and how its text meets the cell's end: what joining it to the next page's needs.
struct PartCell {
  model::Cell cell;
  double room = 0;       // points left on its last line
  double below = 0;      // points between its last line and its bottom
  double font_size = 0;  // points; 0 when empty
};

// The table's cells, by row, then column, with text, style and place. Rows and columns count from 0 in the page's
// table.
[[nodiscard]] std::vector<PartCell> part_cells(const model::Page& page, const PageTable& table);

}  // namespace cotejo::tables
