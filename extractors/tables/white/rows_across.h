#pragma once

#include <utility>
#include <vector>

#include "extractors/tables/white/columns.h"
#include "extractors/tables/white/placed_line.h"
#include "model/page.h"

namespace cotejo::tables {

// For each of the rows (first and last line), whether it is a label alone that no upright rule crosses, where such
// rules part the columns of most rows: one cell over all columns, as the name of a section.
[[nodiscard]] std::vector<bool> rows_across(const std::vector<PlacedLine>& lines,
                                            const std::vector<std::pair<int, int>>& rows,
                                            const std::vector<Column>& columns, const std::vector<model::Rule>& rules);

}  // namespace cotejo::tables
