#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/white/columns.h"
#include "extractors/tables/white/placed_line.h"

namespace cotejo::tables {

// The cells of a head from its lines: wrapped lines joined, heads that stand over several columns on a row of their own
// (a rule under them tells which columns), the others merged down to the last row. `rows` is set to the number of rows.
// Empty places get no cell.
[[nodiscard]] std::vector<PageCell> head_cells(const std::vector<PlacedLine>& lines, const std::vector<Column>& columns,
                                               const std::vector<model::Rule>& rules, int& rows);

}  // namespace cotejo::tables
