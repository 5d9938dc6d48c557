#pragma once

#include <utility>
#include <vector>

#include "extractors/tables/white/placed_line.h"

namespace cotejo::tables {

// Rows told by the leading of their labels: the lines of one label stand nearer to each other than to those of the next
// one, wherever in its row the figures stand. Pairs of first and last index into `lines`; none where the labels do not
// tell, or tell rows with two figures in one column. `values`: of each column; `anchors`: of each line, whether it
// holds the figures of a row.
[[nodiscard]] std::vector<std::pair<int, int>> rows_by_leading(const std::vector<PlacedLine>& lines,
                                                               const std::vector<bool>& values,
                                                               const std::vector<bool>& anchors);

// Where lines stand at two distances, the wider one parts rows, points; 0 when they stand at one.
[[nodiscard]] double row_distance(const std::vector<PlacedLine>& lines);

}  // namespace cotejo::tables
