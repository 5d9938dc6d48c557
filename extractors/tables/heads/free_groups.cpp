#include "extractors/tables/heads/free_groups.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/heads/row_on_top.h"
#include "extractors/tables/heads/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

using namespace heads;
using model::Page;

// Columns of a table from `first` on, as groups of `width` columns each.
struct Groups {
  std::size_t first = 0;
  std::size_t width = 0;
  std::size_t count = 0;
};

// The names of the first row by column; empty where a cell has none, or one over several columns.
std::vector<std::string> names_of(const Page& page, const PageTable& table) {
  std::vector<std::string> names(static_cast<std::size_t>(table.columns()));
  for (const PageCell& cell : table.cells)
    if (cell.row == 0 && cell.column_span == 1) names[static_cast<std::size_t>(cell.column)] = plain_text(cell, page);
  return names;
}

// The fewest different names at the end of the row that are repeated up to its end, behind the columns of labels.
std::optional<Groups> repeated_names(const std::vector<std::string>& names) {
  for (std::size_t first = 1; first < names.size() && first <= most_label_columns; ++first) {
    const std::size_t columns = names.size() - first;
    for (std::size_t width = 2; width * 2 <= columns; ++width) {
      if (columns % width != 0 || names[first] == names[first + 1]) continue;
      bool repeated = true;
      for (std::size_t c = first; c < names.size() && repeated; ++c)
        repeated = !names[c].empty() && !is_value(names[c]) && names[c] == names[first + (c - first) % width];
      if (repeated) return Groups{first, width, columns / width};
    }
  }
  return std::nullopt;
}

// The nearest line above the table, of what stands within its width.
std::optional<TextLine> line_above(const Page& page, const PageTable& table, const std::vector<int>& words) {
  std::vector<int> above;
  for (const int index : words) {
    const model::Word& word = page.words[static_cast<std::size_t>(index)];
    const double white = table.box.y0 - word.box.y1;
    if (word.rotation == 0 && white > -over_border.of(word.font_size) && white < open_reach.of(word.font_size) &&
        word.box.center_x() > table.xs.front() && word.box.center_x() < table.xs.back())
      above.push_back(index);
  }
  std::vector<model::Rect> leaders;
  std::vector<TextLine> lines = lines_of(pieces_of(page, above, leaders), leaders, {}, kColumnGap);
  if (lines.empty()) return std::nullopt;
  return std::move(lines.back());
}

// Whether the line has one name on the middle of each group, and nothing else.
bool stands_over(const TextLine& line, const Groups& groups, const std::vector<double>& xs) {
  if (line.segments.size() != groups.count) return false;
  for (std::size_t g = 0; g < groups.count; ++g) {
    const double left = xs[groups.first + g * groups.width], right = xs[groups.first + (g + 1) * groups.width];
    const model::Rect& box = line.segments[g].box;
    if (box.x0 < left || box.x1 > right) return false;
    if (std::abs(box.center_x() - (left + right) / 2) > off_middle.of(right - left)) return false;
  }
  return true;
}

void add_groups(PageTable& table, const Groups& groups, const TextLine& line) {
  add_row_on_top(table, line.box.y0);
  table.header_rows = std::max(table.header_rows, 1) + 1;
  std::vector<PageCell> cells(table.cells.begin() + table.columns(), table.cells.end());
  for (std::size_t c = 0; c < groups.first; ++c) cells.push_back(table.cells[c]);
  for (std::size_t g = 0; g < groups.count; ++g) {
    const std::size_t first = groups.first + g * groups.width;
    PageCell cell = table.cells[first];
    cell.column_span = static_cast<int>(groups.width);
    cell.box.x1 = table.xs[first + groups.width];
    for (const Piece& piece : line.segments[g].pieces) cell.words.push_back(piece.word);
    cells.push_back(std::move(cell));
  }
  std::sort(cells.begin(), cells.end(),
            [](const PageCell& a, const PageCell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  table.cells = std::move(cells);
}

}  // namespace

void add_free_groups(const Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables) {
  for (PageTable& table : tables) {
    const std::optional<Groups> groups = repeated_names(names_of(page, table));
    if (!groups) continue;
    const std::optional<TextLine> line = line_above(page, table, free_words);
    if (line && stands_over(*line, *groups, table.xs)) add_groups(table, *groups, *line);
  }
}

}  // namespace cotejo::tables
