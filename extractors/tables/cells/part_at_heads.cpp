#include "extractors/tables/cells/part_at_heads.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/cells/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

using Texts = std::vector<std::string>;

// The texts of each row by column; of cells of one row alone.
std::vector<Texts> texts_of(const model::Page& page, const PageTable& table) {
  std::vector<Texts> rows(static_cast<std::size_t>(table.rows()), Texts(static_cast<std::size_t>(table.columns())));
  for (const PageCell& cell : table.cells)
    if (cell.row_span == 1)
      rows[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = plain_text(cell, page);
  return rows;
}

// Whether the row has all names of the head again, or all but one: at least three that are no figures.
bool heads_again(const Texts& head, const Texts& row) {
  int same = 0, other = 0;
  for (std::size_t c = 0; c < head.size(); ++c) {
    if (head[c].empty() && row[c].empty()) continue;
    if (head[c] == row[c] && (!is_value(head[c]) || is_year(head[c])))
      ++same;
    else
      ++other;
  }
  return same >= cells::least_names && other <= 1;
}

bool is_empty(const Texts& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& text) { return text.empty(); });
}

// No cell reaches over the border above this row.
bool stands_apart(const PageTable& table, int row) {
  return std::none_of(table.cells.begin(), table.cells.end(),
                      [&](const PageCell& cell) { return cell.row < row && cell.row + cell.row_span > row; });
}

PageTable rows_of(const PageTable& table, int from, int to) {
  PageTable part;
  part.method = table.method;
  part.header_rows = from == 0 ? table.header_rows : -1;
  part.xs = table.xs;
  part.ys.assign(table.ys.begin() + from, table.ys.begin() + to + 1);
  part.box = {table.box.x0, part.ys.front(), table.box.x1, part.ys.back()};
  for (const PageCell& cell : table.cells)
    if (cell.row >= from && cell.row < to) part.cells.push_back(cell);
  for (PageCell& cell : part.cells) cell.row -= from;
  return part;
}

}  // namespace

std::vector<PageTable> parted_at_heads(const model::Page& page, PageTable table) {
  const std::vector<Texts> rows = texts_of(page, table);
  std::vector<PageTable> parts;
  int from = 0;
  for (int r = 2; r + 1 < table.rows(); ++r) {
    if (!heads_again(rows.front(), rows[static_cast<std::size_t>(r)]) || !stands_apart(table, r)) continue;
    int to = r;
    while (to > from + 1 && is_empty(rows[static_cast<std::size_t>(to) - 1]) && stands_apart(table, to - 1)) --to;
    parts.push_back(rows_of(table, from, to));
    from = r;
  }
  if (from == 0) return {std::move(table)};
  parts.push_back(rows_of(table, from, table.rows()));
  return parts;
}

}  // namespace cotejo::tables
