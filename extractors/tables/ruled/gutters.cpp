#include "extractors/tables/ruled/gutters.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "extractors/tables/lines/segments.h"
#include "extractors/tables/ruled/tolerances.h"

namespace cotejo::tables {
namespace {

bool is_gutter(const PageTable& table, int column, double text_size) {
  const auto c = static_cast<std::size_t>(column);
  if (column == 0 || column + 1 == table.columns() || table.xs[c + 1] - table.xs[c] >= text_size) return false;
  return std::all_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    const bool over = cell.column <= column && cell.column + cell.column_span > column;
    return !over || (cell.column_span == 1 && cell.words.empty());
  });
}

// The columns from … to - 1 as a table of their own.
PageTable part_of(const PageTable& table, int from, int to) {
  PageTable part;
  part.method = table.method;
  part.header_rows = -1;
  part.xs.assign(table.xs.begin() + from, table.xs.begin() + to + 1);
  std::vector<char> border(table.ys.size(), 0);
  for (const PageCell& cell : table.cells) {
    if (cell.column < from || cell.column >= to) continue;
    border[static_cast<std::size_t>(cell.row)] = 1;
    border[static_cast<std::size_t>(cell.row + cell.row_span)] = 1;
    part.cells.push_back(cell);
  }
  std::vector<int> index(table.ys.size(), 0);
  for (std::size_t y = 0; y < table.ys.size(); ++y) {
    index[y] = static_cast<int>(part.ys.size());
    if (border[y] != 0) part.ys.push_back(table.ys[y]);
  }
  for (PageCell& cell : part.cells) {
    const int end = index[static_cast<std::size_t>(cell.row + cell.row_span)];
    cell.row = index[static_cast<std::size_t>(cell.row)];
    cell.row_span = end - cell.row;
    cell.column -= from;
  }
  part.box = {part.xs.front(), part.ys.front(), part.xs.back(), part.ys.back()};
  return part;
}

// A shorter table leaves an empty cell below itself, down to the end of its neighbour: no rows of its own.
void trim_end(PageTable& table) {
  while (table.rows() > 1) {
    const int last = table.rows() - 1;
    const bool empty = std::all_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
      return cell.row + cell.row_span <= last || (cell.row == last && cell.words.empty());
    });
    if (!empty) break;
    std::erase_if(table.cells, [&](const PageCell& cell) { return cell.row == last; });
    table.ys.pop_back();
    table.box.y1 = table.ys.back();
  }
}

// Whether the first column holds labels: text in most of its filled cells, and a column of something else behind it.
bool has_labels(const model::Page& page, const PageTable& part) {
  int text = 0, filled = 0;
  for (const PageCell& cell : part.cells) {
    if (cell.column != 0 || cell.words.empty()) continue;
    std::string words;
    for (const int w : cell.words) words += (words.empty() ? "" : " ") + page.words[static_cast<std::size_t>(w)].text;
    ++filled;
    text += is_value(words) ? 0 : 1;
  }
  return part.columns() >= 2 && text * 3 > filled * 2;
}

// Whether two parts have the same rows, but for names over two rows of the head on one side.
bool share_rows(const PageTable& a, const PageTable& b) {
  std::vector<double> both;
  std::set_intersection(a.ys.begin(), a.ys.end(), b.ys.begin(), b.ys.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) >=
         ruled::shared_borders.of(static_cast<double>(std::max(a.ys.size(), b.ys.size())));
}

}  // namespace

std::vector<PageTable> parted_at_gutters(const model::Page& page, const PageTable& table, double text_size) {
  std::vector<PageTable> parts;
  int from = 0;
  for (int c = 0; c < table.columns(); ++c) {
    if (!is_gutter(table, c, text_size)) continue;
    if (c > from) parts.push_back(part_of(table, from, c));
    from = c + 1;
  }
  if (parts.empty()) return {table};
  if (from < table.columns()) parts.push_back(part_of(table, from, table.columns()));
  for (const PageTable& part : parts) {
    if (&part != parts.data() && share_rows(part, parts.front()) && !has_labels(page, part)) return {table};
  }
  for (PageTable& part : parts) trim_end(part);
  return parts;
}

}  // namespace cotejo::tables
