#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// Whether the lines may be one row of the columns whose borders are `xs`: no column holds two figures under each other,
// or one of several does. The rest of a figure or a date that a narrow column cut is none.
[[nodiscard]] bool may_be_one_row(const std::vector<TextLine>& lines, const std::vector<double>& xs);

}  // namespace cotejo::tables
