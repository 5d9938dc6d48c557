#pragma once

#include <cstddef>
#include <vector>

#include "extractors/tables/lines/segments.h"
#include "model/geometry.h"

namespace cotejo::tables {

// A figure that stands by itself on its line: apart from what is beside it, as in a cell.
struct RankFigure {
  std::size_t line = 0;     // of the lines given
  std::size_t segment = 0;  // of the line
  model::Rect box;
  double em = 0;      // text size, points
  bool held = false;  // in a table that was found
};

// Groups of figures in rank: one under the other at one edge and beside others, as the figures of a table stand. What
// is held shows where columns run, and is in no group. Numbers that open their lines, as those of a list do, are in
// rank only with other texts beside them. Indices into `figures`.
[[nodiscard]] std::vector<std::vector<std::size_t>> ranks_of(const std::vector<RankFigure>& figures,
                                                             const std::vector<TextLine>& lines);

}  // namespace cotejo::tables
