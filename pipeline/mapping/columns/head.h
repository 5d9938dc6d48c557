#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

// How many of the table's first rows are its head: the extractor's count, put right where the rows' own contents
// contradict it (figures in a head, a second row of years or of column numbers below it).
[[nodiscard]] int header_rows_of(const Sheet& sheet);

// The head texts over a column, outermost first; a title that spans the whole table is not one of them, and neither are
// cells that `is_none` tells.
[[nodiscard]] std::vector<std::string> head_levels(const Sheet& sheet, int header_rows, int column,
                                                   const std::function<bool(const model::Cell&)>& is_none);

}  // namespace cotejo::mapping
