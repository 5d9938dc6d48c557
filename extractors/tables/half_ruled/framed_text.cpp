#include "extractors/tables/half_ruled/framed_text.h"

#include <algorithm>
#include <string>

#include "extractors/tables/half_ruled/tolerances.h"
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

// Cells that stand in a row, those included that reach into it.
int cells_in(const PageTable& table, int row) {
  return static_cast<int>(std::count_if(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    return cell.row <= row && cell.row + cell.row_span > row;
  }));
}

// The rows on top that an institution prints over every form of its own: its emblem, the form's name, code and date in
// a few cells, and below them lines over all columns. 0 where there are none.
int rows_of_form(const model::Page& page, const PageTable& table) {
  using namespace half_ruled;
  int boxed = 0, end = 0;
  for (int row = 0; row < std::min(table.rows(), most_form_rows); ++row) {
    const int cells = cells_in(table, row);
    if (cells > most_form_cells) break;
    if (cells > 1) ++boxed;
    if (cells == 1 && boxed >= least_boxed_rows && !text_across(page, table, row).empty()) end = row + 1;
  }
  const bool heads_below = end > 0 && table.rows() - end >= least_rows_below && cells_in(table, end) > most_form_cells;
  return heads_below ? end : 0;
}

}  // namespace

void drop_framed_text(const model::Page& page, PageTable& table) {
  int first = rows_of_form(page, table), last = table.rows() - 1;
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
