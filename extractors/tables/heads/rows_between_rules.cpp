#include "extractors/tables/heads/rows_between_rules.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "extractors/tables/areas/stacks.h"
#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/half_ruled/open_body.h"
#include "extractors/tables/heads/row_on_top.h"
#include "extractors/tables/heads/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

using namespace heads;
using model::Page;

bool begins_with_figures(const Page& page, const PageTable& table) {
  return std::any_of(table.cells.begin(), table.cells.end(),
                     [&](const PageCell& cell) { return cell.row == 0 && is_value(plain_text(cell, page)); });
}

// Whether each text of the line stands in one column.
bool keeps_to(const TextLine& line, const std::vector<double>& xs) {
  const double give = over_border.of(line.em);
  return std::all_of(line.segments.begin(), line.segments.end(), [&](const Segment& segment) {
    const std::size_t column = column_at(xs, segment.box.center_x());
    return segment.box.x0 >= xs[column] - give && segment.box.x1 <= xs[column + 1] + give;
  });
}

// What the row of these lines holds by column; nothing where a text runs over a border or names the table.
std::optional<std::vector<std::vector<int>>> row_of(const std::vector<TextLine>& lines, const std::vector<double>& xs) {
  std::vector<std::vector<int>> row(xs.size() - 1);
  for (const TextLine& line : lines) {
    const std::string text = line.segments.front().text();
    if (!keeps_to(line, xs) || is_caption(text) || is_note(text)) return std::nullopt;
    for (const Segment& segment : line.segments)
      for (const Piece& piece : segment.pieces) row[column_at(xs, segment.box.center_x())].push_back(piece.word);
  }
  return row;
}

// The table with the rows above it, as far as rules bound them.
PageTable grown(const Page& page, PageTable table, const std::vector<int>& free_words, std::size_t& most_named) {
  const std::vector<double> ys = wide_rules(page.rules, table.xs.front(), table.xs.back(), table.xs[1]);
  double bottom = table.ys.front();
  int rows = 0;
  for (auto y = ys.rbegin(); y != ys.rend() && rows < most_rows_above; ++y) {
    if (*y >= bottom) continue;
    const std::vector<TextLine> lines = lines_between(page, table.xs, *y, bottom, free_words, false);
    if (lines.empty()) {
      if (bottom - *y > between_rules) break;
      bottom = *y;  // the other line of a double rule
      continue;
    }
    if (bottom - *y > highest_row.of(lines.front().em)) break;
    const auto row = row_of(lines, table.xs);
    if (!row) break;
    add_row_on_top(table, *y);
    for (std::size_t c = 0; c < row->size(); ++c) table.cells[c].words = (*row)[c];
    most_named = std::max(most_named, static_cast<std::size_t>(std::count_if(
                                          row->begin(), row->end(), [](const auto& cell) { return !cell.empty(); })));
    bottom = *y;
    table.header_rows = -1;
    ++rows;
  }
  return table;
}

}  // namespace

void add_rows_between_rules(const Page& page, const std::vector<int>& free_words, std::vector<PageTable>& tables) {
  for (PageTable& table : tables) {
    if (table.columns() < 2 || !begins_with_figures(page, table)) continue;
    std::size_t named = 0;
    PageTable whole = grown(page, table, free_words, named);
    if (static_cast<double>(named) >= mostly_named.of(static_cast<double>(table.columns()))) table = std::move(whole);
  }
}

}  // namespace cotejo::tables
