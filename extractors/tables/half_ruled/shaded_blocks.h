#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::tables {

// Fills that touch each other: a head, a row, or the whole of a table.
struct Block {
  std::vector<model::Rect> cells;  // each to the middle of the white between it and its neighbours
  std::vector<double> borders;     // x of all their sides, ascending
  model::Rect box;
};

// Whether two borders of fills are one.
[[nodiscard]] bool same_border_of_fills(double a, double b);

// The fills of the page that may be cells: as high as a line of text at least, without those under others and those of
// the lines of a cell. text_size: points, the page's commonest.
[[nodiscard]] std::vector<model::Rect> cell_fills(const model::Page& page, double text_size);

// From top to bottom.
[[nodiscard]] std::vector<Block> blocks_of(const std::vector<model::Rect>& fills);

}  // namespace cotejo::tables
