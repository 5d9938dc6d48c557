#include "extractors/tables/logical/known_columns.h"

#include <algorithm>
#include <cmath>

#include "base/median.h"
#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

using model::Rect;

double edge_at(const Rect& box, int edge) {
  return edge < 0 ? box.x0 : edge > 0 ? box.x1 : box.center_x();
}

KnownColumns::Line line_of(const std::vector<Rect>& boxes) {
  KnownColumns::Line best;
  for (const int edge : {1, -1, 0}) {
    std::vector<double> xs, off;
    for (const Rect& box : boxes) xs.push_back(edge_at(box, edge));
    const double x = base::median(xs);
    for (const double own : xs) off.push_back(std::abs(own - x));
    const double strays = base::quantile(off, logical::most_cells.value);
    if (edge == 1 || strays < best.strays) best = {edge, x, strays};
  }
  return best;
}

}  // namespace

bool KnownColumns::aligned(int column, const Rect& box, double em) const {
  const Line& line = lines[static_cast<std::size_t>(column)];
  return std::abs(edge_at(box, line.edge) - line.x) <= std::max(logical::off_column.of(em), line.strays);
}

KnownColumns known_columns(const PageTable& table, int head, const model::Page& page) {
  KnownColumns known;
  const auto count = static_cast<std::size_t>(table.columns());
  std::vector<std::vector<Rect>> boxes(count);
  std::vector<std::size_t> figures(count, 0);
  for (const PageCell& cell : table.cells) {
    if (cell.row < head || cell.column_span != 1 || cell.words.empty()) continue;
    Rect box;
    for (const int word : cell.words) box = united(box, page.words[static_cast<std::size_t>(word)].box);
    boxes[static_cast<std::size_t>(cell.column)].push_back(box);
    figures[static_cast<std::size_t>(cell.column)] += is_value(plain_text(cell, page)) ? 1 : 0;
  }
  for (std::size_t c = 0; c < count; ++c) {
    Column column{table.xs[c], table.xs[c + 1], table.xs[c], table.xs[c + 1]};
    KnownColumns::Line line{-1, table.xs[c], table.xs[c + 1] - table.xs[c]};  // an empty column takes any text
    if (!boxes[c].empty()) {
      Rect ink;
      for (const Rect& box : boxes[c]) ink = united(ink, box);
      column.x0 = std::max(ink.x0, column.left);
      column.x1 = std::min(ink.x1, column.right);
      line = line_of(boxes[c]);
    }
    known.columns.push_back(column);
    known.lines.push_back(line);
    known.values.push_back(figures[c] > 0 && static_cast<double>(figures[c]) >=
                                                 logical::mostly_figures.of(static_cast<double>(boxes[c].size())));
  }
  return known;
}

}  // namespace cotejo::tables
