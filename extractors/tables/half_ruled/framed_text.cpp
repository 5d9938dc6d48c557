#include "extractors/tables/half_ruled/framed_text.h"

#include <algorithm>
#include <string>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

// The text of a row that is one cell over all columns; empty when it is not.
std::string text_across(const model::Page& page, const PageTable& table, int row) {
  std::string text;
  for (const PageCell& cell : table.cells) {
    if (cell.row > row || cell.row + cell.row_span <= row) continue;
    if (cell.row_span != 1 || cell.column_span != table.columns()) return {};
    for (const int w : cell.words) text += (text.empty() ? "" : " ") + page.words[static_cast<std::size_t>(w)].text;
  }
  return text;
}

}  // namespace

void drop_framed_text(const model::Page& page, PageTable& table) {
  int first = 0, last = table.rows() - 1;
  while (first < last && is_caption(text_across(page, table, first))) ++first;
  while (last > first && is_note(text_across(page, table, last))) --last;
  if (last - first < 1 || (first == 0 && last == table.rows() - 1)) return;
  std::erase_if(table.cells, [&](const PageCell& cell) { return cell.row < first || cell.row > last; });
  for (PageCell& cell : table.cells) cell.row -= first;
  table.ys = {table.ys.begin() + first, table.ys.begin() + last + 2};
  table.box.y0 = table.ys.front();
  table.box.y1 = table.ys.back();
  if (table.header_rows > 0) table.header_rows = std::max(0, table.header_rows - first);
}

}  // namespace cotejo::tables
