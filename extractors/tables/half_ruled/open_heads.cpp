#include "extractors/tables/half_ruled/open_heads.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/median.h"
#include "extractors/layout/lines.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using layout::Line;
using model::Rect;

// A row of words, left to right.
struct Row {
  Line line;
  std::size_t pieces = 1;  // parted by more than a word's space
};

std::size_t column_of(const PageTable& table, double x) {
  return static_cast<std::size_t>(std::upper_bound(table.xs.begin() + 1, table.xs.end() - 1, x) - table.xs.begin() - 1);
}

// A sentence: one piece of text over several of the head's columns, the caption of what comes next.
bool runs_over(const model::Page& page, const PageTable& head, const Row& row) {
  constexpr std::size_t kOver = 3;
  const auto column = [&](int word) { return column_of(head, page.words[word].box.center_x()); };
  return row.pieces == 1 && column(row.line.words.back()) - column(row.line.words.front()) + 1 >= kOver;
}

// No word runs over a border of the head, and words of one column stand together.
bool keeps_to(const model::Page& page, const PageTable& head, const Row& row) {
  for (std::size_t i = 0; i < row.line.words.size(); ++i) {
    const model::Word& word = page.words[row.line.words[i]];
    const double give = 0.3 * word.font_size;
    const std::size_t column = column_of(head, word.box.center_x());
    if (word.box.x0 < head.xs[column] - give || word.box.x1 > head.xs[column + 1] + give) return false;
    if (i == 0) continue;
    const model::Word& last = page.words[row.line.words[i - 1]];
    if (column_of(head, last.box.center_x()) == column && word.box.x0 - last.box.x1 > cell_gap.of(word.font_size))
      return false;
  }
  return true;
}

// From row to row, points; 0 where there are fewer than two rows.
double usual_step(const std::vector<Row>& rows) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < rows.size(); ++i) steps.push_back(rows[i].line.box.y0 - rows[i - 1].line.box.y0);
  return steps.empty() ? 0 : base::median(std::move(steps));
}

// Rows of text below the lattice and within its width, up to the first that is not.
std::vector<Row> rows_below(const model::Page& page, const PageTable& head, const std::vector<Line>& lines) {
  std::vector<Row> rows;
  double bottom = head.box.y1;
  for (const Line& line : lines) {
    const double size = line.font_size;
    if (line.rotation != 0 || line.box.center_y() < head.box.y1) continue;
    if (line.box.x0 < head.box.x0 - size || line.box.x1 > head.box.x1 + size) break;
    Row row{line, 1};
    for (std::size_t i = 1; i < line.words.size(); ++i)
      if (page.words[line.words[i]].box.x0 - page.words[line.words[i - 1]].box.x1 > layout::widest_word_gap * size)
        ++row.pieces;
    if (runs_over(page, head, row)) break;
    const auto stands_off = [&] {
      return row.pieces >= least_pieces && keeps_to(page, head, row) && !rows.empty() &&
             line.box.y0 - rows.back().line.box.y0 <= set_off.of(usual_step(rows));
    };
    if (line.box.y0 - bottom > farthest_row.of(size) && !stands_off()) break;
    bottom = line.box.y1;
    rows.push_back(std::move(row));
  }
  // What trails without being a row of the table: notes, signatures.
  while (!rows.empty() && rows.back().pieces < least_pieces) rows.pop_back();
  return rows;
}

void grow(const model::Page& page, PageTable& head, const std::vector<Row>& rows) {
  const double step = usual_step(rows);
  const auto columns = static_cast<std::size_t>(head.columns());
  const int first = head.rows();
  double bottom = head.box.y1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool goes_on =
        i > 0 && rows[i].line.box.y0 - rows[i - 1].line.box.y0 < wrapped_row.of(step) && rows[i].pieces < least_pieces;
    if (!goes_on) {
      // The border lies between the two rows of text.
      if (i > 0) head.ys.push_back((bottom + rows[i].line.box.y0) / 2);
      const int row = static_cast<int>(head.ys.size()) - 1;
      for (std::size_t c = 0; c < columns; ++c)
        head.cells.push_back({row, static_cast<int>(c), 1, 1, {head.xs[c], head.ys.back(), head.xs[c + 1], 0}, {}});
    }
    bottom = rows[i].line.box.y1;
    for (const int word : rows[i].line.words)
      head.cells[head.cells.size() - columns + column_of(head, page.words[word].box.center_x())].words.push_back(word);
  }
  head.ys.push_back(bottom);
  for (PageCell& cell : head.cells)
    if (cell.row >= first) cell.box.y1 = head.ys[static_cast<std::size_t>(cell.row) + 1];
  head.box.y1 = bottom;
  head.method = model::TableMethod::partly_ruled;
}

}  // namespace

std::vector<PageTable> settle_open_heads(const model::Page& page, const std::vector<int>& free_words,
                                         std::vector<PageTable>& tables) {
  std::vector<PageTable> taken;
  const bool any = std::any_of(tables.begin(), tables.end(), [](const PageTable& t) {
    return t.rows() <= most_head_rows && t.columns() >= least_columns;
  });
  if (!any) return taken;
  const std::vector<Line> lines = layout::lines_of(page, free_words, std::numeric_limits<double>::max());
  std::erase_if(tables, [&](PageTable& table) {
    if (table.rows() > most_head_rows || table.columns() < least_columns) return false;
    const std::vector<Row> rows = rows_below(page, table, lines);
    const auto wide =
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.pieces >= least_pieces; });
    if (static_cast<std::size_t>(wide) < least_rows) return false;
    const auto keep =
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return keeps_to(page, table, row); });
    if (static_cast<double>(keep) >= mostly_in_columns.of(static_cast<double>(rows.size()))) {
      grow(page, table, rows);
      return false;
    }
    taken.push_back(std::move(table));
    return true;
  });
  return taken;
}

}  // namespace cotejo::tables
