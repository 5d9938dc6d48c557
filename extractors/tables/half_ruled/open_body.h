#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/lines/segments.h"
#include "model/page.h"

namespace cotejo::tables {

// What stands open below a lattice of heads, or below the beginning of a table.
struct OpenBody {
  bool rows = false;               // rows of text do
  std::optional<PageTable> table;  // the lattice with them, where they keep to its columns
};

// `free_words`: indices of the visible words that no table holds.
[[nodiscard]] OpenBody open_body(const model::Page& page, const PageTable& head, const std::vector<int>& free_words);

// The lines of text between two heights, over the columns whose borders are `xs`; cut where words stand apart, and at
// those borders if `cut`.
[[nodiscard]] std::vector<TextLine> lines_between(const model::Page& page, const std::vector<double>& xs, double y0,
                                                  double y1, const std::vector<int>& words, bool cut = true);

// The heights at which rows part the text between y0 and y1 over the columns whose borders are `xs`; none where it is
// one row.
[[nodiscard]] std::vector<double> row_borders(const model::Page& page, const std::vector<double>& xs, double y0,
                                              double y1, const std::vector<int>& words);

}  // namespace cotejo::tables
