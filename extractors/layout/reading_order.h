#pragma once

#include <vector>

#include "extractors/layout/lines.h"

namespace cotejo::layout {

// The lines of running text in the order in which a person reads them. `lines` come from lines_of. Where rows of text
// stand side by side as columns of prose, one column is read after the other; elsewhere the pieces of a row make one
// line, but for those of other sizes and titles in bold that stand apart.
[[nodiscard]] std::vector<Line> in_reading_order(const std::vector<Line>& lines);

}  // namespace cotejo::layout
