#include "extractors/tables/ruled/tidy.h"

#include <algorithm>

namespace cotejo::tables {

namespace {

// Which rows (columns) from `line` to the next are thin and hold no word of their own.
std::vector<char> thin(const PageTable& table, const std::vector<double>& lines, bool rows, double gap) {
  std::vector<char> out(lines.size() - 1, 0);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) out[i] = lines[i + 1] - lines[i] < gap;
  for (const PageCell& cell : table.cells) {
    const int begin = rows ? cell.row : cell.column, span = rows ? cell.row_span : cell.column_span;
    if (span == 1 && !cell.words.empty()) out[static_cast<std::size_t>(begin)] = 0;
  }
  return out;
}

// Takes the marked rows (columns) out; cells that lie wholly in them go, merged ones shrink.
void take_out(PageTable& table, const std::vector<char>& gone, bool rows) {
  std::vector<double>& lines = rows ? table.ys : table.xs;
  std::vector<int> place(lines.size(), 0);  // of each line among those that stay
  std::vector<double> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool drop = i > 0 && gone[i - 1];
    if (!drop) {
      kept.push_back(lines[i]);
    } else if (i + 1 == lines.size()) {
      kept.back() = lines[i];  // the outline stays
    } else {
      kept.back() = (kept.back() + lines[i]) / 2;
    }
    place[i] = static_cast<int>(kept.size()) - 1;
  }
  std::erase_if(table.cells, [&](PageCell& cell) {
    int& begin = rows ? cell.row : cell.column;
    int& span = rows ? cell.row_span : cell.column_span;
    const int from = place[static_cast<std::size_t>(begin)], to = place[static_cast<std::size_t>(begin + span)];
    begin = from;
    span = to - from;
    return span <= 0;
  });
  lines = std::move(kept);
}

int cells_in_row(const PageTable& table, int row) {
  return static_cast<int>(std::count_if(table.cells.begin(), table.cells.end(),
                                        [&](const PageCell& c) { return c.row <= row && row < c.row + c.row_span; }));
}

void drop_first_row(PageTable& table) {
  std::erase_if(table.cells, [](const PageCell& cell) { return cell.row == 0; });
  for (PageCell& cell : table.cells) --cell.row;
  table.ys.erase(table.ys.begin());
  table.box.y0 = table.ys.front();
}

}  // namespace

PageTable without_gaps(PageTable table, double gap, std::vector<model::Rect>& frames) {
  std::vector<char> rows = thin(table, table.ys, true, gap);
  // A frame above the table, parted from it by the gap between two rules.
  if (table.rows() > 2 && rows[1] && !rows[0] && cells_in_row(table, 0) == 1) {
    frames.push_back({table.xs.front(), table.ys[0], table.xs.back(), table.ys[1]});
    rows.erase(rows.begin(), rows.begin() + 2);
    drop_first_row(table);
    drop_first_row(table);
  }
  if (std::any_of(rows.begin(), rows.end(), [](char c) { return c != 0; }) &&
      std::any_of(rows.begin(), rows.end(), [](char c) { return c == 0; }))
    take_out(table, rows, true);
  const std::vector<char> columns = thin(table, table.xs, false, gap);
  if (std::any_of(columns.begin(), columns.end(), [](char c) { return c != 0; }) &&
      std::any_of(columns.begin(), columns.end(), [](char c) { return c == 0; }))
    take_out(table, columns, false);
  return table;
}

}  // namespace cotejo::tables
