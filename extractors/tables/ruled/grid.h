#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/ruled/edges.h"
#include "model/geometry.h"

namespace cotejo::tables {

// The lattice that a group of edges spans, and which of its sides are drawn.
struct Grid {
  std::vector<double> xs;                  // ascending; columns + 1 of them
  std::vector<double> ys;                  // ascending; rows + 1 of them
  std::vector<std::vector<char>> level;    // [line][column]: line ys[i] is drawn between xs[column] and xs[column + 1]
  std::vector<std::vector<char>> upright;  // [row][line]: line xs[i] is drawn between ys[row] and ys[row + 1]

  [[nodiscard]] int rows() const { return std::max(0, static_cast<int>(ys.size()) - 1); }
  [[nodiscard]] int columns() const { return std::max(0, static_cast<int>(xs.size()) - 1); }
  [[nodiscard]] model::Rect box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
};

// Lines nearer to each other than `snap` points are one (double rules). The outline of the whole counts as drawn, so a
// table without outer borders has its outer cells. Empty when the edges do not span an area, or are a hatching.
[[nodiscard]] Grid grid_of(const std::vector<Edge>& edges, double snap);

// Squares of the lattice with no line between them are one cell; one that is not a rectangle falls into rectangles.
[[nodiscard]] std::vector<PageCell> cells_of(const Grid& grid);

}  // namespace cotejo::tables
