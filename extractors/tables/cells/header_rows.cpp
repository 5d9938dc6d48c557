#include "extractors/tables/cells/header_rows.h"

#include <algorithm>
#include <vector>

#include "base/digits.h"
#include "extractors/tables/cells/tolerances.h"

namespace cotejo::tables {

namespace {

struct RowLook {
  int filled = 0;  // cells that begin in the row and are not empty
  int cells = 0;
  bool bold = true;    // all filled cells
  bool shaded = true;  // all cells
  int figures = 0;     // filled cells that are figures and not words
  int reach = 1;       // rows that its tallest cell spans, whole-height cells aside
  bool whole = false;  // one cell over all columns
  int named = 0;       // columns with a filled cell of their own
  bool first = false;  // nothing is filled but the first cell
};

bool is_figure(const std::string& text) {
  int digits = 0, letters = 0;
  for (const char c : text) {
    if (base::is_digit(c))
      ++digits;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80)
      ++letters;
  }
  return digits > 0 && digits > letters;
}

// "2021", "Trim 1": a year names a column.
bool is_year(const std::string& text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && base::all_digits(text);
}

std::vector<RowLook> looks_of(const model::Table& table) {
  std::vector<RowLook> rows(static_cast<std::size_t>(table.rows));
  for (const model::Cell& cell : table.cells) {
    RowLook& row = rows[static_cast<std::size_t>(cell.row)];
    ++row.cells;
    if (!cell.shaded) row.shaded = false;
    if (cell.text.empty()) continue;
    ++row.filled;
    row.named += cell.column_span == 1 ? 1 : 0;
    row.first = row.filled == 1 && cell.column == 0;
    if (!cell.bold) row.bold = false;
    if (is_figure(cell.text) && !is_year(cell.text)) ++row.figures;
    row.reach = std::max(row.reach, cell.row_span);
    row.whole = row.whole || cell.column_span == table.columns;
  }
  return rows;
}

// Rows from the top for which `holds`, reached into by merged cells counted in; -1 when that is all of the table.
template <class Holds>
int leading(const std::vector<RowLook>& rows, Holds holds) {
  std::size_t end = 0;
  while (end < rows.size() && holds(rows[end])) ++end;
  if (end == 0) return 0;
  for (std::size_t i = 0; i < end; ++i)
    if (i + static_cast<std::size_t>(rows[i].reach) > end && rows[i].reach <= cells::farthest_reach)
      end = i + static_cast<std::size_t>(rows[i].reach);
  return end >= rows.size() ? -1 : static_cast<int>(end);
}

// The rows of a head that has so many in one style, without a section's name that follows it in the same: it stands
// alone under a row that names every column.
int without_section(const model::Table& table, const std::vector<RowLook>& rows, int head) {
  for (int r = 1; r < head; ++r)
    if (rows[static_cast<std::size_t>(r)].first && rows[static_cast<std::size_t>(r) - 1].named == table.columns &&
        rows[static_cast<std::size_t>(r) - 1].filled > 1)
      return r;
  return head;
}

// As `header_rows`, of the styles.
int styled_rows(const std::vector<RowLook>& rows) {
  const int bold = leading(rows, [](const RowLook& r) { return r.filled > 0 && r.bold; });
  int shaded = leading(rows, [](const RowLook& r) { return r.shaded; });
  // Every second row is shaded: the first one may be a row like the others.
  if (shaded == 1 && rows[0].figures > 0) shaded = 0;
  if (shaded > 0 && shaded <= cells::most_styled && (bold <= 0 || bold >= shaded)) return shaded;
  if (bold > 0 && bold <= cells::most_styled) return bold;
  if (shaded > 0 && shaded <= cells::most_styled) return shaded;
  // No style tells: rows of words over rows of figures do. A row with its first cell alone opens a section.
  std::size_t end = 0;
  bool names = false;
  for (; end < rows.size() && end < cells::most_plain; ++end) {
    const RowLook& row = rows[end];
    if (row.figures > 0 || (names && row.filled <= 1 && !row.whole)) break;
    names = names || row.filled >= 2;
  }
  if (!names || end >= rows.size()) return 0;
  const auto with_figures = std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(end), rows.end(),
                                          [](const RowLook& row) { return row.figures > 0; });
  if (2 * static_cast<std::size_t>(with_figures) < rows.size() - end || rows[end].figures == 0) return 0;
  return static_cast<int>(end);
}

}  // namespace

int header_rows(const model::Table& table) {
  if (table.rows < 2) return 0;
  const std::vector<RowLook> rows = looks_of(table);
  return without_section(table, rows, styled_rows(rows));
}

}  // namespace cotejo::tables
