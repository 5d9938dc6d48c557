#pragma once

#include <vector>

#include "extractors/tables/cells/part_cells.h"

namespace cotejo::tables {

// Rows of a logical table so far, or of its next part; the cells stand by row, then column.
struct Rows {
  const std::vector<PartCell>& cells;
  int count = 0;  // rows
  int columns = 0;
  int header_rows = -1;  // -1: not told by the finder
};

// The cells that begin in the row.
[[nodiscard]] std::vector<const PartCell*> row_of(const std::vector<PartCell>& cells, int row);

// Rows at the top of the next part that print the table's head again.
[[nodiscard]] int repeated_rows(const Rows& table, const Rows& next);
// The same for tables that white space made: the cells of the head may fall otherwise, its words are the same.
[[nodiscard]] int repeated_white_rows(const Rows& table, const Rows& next);

// The next part opens with a head of its own: a row that names every column and is set as the table's own head is, and
// as none of the rows below that head.
[[nodiscard]] bool has_own_head(const Rows& table, const Rows& next);

}  // namespace cotejo::tables
