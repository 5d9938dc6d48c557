#include "extractors/tables/half_ruled/wide_cells.h"

#include <algorithm>
#include <vector>

#include "extractors/tables/half_ruled/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

using namespace half_ruled;

// The words of a wide cell by the column they stand in, from its first; empty when some run over a border or leave a
// column out.
std::vector<std::vector<int>> words_by_column(const model::Page& page, const PageTable& table, const PageCell& cell) {
  std::vector<model::Rect> leaders;
  std::vector<std::vector<int>> columns(static_cast<std::size_t>(cell.column_span));
  for (const TextLine& line : lines_of(pieces_of(page, cell.words, leaders), leaders, {}, kColumnGap))
    for (const Segment& segment : line.segments) {
      const auto next = std::upper_bound(table.xs.begin(), table.xs.end(), segment.box.center_x());
      const auto column = static_cast<int>(next - table.xs.begin()) - 1;
      if (column < cell.column || column >= cell.column + cell.column_span) return {};
      const double slack = over_border.of(line.em);
      if (segment.box.x0 < table.xs[static_cast<std::size_t>(column)] - slack ||
          segment.box.x1 > table.xs[static_cast<std::size_t>(column) + 1] + slack)
        return {};
      for (const Piece& piece : segment.pieces)
        columns[static_cast<std::size_t>(column - cell.column)].push_back(piece.word);
    }
  if (std::any_of(columns.begin(), columns.end(), [](const auto& words) { return words.empty(); })) return {};
  return columns;
}

}  // namespace

void cut_wide_cells(const model::Page& page, PageTable& table) {
  std::vector<PageCell> cells;
  for (PageCell& cell : table.cells) {
    const auto words = cell.column_span > 1 && !cell.words.empty() ? words_by_column(page, table, cell)
                                                                   : std::vector<std::vector<int>>{};
    if (words.empty()) {
      cells.push_back(std::move(cell));
      continue;
    }
    for (std::size_t k = 0; k < words.size(); ++k) {
      PageCell part = cell;
      part.column = cell.column + static_cast<int>(k);
      part.column_span = 1;
      part.words = words[k];
      part.box.x0 = table.xs[static_cast<std::size_t>(part.column)];
      part.box.x1 = table.xs[static_cast<std::size_t>(part.column) + 1];
      cells.push_back(std::move(part));
    }
  }
  table.cells = std::move(cells);
}

}  // namespace cotejo::tables
