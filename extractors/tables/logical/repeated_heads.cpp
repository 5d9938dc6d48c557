#include "extractors/tables/logical/repeated_heads.h"

#include <algorithm>

#include "extractors/tables/cells/header_rows.h"
#include "extractors/tables/logical/cut_rows.h"
#include "extractors/tables/logical/same_print.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace logical;
using model::Table;

Table as_table(const std::vector<PartCell>& cells, int rows, int columns) {
  Table table;
  table.rows = rows;
  table.columns = columns;
  for (const PartCell& part : cells) table.cells.push_back(part.cell);
  return table;
}

// How a row looks to a reader.
struct Look {
  bool bold = true;    // every filled cell
  bool shaded = true;  // every cell
  bool full = true;    // no cell is empty
  bool figures = false;
  int cells = 0;
};

Look look_of(const std::vector<PartCell>& cells, int row) {
  Look look;
  for (const PartCell& part : cells) {
    if (part.cell.row != row) continue;
    ++look.cells;
    if (!part.cell.shaded) look.shaded = false;
    if (part.cell.text.empty()) {
      look.full = false;
      continue;
    }
    if (!part.cell.bold) look.bold = false;
    constexpr std::size_t year = 4;  // a year may name a column
    if (is_figure(part.cell.text) && part.cell.text.size() != year) look.figures = true;
  }
  return look;
}

}  // namespace

std::vector<const PartCell*> row_of(const std::vector<PartCell>& cells, int row) {
  std::vector<const PartCell*> out;
  for (const PartCell& part : cells) {
    if (part.cell.row > row) break;  // they stand by row
    if (part.cell.row == row) out.push_back(&part);
  }
  return out;
}

int repeated_rows(const Rows& table, const Rows& next) {
  const auto repeated_below = [&](int above) {
    int rows = 0;
    while (rows < std::min({most_head_rows, table.count - above, next.count}) &&
           same_row(row_of(table.cells, rows + above), row_of(next.cells, rows)))
      ++rows;
    return rows;
  };
  int rows = repeated_below(0);
  // The title over all columns may stand on the first page alone, or be taken for the running head of the others.
  if (rows == 0 && table.count > 1 && row_of(table.cells, 0).size() == 1) rows = repeated_below(1);
  // A merged cell of the head must not reach out of it.
  for (const PartCell& part : next.cells)
    if (part.cell.row < rows && part.cell.row + part.cell.row_span > rows) return 0;
  return rows == next.count && rows == table.count ? 0 : rows;
}

int repeated_white_rows(const Rows& table, const Rows& next) {
  const int before = table.header_rows, again = next.header_rows;
  if (before <= 0 || again <= 0) return 0;
  // The first line of a label that wraps may have been taken for another row of the head.
  for (int rows = std::min(again, next.count - 1); rows > 0; --rows)
    if (same_words(table.cells, before, next.cells, rows)) return rows;
  return 0;
}

bool has_own_head(const Rows& table, const Rows& next) {
  const Look first = look_of(next.cells, 0);
  if (first.cells < 2 || !first.full || first.figures || !(first.bold || first.shaded)) return false;
  const int rows = std::min(table.count, rows_of_style);
  std::vector<PartCell> cells;
  for (const PartCell& part : table.cells) {
    if (part.cell.row >= rows) break;
    cells.push_back(part);
    cells.back().cell.row_span = std::min(part.cell.row_span, rows - part.cell.row);
  }
  const int head = header_rows(as_table(cells, rows, table.columns));
  if (head == 0) return false;
  const auto alike = [&](const Look& look) { return look.bold == first.bold && look.shaded == first.shaded; };
  if (!alike(look_of(cells, 0)) && !alike(look_of(cells, head - 1))) return false;
  for (int row = head; row < rows; ++row) {
    const Look look = look_of(cells, row);
    if (look.full && alike(look)) return false;
  }
  return true;
}

}  // namespace cotejo::tables
