#pragma once

#include <vector>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {

// Fills, on line `line` and the `lines` - 1 below it, the cells between the given columns of the typewriter; `gap`:
// white between two cells, points.
inline void fill(TypedPage& typed, int line, const std::vector<int>& columns, int lines = 1, double gap = 0) {
  const double y0 = typed::kMargin + typed::kHigh * line - 1, y1 = y0 + typed::kHigh * lines;
  for (std::size_t c = 0; c + 1 < columns.size(); ++c)
    typed.page.shades.push_back({{typed::kMargin + typed::kWide * columns[c] + gap / 2, y0 + gap / 2,
                                  typed::kMargin + typed::kWide * columns[c + 1] - gap / 2, y1 - gap / 2},
                                 0xE0E0E0});
}

}  // namespace cotejo::tables
