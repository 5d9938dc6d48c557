#include "extractors/tables/half_ruled/open_body.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/median.h"
#include "extractors/tables/areas/stacks.h"
#include "extractors/tables/half_ruled/tolerances.h"
#include "extractors/tables/white/columns.h"
#include "extractors/tables/white/head_lines.h"
#include "extractors/tables/white/placed_line.h"
#include "extractors/tables/white/rows.h"
#include "extractors/tables/white/rows_across.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;
using model::Rule;

int column_of(const PageTable& table, double x) {
  return static_cast<int>(std::upper_bound(table.xs.begin() + 1, table.xs.end() - 1, x) - table.xs.begin()) - 1;
}

// The first and last column that the segment reaches into.
std::pair<int, int> reach_of(const PageTable& head, const Segment& segment) {
  const double give = over_column.of(segment.pieces.front().em);
  const double middle = segment.box.center_x();
  return {column_of(head, std::min(segment.box.x0 + give, middle)),
          column_of(head, std::max(segment.box.x1 - give, middle))};
}

bool has_value(const TextLine& line) {
  return std::any_of(line.segments.begin(), line.segments.end(), [](const Segment& s) { return is_value(s.text()); });
}

// What ends a table: a caption, a note, a sentence over several columns, a line that runs out of it.
bool ends_body(const PageTable& head, const TextLine& line) {
  const std::string first = line.segments.front().text();
  if (is_caption(first) || (is_note(first) && !has_value(line))) return true;
  if (line.box.x0 < head.box.x0 - line.em || line.box.x1 > head.box.x1 + line.em) return true;
  const auto [from, to] = reach_of(head, line.segments.front());
  return line.segments.size() == 1 && to - from + 1 >= over_sentence;
}

// The first words that the lattice names its columns with; empty where its first cell is.
std::string opening_of(const model::Page& page, const PageTable& head) {
  std::string text;
  for (const PageCell& cell : head.cells) {
    if (cell.row > 0 || cell.column > 0) continue;
    for (const int word : cell.words)
      text += (text.empty() ? "" : " ") + page.words[static_cast<std::size_t>(word)].text;
  }
  return text;
}

// Where running text begins below the head, over several of its columns, or the same head again: no row of this table
// stands there or farther down. The bottom of the page where neither does.
double end_of_rows(const model::Page& page, const PageTable& head, const std::vector<int>& words) {
  const std::string opening = opening_of(page, head);
  for (const TextLine& line : lines_between(page, head.xs, head.box.y1, page.height, words, false)) {
    if (line.segments.size() > 1 && line.segments.front().text() == opening) return line.box.y0;
    const Segment& text = line.segments.front();
    const auto [from, to] = reach_of(head, text);
    const char end = text.pieces.back().text.back();
    const int borders = end == '.' || end == ':' ? 1 : borders_of_prose;
    if (line.segments.size() > 1 || text.pieces.size() < words_of_prose || to - from < borders) continue;
    const auto values =
        std::count_if(text.pieces.begin(), text.pieces.end(), [](const Piece& piece) { return is_value(piece.text); });
    if (3 * static_cast<std::size_t>(values) < text.pieces.size()) return line.box.y0;
  }
  return page.height;
}

bool keeps_to(const PageTable& head, const TextLine& line) {
  return std::all_of(line.segments.begin(), line.segments.end(), [&](const Segment& segment) {
    const auto [first, last] = reach_of(head, segment);
    return first == last;
  });
}

// From line to line, points, over the first `count` of them; 0 where there are fewer than two.
double usual_step(const std::vector<TextLine>& lines, std::size_t count) {
  std::vector<double> steps;
  for (std::size_t l = 1; l < count; ++l) steps.push_back(lines[l].middle - lines[l - 1].middle);
  return steps.empty() ? 0 : base::median(std::move(steps));
}

// Whether line `at` is a total that stands off from the rows above it.
bool stands_off(const PageTable& head, const std::vector<TextLine>& lines, std::size_t at) {
  return at > 0 && lines[at].segments.size() >= least_pieces && keeps_to(head, lines[at]) &&
         lines[at].middle - lines[at - 1].middle <= set_off.of(usual_step(lines, at));
}

// A text alone in the middle below a lattice, and not in its first column, is a title: the lattice is a letterhead.
bool is_title(const PageTable& head, const TextLine& line) {
  return line.segments.size() == 1 && reach_of(head, line.segments.front()).first > 0 &&
         std::abs(line.box.center_x() - head.box.center_x()) < on_middle_of_page.of(line.em);
}

// The lines that may be rows: as near to each other as rows are, up to what ends a table.
std::vector<TextLine> body_lines(const PageTable& head, std::vector<TextLine> lines) {
  double bottom = head.box.y1;
  std::size_t end = 0;
  for (; end < lines.size() && !ends_body(head, lines[end]); ++end) {
    // What has its pieces in the columns is a row, however small its print is in rows set far apart.
    const bool full = lines[end].segments.size() >= least_pieces && keeps_to(head, lines[end]);
    const base::Em farthest = full ? farthest_full_row : farthest_row;
    if (lines[end].box.y0 - bottom > farthest.of(lines[end].em) && !stands_off(head, lines, end)) break;
    bottom = lines[end].box.y1;
  }
  if (end > 0 && is_title(head, lines[0])) end = 0;
  lines.resize(end);
  // What trails without being a row of the table, or the rest of one: notes, signatures.
  while (!lines.empty() && lines.back().segments.size() < 2) {
    const TextLine& last = lines.back();
    const bool rest = lines.size() > 1 && keeps_to(head, last) &&
                      last.middle - lines[lines.size() - 2].middle < rest_of_row.of(last.em);
    if (rest) break;
    lines.pop_back();
  }
  return lines;
}

std::vector<PlacedLine> placed(const PageTable& head, const std::vector<TextLine>& lines) {
  std::vector<PlacedLine> out;
  for (const TextLine& line : lines) {
    PlacedLine& made = out.emplace_back();
    made.line = &line;
    for (const Segment& segment : line.segments) {
      const auto [first, last] = reach_of(head, segment);
      made.slots.push_back({first, last, segment, false});
    }
  }
  return out;
}

std::vector<Column> columns_of(const PageTable& head, const std::vector<PlacedLine>& lines) {
  std::vector<Column> columns;
  for (int c = 0; c < head.columns(); ++c) {
    const double left = head.xs[static_cast<std::size_t>(c)], right = head.xs[static_cast<std::size_t>(c) + 1];
    Column column{right, left, left, right};
    for (const PlacedLine& line : lines)
      if (const Slot* slot = line.in_column(c)) {
        column.x0 = std::min(column.x0, slot->segment.box.x0);
        column.x1 = std::max(column.x1, slot->segment.box.x1);
      }
    if (column.x0 > column.x1) column.x0 = left, column.x1 = right;
    columns.push_back(column);
  }
  return columns;
}

// Puts the texts of a line among those of the one above that stands in the same row: those over each other are one.
void stand_in_one(TextLine& above, const TextLine& line) {
  for (const Segment& segment : line.segments) {
    const auto over = std::find_if(above.segments.begin(), above.segments.end(),
                                   [&](const Segment& other) { return overlap_x(other.box, segment.box) > 0; });
    if (over == above.segments.end())
      above.segments.push_back(segment);
    else
      over->pieces.insert(over->pieces.end(), segment.pieces.begin(), segment.pieces.end());
  }
  std::sort(above.segments.begin(), above.segments.end(),
            [](const Segment& a, const Segment& b) { return a.box.x0 < b.box.x0; });
  const double middle = line.middle;
  measure(above);
  above.middle = middle;
}

// What the rows hold in one column, from top to bottom.
std::vector<TextLine> parts_in(const PageTable& head, const std::vector<TextLine>& lines, int column) {
  std::vector<TextLine> parts;
  for (const TextLine& line : lines) {
    TextLine part;
    for (const Segment& segment : line.segments)
      if (reach_of(head, segment) == std::pair{column, column}) part.segments.push_back(segment);
    if (part.segments.empty()) continue;
    measure(part);
    if (!parts.empty() && stand_abreast(parts.back(), part))
      stand_in_one(parts.back(), part);
    else
      parts.push_back(std::move(part));
  }
  return parts;
}

// The columns that the texts of one column make, where enough of its lines hold several that part at one white.
std::vector<Column> columns_within(const std::vector<TextLine>& parts) {
  std::vector<const TextLine*> several;
  for (const TextLine& part : parts)
    if (part.segments.size() > 1) several.push_back(&part);
  if (several.size() < least_rows ||
      static_cast<double>(several.size()) < several_parts.of(static_cast<double>(parts.size())))
    return {};
  const std::vector<Column> columns = find_columns(several);
  double crossing = 0;
  for (const TextLine& part : parts)
    for (const Segment& segment : part.segments)
      crossing += std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
        const double give = over_column.of(part.em);
        return &column != &columns.back() && segment.box.x0 < column.right - give &&
               segment.box.x1 > column.right + give;
      });
  return crossing <= (1 - mostly_in_columns.value) * static_cast<double>(parts.size()) ? columns
                                                                                       : std::vector<Column>{};
}

// The lines of the names over a column that stand apart: heads of several columns that nothing parts.
std::vector<TextLine> names_apart(const model::Page& page, const PageTable& head, int column) {
  for (const PageCell& cell : head.cells) {
    if (cell.column != column || cell.column_span != 1) continue;
    std::vector<Rect> leaders;
    std::vector<TextLine> names = lines_of(pieces_of(page, cell.words, leaders), leaders, {}, kColumnGap);
    if (std::any_of(names.begin(), names.end(), [](const TextLine& line) { return line.segments.size() > 1; }))
      return names;
  }
  return {};
}

// The columns with the names over them, each under the nearest: none where a column stays without a name, or where a
// name reaches into the next column.
std::vector<Column> columns_with_names(const std::vector<Column>& columns, const std::vector<TextLine>& names) {
  const auto white = [](const Segment& name, const Column& column) {
    return std::max({column.x0 - name.box.x1, name.box.x0 - column.x1, 0.0});
  };
  std::vector<Column> named = columns;
  std::vector<bool> has_name(columns.size(), false);
  for (const TextLine& line : names)
    for (const Segment& name : line.segments) {
      const auto nearest = std::min_element(columns.begin(), columns.end(), [&](const Column& a, const Column& b) {
        return white(name, a) < white(name, b);
      });
      const auto c = static_cast<std::size_t>(nearest - columns.begin());
      has_name[c] = true;
      named[c].x0 = std::min(named[c].x0, name.box.x0);
      named[c].x1 = std::max(named[c].x1, name.box.x1);
    }
  for (std::size_t c = 0; c < named.size(); ++c) {
    if (!has_name[c] || (c > 0 && named[c].x0 <= named[c - 1].x1)) return {};
    if (c > 0) named[c - 1].right = named[c].left = (named[c - 1].x1 + named[c].x0) / 2;
  }
  return named;
}

// One head may name two columns, a code and what it stands for, or several whose names stand apart in it: columns whose
// lines part at one white are divided. False where names stand apart that are not those of the columns.
bool divide_columns(const model::Page& page, PageTable& head, const std::vector<TextLine>& lines) {
  for (int c = head.columns() - 1; c >= 0; --c) {
    std::vector<Column> columns = columns_within(parts_in(head, lines, c));
    const int more = static_cast<int>(columns.size()) - 1;
    if (more < 1) continue;
    if (const std::vector<TextLine> names = names_apart(page, head, c); !names.empty())
      columns = columns_with_names(columns, names);
    if (columns.empty()) return false;
    for (int k = 0; k < more; ++k)
      head.xs.insert(head.xs.begin() + c + 1 + k, columns[static_cast<std::size_t>(k)].right);
    for (PageCell& cell : head.cells) {
      if (cell.column > c)
        cell.column += more;
      else if (cell.column + cell.column_span > c)
        cell.column_span += more;
    }
  }
  return true;
}

// The cells of one row from its lines, from the left.
std::vector<PageCell> row_cells(const std::vector<PlacedLine>& lines, std::pair<int, int> row, int columns) {
  std::vector<PageCell> cells(static_cast<std::size_t>(columns));
  for (int l = row.first; l <= row.second; ++l)
    for (const Slot& slot : lines[static_cast<std::size_t>(l)].slots) {
      PageCell& cell = cells[static_cast<std::size_t>(slot.first)];
      for (const Piece& piece : slot.segment.pieces) cell.words.push_back(piece.word);
      cell.column_span = std::max(cell.column_span, slot.last - slot.first + 1);
    }
  std::vector<PageCell> out;
  for (int c = 0; c < columns;) {
    PageCell& cell = cells[static_cast<std::size_t>(c)];
    for (int k = 1; k < cell.column_span; ++k)
      if (!cells[static_cast<std::size_t>(c + k)].words.empty()) cell.column_span = k;
    cell.column = c;
    c += cell.column_span;
    out.push_back(std::move(cell));
  }
  return out;
}

// Puts the rows below the lattice, their borders in the middle of the white between two; those of `across` are one
// cell.
void put_below(PageTable& table, const std::vector<PlacedLine>& lines, const std::vector<std::pair<int, int>>& rows,
               const std::vector<bool>& across) {
  const auto box = [&](int l) -> const Rect& { return lines[static_cast<std::size_t>(l)].line->box; };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    double bottom = 0;
    for (int l = rows[r].first; l <= rows[r].second; ++l) bottom = std::max(bottom, box(l).y1);
    const double y1 =
        r + 1 < rows.size() ? std::max(table.ys.back(), (bottom + box(rows[r + 1].first).y0) / 2) : bottom;
    const double y0 = table.ys.back();
    const int row = table.rows();
    std::vector<PageCell> cells = row_cells(lines, rows[r], table.columns());
    if (across[r]) {
      cells.resize(1);
      cells.front().column_span = table.columns();
    }
    for (PageCell& cell : cells) {
      cell.row = row;
      cell.box = {table.xs[static_cast<std::size_t>(cell.column)], y0,
                  table.xs[static_cast<std::size_t>(cell.column + cell.column_span)], y1};
      table.cells.push_back(std::move(cell));
    }
    table.ys.push_back(y1);
  }
  table.box.y1 = table.ys.back();
  table.method = model::TableMethod::partly_ruled;
}

}  // namespace

std::vector<TextLine> lines_between(const model::Page& page, const std::vector<double>& xs, double y0, double y1,
                                    const std::vector<int>& words, bool cut) {
  std::vector<int> there;
  for (const int index : words) {
    const Rect& box = page.words[static_cast<std::size_t>(index)].box;
    if (box.center_y() > y0 && box.center_y() < y1 && box.center_x() > xs.front() && box.center_x() < xs.back())
      there.push_back(index);
  }
  std::vector<Rule> borders;
  for (const double x : xs)
    if (cut) borders.push_back({{x, y0}, {x, y1}});
  std::vector<Rect> leaders;
  std::vector<TextLine> lines = lines_of(pieces_of(page, there, leaders), leaders, borders, kColumnGap);
  for (TextLine& line : lines) join_signs(line);
  return lines;
}

OpenBody open_body(const model::Page& page, const PageTable& head, const std::vector<int>& free_words) {
  OpenBody found;
  const double end = end_of_rows(page, head, free_words);
  std::vector<TextLine> lines = body_lines(head, lines_between(page, head.xs, head.box.y1, end, free_words));
  const auto of_parts = [&](std::size_t parts) {
    return std::count_if(lines.begin(), lines.end(), [&](const TextLine& l) { return l.segments.size() >= parts; });
  };
  found.rows = of_parts(least_pieces) >= static_cast<std::ptrdiff_t>(least_rows);
  const auto kept = std::count_if(lines.begin(), lines.end(), [&](const TextLine& l) { return keeps_to(head, l); });
  if (of_parts(2) < static_cast<std::ptrdiff_t>(least_rows) ||
      static_cast<double>(kept) < mostly_in_columns.of(static_cast<double>(lines.size())))
    return found;
  PageTable table = head;
  if (!divide_columns(page, table, lines)) return found;
  if (table.columns() > head.columns())
    lines = body_lines(table, lines_between(page, table.xs, head.box.y1, end, free_words));
  const std::vector<PlacedLine> body = placed(table, lines);
  const std::vector<Column> columns = columns_of(table, body);
  const std::vector<double> wide = wide_rules(page.rules, table.box.x0, table.box.x1, table.xs[1]);
  const std::vector<std::pair<int, int>> rows = body_rows(body, columns, value_columns(body, table.columns()), wide);
  put_below(table, body, rows, rows_across(body, rows, columns, page.rules));
  found.table = std::move(table);
  return found;
}

std::vector<double> row_borders(const model::Page& page, const std::vector<double>& xs, double y0, double y1,
                                const std::vector<int>& words) {
  const std::vector<TextLine> lines = lines_between(page, xs, y0, y1, words);
  // A row has figures on one of its lines.
  if (std::count_if(lines.begin(), lines.end(), has_value) < 2) return {};
  PageTable area;
  area.xs = xs;
  area.ys = {y0, y1};
  area.box = {xs.front(), y0, xs.back(), y1};
  const std::vector<PlacedLine> body = placed(area, lines);
  const std::vector<std::pair<int, int>> rows =
      body_rows(body, columns_of(area, body), value_columns(body, area.columns()), {});
  std::vector<double> borders;
  for (std::size_t r = 1; r < rows.size(); ++r)
    borders.push_back((body[static_cast<std::size_t>(rows[r - 1].second)].line->box.y1 +
                       body[static_cast<std::size_t>(rows[r].first)].line->box.y0) /
                      2);
  return borders;
}

}  // namespace cotejo::tables
