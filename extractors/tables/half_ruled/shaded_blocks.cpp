#include "extractors/tables/half_ruled/shaded_blocks.h"

#include <algorithm>
#include <cmath>

#include "base/disjoint_sets.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;

bool holds(const Rect& outer, const Rect& inner) {
  return inner.x0 >= outer.x0 - 1 && inner.x1 <= outer.x1 + 1 && inner.y0 >= outer.y0 - 1 && inner.y1 <= outer.y1 + 1;
}

// Whether the fill lies under several that stand side by side: the paper of a table, and none of its cells.
bool is_background(const Rect& fill, const std::vector<Rect>& fills) {
  double leftmost_end = fill.x1, rightmost_begin = fill.x0;
  for (const Rect& other : fills) {
    if (!holds(fill, other) || holds(other, fill)) continue;
    leftmost_end = std::min(leftmost_end, other.x1);
    rightmost_begin = std::max(rightmost_begin, other.x0);
  }
  return rightmost_begin > leftmost_end - fill_border;
}

// How far `next` begins behind `cell` where they stand side by side: negative when it does not, or too far.
double white_between(double end, double begin, double common) {
  const double white = begin - end;
  return common > fill_border && white > -fill_border && white <= white_between_fills ? std::max(0.0, white) : -1;
}

std::vector<double> borders_of(const std::vector<Rect>& cells) {
  std::vector<double> xs, borders;
  for (const Rect& cell : cells) xs.insert(xs.end(), {cell.x0, cell.x1});
  std::sort(xs.begin(), xs.end());
  for (const double x : xs)
    if (borders.empty() || !same_border_of_fills(borders.back(), x)) borders.push_back(x);
  return borders;
}

}  // namespace

bool same_border_of_fills(double a, double b) {
  return std::abs(a - b) <= fill_border;
}

std::vector<Rect> cell_fills(const model::Page& page, double text_size) {
  std::vector<Rect> fills;
  for (const model::Shade& shade : page.shades)
    if (shade.box.height() >= lowest_fill.of(text_size) && shade.box.width() >= lowest_fill.of(text_size))
      fills.push_back(shade.box);
  std::vector<Rect> cells;
  for (const Rect& fill : fills)
    if (!is_background(fill, fills)) cells.push_back(fill);
  std::vector<Rect> outermost;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    bool inside = false;
    for (std::size_t k = 0; k < cells.size() && !inside; ++k)
      inside = k != i && holds(cells[k], cells[i]) && (!holds(cells[i], cells[k]) || k < i);
    if (!inside) outermost.push_back(cells[i]);
  }
  return outermost;
}

std::vector<Block> blocks_of(const std::vector<Rect>& fills) {
  base::DisjointSets sets(fills.size());
  std::vector<Rect> cells = fills;
  for (std::size_t i = 0; i < fills.size(); ++i)
    for (std::size_t k = 0; k < fills.size(); ++k) {
      const Rect &a = fills[i], &b = fills[k];
      const double beside = white_between(a.x1, b.x0, overlap_y(a, b)),
                   below = white_between(a.y1, b.y0, overlap_x(a, b));
      if (beside >= 0) cells[i].x1 = a.x1 + beside / 2, cells[k].x0 = b.x0 - beside / 2;
      if (below >= 0) cells[i].y1 = a.y1 + below / 2, cells[k].y0 = b.y0 - below / 2;
      if (beside >= 0 || below >= 0) sets.join(i, k);
    }
  std::vector<Block> blocks;
  for (const std::vector<std::size_t>& members : sets.groups()) {
    Block& block = blocks.emplace_back();
    for (const std::size_t i : members) {
      block.cells.push_back(cells[i]);
      block.box = united(block.box, cells[i]);
    }
    block.borders = borders_of(block.cells);
  }
  std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.box.y0 < b.box.y0; });
  return blocks;
}

}  // namespace cotejo::tables
