#include "extractors/tables/logical/carried.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extractors/tables/areas/stacks.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/logical/known_columns.h"
#include "extractors/tables/logical/tolerances.h"
#include "extractors/tables/white/placed_line.h"
#include "extractors/tables/white/rows.h"

namespace cotejo::tables {

namespace {

using namespace logical;
using model::Page;
using model::Rect;

const model::Word& word_at(const Page& page, int word) {
  return page.words[static_cast<std::size_t>(word)];
}

// The table's head as the next page prints it again.
struct PrintedAgain {
  std::vector<PageCell> cells;  // of the head, with the words of the next page
  std::vector<int> words;
  double bottom = 0;
  [[nodiscard]] bool found() const { return !words.empty(); }
};

// The words of the table's first `rows` rows, by text.
std::multimap<std::string, int> head_words(const EndsPage& before, int rows) {
  std::multimap<std::string, int> words;
  for (const PageCell& cell : before.table->cells)
    if (cell.row < rows)
      for (const int word : cell.words) words.emplace(word_at(*before.page, word).text, word);
  return words;
}

// How far below the top of the next page's lines the head reaches, when they print it again line by line; or -1.
double bottom_of_head(const std::vector<TextLine>& lines, std::multimap<std::string, int> words) {
  double bottom = -1;
  for (const TextLine& line : lines) {
    for (const Segment& segment : line.segments)
      for (const Piece& piece : segment.pieces) {
        const auto same = words.find(piece.text);
        if (same == words.end()) return bottom;
        words.erase(same);
      }
    bottom = line.box.y1;
  }
  return bottom;
}

PrintedAgain head_again(const EndsPage& before, int rows, const Page& page, const std::vector<TextLine>& lines,
                        const std::vector<int>& words) {
  PrintedAgain again;
  const std::multimap<std::string, int> head = head_words(before, rows);
  if (head.empty() || lines.empty()) return again;
  again.bottom = bottom_of_head(lines, head);
  if (again.bottom < 0) return again;
  std::vector<int> near;  // set on end, too
  double top = lines.front().box.y0;
  for (const int word : words)
    if (word_at(page, word).box.center_y() < again.bottom)
      near.push_back(word), top = std::min(top, word_at(page, word).box.y0);
  double old_top = std::numeric_limits<double>::max();
  for (const auto& [text, word] : head) old_top = std::min(old_top, word_at(*before.page, word).box.y0);
  std::size_t found = 0;
  for (const PageCell& cell : before.table->cells) {
    if (cell.row >= rows) continue;
    again.cells.push_back(cell);
    again.cells.back().words.clear();
    for (const int old : cell.words) {
      const model::Word& was = word_at(*before.page, old);
      const auto distance = [&](int word) {
        const Rect& box = word_at(page, word).box;
        return std::abs(box.center_x() - was.box.center_x()) +
               std::abs(box.center_y() - top - (was.box.center_y() - old_top));
      };
      auto best = near.end();
      for (auto it = near.begin(); it != near.end(); ++it)
        if (word_at(page, *it).text == was.text && (best == near.end() || distance(*it) < distance(*best))) best = it;
      if (best == near.end()) continue;
      again.cells.back().words.push_back(*best);
      again.words.push_back(*best);
      near.erase(best);
      ++found;
    }
  }
  if (!near.empty() || static_cast<double>(found) < most_of_head.of(static_cast<double>(head.size()))) return {};
  return again;
}

std::string text_of(const TextLine& line) {
  std::string text;
  for (const Segment& segment : line.segments) text += (text.empty() ? "" : " ") + segment.text();
  return text;
}

// The texts that stand close above the table on its page.
std::set<std::string> titles_above(const EndsPage& before) {
  const Rect& box = before.table->box;
  std::vector<int> above;
  for (std::size_t w = 0; w < before.page->words.size(); ++w) {
    const model::Word& word = before.page->words[w];
    const double white = box.y0 - word.box.center_y();
    if (!word.hidden && white > 0 && white < title_above.of(word.font_size)) above.push_back(static_cast<int>(w));
  }
  std::vector<Rect> leaders;
  std::set<std::string> texts;
  for (const TextLine& line : lines_of(pieces_of(*before.page, above, leaders), leaders, {}, kColumnGap))
    texts.insert(text_of(line));
  return texts;
}

// Takes out the lines at the top that stand above the table on its own page, too: a title that is printed over each
// part of it is none of its rows.
void drop_titles(const EndsPage& before, std::vector<TextLine>& lines, std::vector<int>& words) {
  const std::set<std::string> titles = titles_above(before);
  const auto end =
      std::find_if(lines.begin(), lines.end(), [&](const TextLine& line) { return titles.count(text_of(line)) == 0; });
  for (auto line = lines.begin(); line != end; ++line)
    for (const Segment& segment : line->segments)
      for (const Piece& piece : segment.pieces) std::erase(words, piece.word);
  lines.erase(lines.begin(), end);
}

// How the lines of the next page keep to the columns.
struct Fit {
  int rows = 0;     // lines with text in several columns
  int aligned = 0;  // texts that stand in their column as those of the table do; figures alone where it has any
  int astray = 0;   // texts that do not
};

// A part of a line that runs over several columns, its label apart.
bool crosses(const Slot& slot) {
  return slot.first != slot.last && slot.first != 0;
}

bool is_prose_like(const PlacedLine& line) {
  return std::any_of(line.slots.begin(), line.slots.end(), crosses) ||
         (line.slots.size() == 1 && line.slots.front().first != line.slots.front().last);
}

void measure(const PlacedLine& line, const KnownColumns& known, bool figures, Fit& fit) {
  if (line.slots.size() >= 2) ++fit.rows;
  for (const Slot& slot : line.slots) {
    if (slot.first != slot.last) continue;
    const std::string text = slot.segment.text();
    const bool in_values = known.values[static_cast<std::size_t>(slot.first)];
    if (figures && !in_values) continue;
    const bool fits = known.aligned(slot.first, slot.segment.box, line.line->em) && (!figures || is_value(text));
    (fits ? fit.aligned : fit.astray) += 1;
  }
}

// The lines from the top that keep to the columns: no further than to what is no row, and not with what only follows
// the last row.
std::vector<PlacedLine> rows_at_top(const std::vector<TextLine>& lines, const KnownColumns& known) {
  std::vector<PlacedLine> placed;
  std::size_t kept = 0;
  for (const TextLine& line : lines) {
    const std::string text = line.segments.front().text();
    if (is_caption(text) || is_note(text)) break;
    if (!placed.empty() && line.middle - placed.back().line->middle > apart_from_rows.of(line.em)) break;
    if (line.box.x0 < known.columns.front().left - off_column.of(line.em) ||
        line.box.x1 > known.columns.back().right + off_column.of(line.em))
      break;
    placed.push_back({&line, place(line, known.columns)});
    const PlacedLine& own = placed.back();
    if (own.slots.size() >= 2 && std::none_of(own.slots.begin(), own.slots.end(), crosses)) {
      kept = placed.size();
      continue;
    }
    if (!is_prose_like(own)) {
      // The last line of a cell of the row above.
      const bool close = kept > 0 && placed.size() == kept + 1 &&
                         line.middle - placed[kept - 1].line->middle < line_with_leading.of(line.em);
      if (close) kept = placed.size();
      continue;
    }
    if (placed.size() - kept > 1) break;  // a heading among the rows may cross them; more is running text
  }
  placed.resize(kept);
  return placed;
}

bool keeps_to(const std::vector<PlacedLine>& lines, const KnownColumns& known) {
  const bool figures = std::find(known.values.begin() + 1, known.values.end(), true) != known.values.end();
  Fit fit;
  for (const PlacedLine& line : lines) measure(line, known, figures, fit);
  return fit.rows >= 1 && fit.aligned >= 2 && fit.aligned >= aligned_for_one_astray * fit.astray;
}

void add_row(const std::vector<PlacedLine>& lines, std::pair<int, int> range, int row, int columns,
             std::vector<PageCell>& out) {
  std::vector<PageCell> cells(static_cast<std::size_t>(columns));
  for (int l = range.first; l <= range.second; ++l)
    for (const Slot& slot : lines[static_cast<std::size_t>(l)].slots) {
      PageCell& cell = cells[static_cast<std::size_t>(slot.first)];
      for (const Piece& piece : slot.segment.pieces) cell.words.push_back(piece.word);
    }
  for (int c = 0; c < columns; ++c) {
    cells[static_cast<std::size_t>(c)].row = row;
    cells[static_cast<std::size_t>(c)].column = c;
    out.push_back(std::move(cells[static_cast<std::size_t>(c)]));
  }
}

// The y where rows part: half way between their text; the first and the last border at the text.
std::vector<double> borders(const PageTable& table, const Page& page, int rows) {
  std::vector<double> top(static_cast<std::size_t>(rows), std::numeric_limits<double>::max());
  std::vector<double> bottom(static_cast<std::size_t>(rows), 0);
  for (const PageCell& cell : table.cells)
    for (const int word : cell.words) {
      const Rect& box = word_at(page, word).box;
      top[static_cast<std::size_t>(cell.row)] = std::min(top[static_cast<std::size_t>(cell.row)], box.y0);
      double& low = bottom[static_cast<std::size_t>(cell.row + cell.row_span - 1)];
      low = std::max(low, box.y1);
    }
  std::vector<double> ys;
  double reached = *std::min_element(top.begin(), top.end());
  ys.push_back(reached);
  for (std::size_t r = 0; r + 1 < top.size(); ++r) {
    const double below = *std::min_element(top.begin() + static_cast<std::ptrdiff_t>(r) + 1, top.end());
    reached = std::max({reached, bottom[r] > 0 ? (bottom[r] + below) / 2 : reached});
    ys.push_back(reached);
  }
  ys.push_back(std::max(reached, *std::max_element(bottom.begin(), bottom.end())));
  return ys;
}

PageTable table_of(const EndsPage& before, const Page& page, PrintedAgain head, int head_rows,
                   const std::vector<PlacedLine>& lines, const KnownColumns& known) {
  PageTable table;
  table.method = before.table->method;
  table.xs = before.table->xs;
  const int first = head.found() ? head_rows : 0;
  if (before.table->header_rows >= 0) table.header_rows = first;
  table.cells = std::move(head.cells);
  const std::vector<double> wide = wide_rules(page.rules, table.xs.front(), table.xs.back(), known.columns.front().x1);
  int row = first;
  for (const std::pair<int, int>& range : body_rows(lines, known.columns, known.values, wide))
    add_row(lines, range, row++, table.columns(), table.cells);
  table.ys = borders(table, page, row);
  table.box = {table.xs.front(), table.ys.front(), table.xs.back(), table.ys.back()};
  for (PageCell& cell : table.cells)
    cell.box = {table.xs[static_cast<std::size_t>(cell.column)], table.ys[static_cast<std::size_t>(cell.row)],
                table.xs[static_cast<std::size_t>(cell.column + cell.column_span)],
                table.ys[static_cast<std::size_t>(cell.row + cell.row_span)]};
  return table;
}

}  // namespace

std::optional<PageTable> carried_on(const EndsPage& before, const Page& page, std::vector<int> words) {
  std::vector<Rect> leaders;
  std::vector<TextLine> lines = lines_of(pieces_of(page, words, leaders), leaders, {}, kColumnGap);
  if (before.table->columns() < 2) return std::nullopt;
  drop_titles(before, lines, words);
  const int told = before.table->header_rows;
  PrintedAgain head;
  int head_rows = std::max(told, 0);
  if (told > 0) {
    head = head_again(before, told, page, lines, words);
  } else if (told < 0) {
    for (head_rows = std::min(most_head_rows, before.table->rows() - 1); head_rows > 0 && !head.found(); --head_rows)
      if (head = head_again(before, head_rows, page, lines, words); head.found()) break;
  }
  const KnownColumns known = known_columns(*before.table, std::max(head_rows, told < 0 ? 1 : told), *before.page);
  if (head.found()) std::erase_if(lines, [&](const TextLine& line) { return line.middle < head.bottom; });
  const std::vector<PlacedLine> rows = rows_at_top(lines, known);
  if (rows.empty() || !keeps_to(rows, known)) return std::nullopt;
  return table_of(before, page, std::move(head), head_rows, rows, known);
}

}  // namespace cotejo::tables
