#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// A column: the ink that its cells share, and where it ends towards its neighbours.
struct Column {
  double x0 = 0, x1 = 0;       // extent of the text that stands in it alone, points
  double left = 0, right = 0;  // its territory: to the middle of the white on both sides
};

// What one line holds in columns first … last (more than one: the text runs across them).
struct Slot {
  int first = 0, last = 0;
  Segment segment;
  bool panel = false;  // a title within the body, over all columns
};

// Columns of a stack of lines: the places where white runs down between the segments of the lines, though a few lines
// (heads over several columns, long labels) may cross it. Fewer than two columns: the lines share no white. Sorted by
// x.
[[nodiscard]] std::vector<Column> find_columns(const std::vector<const TextLine*>& lines);

// The segments of a line over the columns, from left to right; a segment whose words stand apart just where two columns
// part is cut there.
[[nodiscard]] std::vector<Slot> place(const TextLine& line, const std::vector<Column>& columns);

}  // namespace cotejo::tables
