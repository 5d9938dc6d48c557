#include "extractors/tables/heads/shaded_heads.h"

#include <algorithm>
#include <cmath>

#include "extractors/layout/lines.h"
#include "extractors/tables/heads/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace heads;

using layout::Line;
using model::Rect;

// The shades that end where the table begins, as one band; empty when they do not reach over all of it.
Rect band_over(const model::Page& page, const PageTable& table) {
  std::vector<Rect> pieces;
  for (const model::Shade& shade : page.shades)
    if (std::abs(shade.box.y1 - table.box.y0) <= shade_slack && shade.box.x0 >= table.box.x0 - shade_slack &&
        shade.box.x1 <= table.box.x1 + shade_slack)
      pieces.push_back(shade.box);
  std::sort(pieces.begin(), pieces.end(), [](const Rect& a, const Rect& b) { return a.x0 < b.x0; });
  Rect band;
  double end = table.box.x0, covered = 0;
  for (const Rect& piece : pieces) {
    covered += std::max(0.0, piece.x1 - std::max(piece.x0, end));
    end = std::max(end, piece.x1);
    band = band.empty() ? piece : united(band, piece);
  }
  return covered >= (1 - bare.value) * table.box.width() ? band : Rect{};
}

std::size_t column_of(const PageTable& table, double x) {
  return static_cast<std::size_t>(std::upper_bound(table.xs.begin() + 1, table.xs.end() - 1, x) - table.xs.begin() - 1);
}

// Parts of the band's lines that stand each in one column, and not all in the same: names of columns.
bool names_columns(const PageTable& table, const std::vector<Line>& lines) {
  std::vector<char> named(static_cast<std::size_t>(table.columns()), 0);
  for (const Line& line : lines) {
    const std::size_t column = column_of(table, line.box.center_x());
    if (line.box.x0 < table.xs[column] - shade_slack || line.box.x1 > table.xs[column + 1] + shade_slack) return false;
    named[column] = 1;
  }
  return std::count(named.begin(), named.end(), 1) >= 2;
}

void add_row(PageTable& table, const Rect& band, const std::vector<Line>& lines) {
  for (PageCell& cell : table.cells) ++cell.row;
  table.ys.insert(table.ys.begin(), band.y0);
  table.box.y0 = band.y0;
  if (table.header_rows > 0) ++table.header_rows;
  std::vector<PageCell> row;
  const bool names = names_columns(table, lines);
  for (int c = 0; c < (names ? table.columns() : 1); ++c) {
    const int span = names ? 1 : table.columns();
    row.push_back({0,
                   c,
                   1,
                   span,
                   {table.xs[static_cast<std::size_t>(c)], table.ys[0], table.xs[static_cast<std::size_t>(c + span)],
                    table.ys[1]},
                   {}});
  }
  for (const Line& line : lines) {
    PageCell& cell = row[names ? column_of(table, line.box.center_x()) : 0];
    cell.words.insert(cell.words.end(), line.words.begin(), line.words.end());
  }
  table.cells.insert(table.cells.begin(), row.begin(), row.end());
}

}  // namespace

void add_shaded_heads(const model::Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables) {
  if (page.shades.size() > most_shades) return;
  for (PageTable& table : tables) {
    const Rect band = band_over(page, table);
    if (band.empty()) continue;
    std::vector<int> words;
    for (const int index : free_words) {
      const Rect& box = page.words[static_cast<std::size_t>(index)].box;
      if (band.contains({box.center_x(), box.center_y()})) words.push_back(index);
    }
    if (words.empty()) continue;
    const std::vector<Line> lines = layout::lines_of(page, words);
    if (lines.front().rotation != 0 || band.height() > highest_band.of(lines.front().font_size)) continue;
    add_row(table, band, lines);
  }
}

}  // namespace cotejo::tables
