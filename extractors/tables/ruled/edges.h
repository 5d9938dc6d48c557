#pragma once

#include <vector>

#include "model/page.h"

namespace cotejo::tables {

// A level or upright line of a table, put together from the pieces that are drawn on one line.
struct Edge {
  bool level = true;
  double at = 0;    // y of a level edge, x of an upright one; points
  double from = 0;  // x (y) where it begins and ends, from <= to
  double to = 0;
  friend bool operator==(const Edge&, const Edge&) = default;
};

// The page's rules as edges: pieces on one line are joined where the gap between them is at most `gap` points, so that
// dashes, pieces drawn for each cell and rules drawn twice make one edge. Sorted: level first, then by place.
[[nodiscard]] std::vector<Edge> joined_edges(const std::vector<model::Rule>& rules, double gap);

// Edges that hang together: each touches, within `reach` points, an edge of the other direction in its group. Groups
// are in the order of their first edge; single edges make groups of one.
[[nodiscard]] std::vector<std::vector<Edge>> connected_edges(const std::vector<Edge>& edges, double reach);

}  // namespace cotejo::tables
