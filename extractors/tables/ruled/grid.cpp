#include "extractors/tables/ruled/grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/disjoint_sets.h"
#include "extractors/tables/ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace ruled;

std::vector<double> snapped(std::vector<double> values, double snap) {
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  double first = 0, sum = 0, last = 0;
  int count = 0;
  for (const double value : values) {
    // The second bound keeps a run of near lines from growing into one without end.
    if (count > 0 && value - last <= snap && value - first <= 2 * snap) {
      sum += value;
      ++count;
    } else {
      if (count > 0) out.push_back(sum / count);
      first = sum = value;
      count = 1;
    }
    last = value;
  }
  if (count > 0) out.push_back(sum / count);
  return out;
}

std::size_t nearest(const std::vector<double>& lines, double at) {
  const auto above = std::lower_bound(lines.begin(), lines.end(), at);
  if (above == lines.begin()) return 0;
  if (above == lines.end()) return lines.size() - 1;
  return static_cast<std::size_t>(above - lines.begin()) - (at - *(above - 1) <= *above - at ? 1 : 0);
}

// Marks the intervals of `stops` that the edge covers.
template <class Mark>
void cover(const std::vector<double>& stops, const Edge& edge, std::vector<double>& covered, Mark mark) {
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    const double part = std::min(edge.to, stops[i + 1]) - std::max(edge.from, stops[i]);
    if (part <= 0) continue;
    covered[i] += part;
    if (covered[i] >= drawn_part.of(stops[i + 1] - stops[i])) mark(i);
  }
}

// Heights between two level lines at which upright edges begin or end: a border of rows that is not drawn, between a
// head over several columns and their own heads. Two edges at least tell it, or a loose end would.
struct Implied {
  double y = 0;
  std::vector<double> xs;  // of the edges
};

std::vector<Implied> implied_levels(const std::vector<Edge>& edges, const std::vector<double>& ys, double snap) {
  std::vector<Implied> found;
  const double off = implied_off.of(snap);
  for (const Edge& edge : edges) {
    if (edge.level) continue;
    for (const double y : {edge.from, edge.to}) {
      if (std::abs(ys[nearest(ys, y)] - y) < off) continue;
      auto same =
          std::find_if(found.begin(), found.end(), [&](const Implied& level) { return std::abs(level.y - y) <= snap; });
      if (same == found.end()) same = found.insert(found.end(), {y, {}});
      same->xs.push_back(edge.at);
    }
  }
  std::erase_if(found, [&](const Implied& level) {
    const auto [least, most] = std::minmax_element(level.xs.begin(), level.xs.end());
    return *most - *least <= snap;
  });
  return found;
}

}  // namespace

Grid grid_of(const std::vector<Edge>& edges, double snap) {
  std::vector<double> xs, ys;
  double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  bool any = false;
  const auto reach = [&](double ax, double bx, double ay, double by) {
    x0 = any ? std::min(x0, ax) : ax;
    x1 = any ? std::max(x1, bx) : bx;
    y0 = any ? std::min(y0, ay) : ay;
    y1 = any ? std::max(y1, by) : by;
    any = true;
  };
  for (const Edge& edge : edges) {
    if (edge.level) {
      ys.push_back(edge.at);
      reach(edge.from, edge.to, edge.at, edge.at);
    } else {
      xs.push_back(edge.at);
      reach(edge.at, edge.at, edge.from, edge.to);
    }
  }
  Grid grid;
  if (!any) return grid;
  xs.insert(xs.end(), {x0, x1});
  ys.insert(ys.end(), {y0, y1});
  grid.xs = snapped(std::move(xs), snap);
  grid.ys = snapped(std::move(ys), snap);
  if (grid.xs.size() < 2 || grid.ys.size() < 2 || grid.xs.size() * grid.ys.size() > most_squares) return {};
  const std::vector<Implied> implied = implied_levels(edges, grid.ys, snap);
  for (const Implied& level : implied) grid.ys.push_back(level.y);
  std::sort(grid.ys.begin(), grid.ys.end());
  const auto rows = static_cast<std::size_t>(grid.rows()), columns = static_cast<std::size_t>(grid.columns());
  grid.level.assign(rows + 1, std::vector<char>(columns, 0));
  grid.upright.assign(rows, std::vector<char>(columns + 1, 0));
  std::vector<std::vector<double>> level_part(rows + 1, std::vector<double>(columns, 0));
  std::vector<std::vector<double>> upright_part(columns + 1, std::vector<double>(rows, 0));
  for (const Edge& edge : edges) {
    if (edge.level) {
      const std::size_t line = nearest(grid.ys, edge.at);
      cover(grid.xs, edge, level_part[line], [&](std::size_t c) { grid.level[line][c] = 1; });
    } else {
      const std::size_t line = nearest(grid.xs, edge.at);
      cover(grid.ys, edge, upright_part[line], [&](std::size_t r) { grid.upright[r][line] = 1; });
    }
  }
  // An implied border runs on both sides of the edges that end there.
  for (const Implied& level : implied) {
    std::vector<char>& drawn = grid.level[nearest(grid.ys, level.y)];
    for (const double x : level.xs) {
      const std::size_t line = nearest(grid.xs, x);
      if (line > 0) drawn[line - 1] = 1;
      if (line < columns) drawn[line] = 1;
    }
  }
  std::fill(grid.level.front().begin(), grid.level.front().end(), 1);
  std::fill(grid.level.back().begin(), grid.level.back().end(), 1);
  for (auto& row : grid.upright) row.front() = row.back() = 1;
  return grid;
}

std::vector<PageCell> cells_of(const Grid& grid) {
  const int rows = grid.rows(), columns = grid.columns();
  base::DisjointSets sets(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      if (c + 1 < columns && !grid.upright[r][c + 1]) sets.join(r * columns + c, r * columns + c + 1);
      if (r + 1 < rows && !grid.level[r + 1][c]) sets.join(r * columns + c, (r + 1) * columns + c);
    }
  std::vector<char> taken(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), 0);
  std::vector<PageCell> cells;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      if (taken[r * columns + c]) continue;
      const std::size_t region = sets.root(r * columns + c);
      const auto free = [&](int i, int j) { return !taken[i * columns + j] && sets.root(i * columns + j) == region; };
      int right = c + 1;
      while (right < columns && free(r, right)) ++right;
      int bottom = r + 1;
      for (bool whole = true; bottom < rows && whole;) {
        for (int j = c; j < right; ++j) whole = whole && free(bottom, j);
        if (whole) ++bottom;
      }
      for (int i = r; i < bottom; ++i)
        for (int j = c; j < right; ++j) taken[i * columns + j] = 1;
      PageCell cell;
      cell.row = r;
      cell.column = c;
      cell.row_span = bottom - r;
      cell.column_span = right - c;
      cell.box = {grid.xs[c], grid.ys[r], grid.xs[right], grid.ys[bottom]};
      cells.push_back(cell);
    }
  return cells;
}

}  // namespace cotejo::tables
