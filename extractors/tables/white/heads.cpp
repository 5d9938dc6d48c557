#include "extractors/tables/white/heads.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/tables/white/head_groups.h"
#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

using model::Rect;
using model::Rule;

// A head cell in the making.
struct HeadCell {
  int first = 0, last = 0;  // columns
  Rect box;                 // of its ink
  double last_middle = 0;   // of its lowest line
  double em = 0;
  std::vector<int> words;
  int level = 0;
};

bool rule_between(const std::vector<Rule>& rules, double above, double below, double x0, double x1) {
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    return rule.horizontal() && rule.from.y > above && rule.from.y < below &&
           std::min(rule.to.x, x1) - std::max(rule.from.x, x0) > 0.5 * (x1 - x0);
  });
}

// The columns that a rule just below the text covers, when they are more than the text itself reaches.
void widen_by_rules(HeadCell& cell, double middle, double next_middle, const std::vector<Column>& columns,
                    const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    if (!rule.horizontal() || rule.from.y <= middle ||
        rule.from.y > std::min(next_middle, middle + rule_under_text.of(cell.em)))
      continue;
    const double center = cell.box.center_x();
    if (rule.from.x > center || rule.to.x < center || rule.from.x > cell.box.x0 + cell.em ||
        rule.to.x < cell.box.x1 - cell.em)
      continue;
    int first = -1, last = -1;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const double common = std::min(columns[c].x1, rule.to.x) - std::max(columns[c].x0, rule.from.x);
      if (common < 0.5 * (columns[c].x1 - columns[c].x0)) continue;
      if (first < 0) first = static_cast<int>(c);
      last = static_cast<int>(c);
    }
    if (first < 0 || last - first + 1 >= static_cast<int>(columns.size())) continue;
    cell.first = first;
    cell.last = last;
    return;
  }
}

// The texts of a line over the columns of a head.
int over(const PlacedLine& line, const HeadCell& cell) {
  return static_cast<int>(std::count_if(line.slots.begin(), line.slots.end(), [&](const Slot& slot) {
    return slot.last >= cell.first && slot.first <= cell.last;
  }));
}

// Whether nothing stands beside the head in its frame: every line of the frame that no rule parts from it has one text.
bool stands_alone(const HeadCell& cell, const std::vector<PlacedLine>& lines, std::size_t at,
                  const std::vector<Rule>& rules) {
  for (const PlacedLine& line : lines) {
    const double a = std::min(line.line->middle, lines[at].line->middle),
                 b = std::max(line.line->middle, lines[at].line->middle);
    if (rule_between(rules, a, b, cell.box.x0, cell.box.x1)) continue;
    if (over(line, cell) > 1) return false;
  }
  return true;
}

// Whether a head that was widened over several columns can name them all: nothing else stands on its line over them, or
// heads of their own stand below.
bool names_all(const HeadCell& cell, const std::vector<PlacedLine>& lines, std::size_t at,
               const std::vector<Rule>& rules) {
  if (over(lines[at], cell) <= 1) return stands_alone(cell, lines, at, rules);
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, lines.end(),
                     [&](const PlacedLine& line) { return over(line, cell) >= 2; });
}

// The columns between the upright rules on both sides of the text; false when it has none on a side.
bool widen_by_uprights(HeadCell& cell, double middle, const std::vector<Column>& columns,
                       const std::vector<Rule>& rules) {
  double left = -1e9, right = 1e9;
  for (const Rule& rule : rules) {
    if (rule.horizontal() || rule.from.y > middle || rule.to.y < middle) continue;
    if (rule.from.x <= cell.box.center_x())
      left = std::max(left, rule.from.x);
    else
      right = std::min(right, rule.from.x);
  }
  if (left < -1e8 || right > 1e8) return false;
  int first = -1, last = -1;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const double center = (columns[c].x0 + columns[c].x1) / 2;
    if (center <= left || center >= right) continue;
    if (first < 0) first = static_cast<int>(c);
    last = static_cast<int>(c);
  }
  if (first < 0 || last - first + 1 >= static_cast<int>(columns.size())) return true;
  cell.first = first;
  cell.last = last;
  return true;
}

// A head that stands over the middle of several columns, whose own heads follow below, is over them all.
void widen_by_middle(HeadCell& cell, const std::vector<PlacedLine>& lines, std::size_t at,
                     const std::vector<Column>& columns) {
  const auto column = [&](int c) -> const Column& { return columns[static_cast<std::size_t>(c)]; };
  const double middle = cell.box.center_x();
  if (std::abs(middle - (column(cell.first).x0 + column(cell.last).x1) / 2) < off_middle.of(cell.em)) return;
  // As far as nothing else stands on this line.
  int lowest = 1, highest = static_cast<int>(columns.size()) - 1;
  for (const Slot& other : lines[at].slots) {
    if (other.last < cell.first) lowest = std::max(lowest, other.last + 1);
    if (other.first > cell.last) highest = std::min(highest, other.first - 1);
  }
  const auto named_below = [&](int c) {
    for (std::size_t l = at + 1; l < lines.size(); ++l)
      if (lines[l].in_column(c) != nullptr) return true;
    return false;
  };
  const auto named_above = [&](int c) {
    for (std::size_t l = 0; l < at; ++l)
      if (lines[l].in_column(c) != nullptr) return true;
    return false;
  };
  double best = on_middle.of(cell.em);
  HeadCell widened = cell;
  for (int a = cell.first; a >= lowest; --a) {
    if (!named_below(a) || named_above(a)) break;
    for (int b = a; b <= highest; ++b) {
      if (!named_below(b) || named_above(b)) break;
      if (b < cell.last || b == a) continue;
      const double off = std::abs(middle - (column(a).x0 + column(b).x1) / 2);
      if (off < best) best = off, widened.first = a, widened.last = b;
    }
  }
  cell = widened;
}

// "(in thousands)" alone on its line, over the figures of several columns and under no head of its own: their unit.
bool is_unit(const std::vector<PlacedLine>& lines, std::size_t at, const std::vector<Column>& columns) {
  if (at == 0 || columns.size() < 3 || lines[at].slots.size() != 1) return false;
  const Segment& segment = lines[at].slots.front().segment;
  if (segment.pieces.front().text.front() != '(' || segment.pieces.back().text.back() != ')') return false;
  const double em = segment.pieces.front().em, middle = segment.box.center_x();
  if (middle < columns[1].x0 || middle > columns.back().x1) return false;
  return std::none_of(lines[at - 1].slots.begin(), lines[at - 1].slots.end(), [&](const Slot& above) {
    const Rect& box = above.segment.box;
    return std::abs(box.center_x() - middle) < on_middle.of(em) || std::abs(box.x0 - segment.box.x0) < 0.5 * em ||
           std::abs(box.x1 - segment.box.x1) < 0.5 * em;
  });
}

// What is known of a head as a whole.
struct Head {
  const std::vector<PlacedLine>& lines;
  const std::vector<Column>& columns;
  const std::vector<Rule>& rules;
  std::vector<Column> named;  // the columns, as wide as their own heads
};

using Span = std::optional<std::pair<int, int>>;  // first and last column

// Columns as wide as their own heads: figures at the right of a wide column do not show its middle.
std::vector<Column> widened_by_names(const std::vector<PlacedLine>& lines, std::vector<Column> columns) {
  for (const PlacedLine& line : lines)
    for (const Slot& slot : line.slots)
      if (slot.first == slot.last && &line != &lines.front()) {
        Column& column = columns[static_cast<std::size_t>(slot.first)];
        column.x0 = std::min(column.x0, slot.segment.box.x0);
        column.x1 = std::max(column.x1, slot.segment.box.x1);
      }
  return columns;
}

HeadCell placed(const Slot& slot, double middle) {
  HeadCell cell;
  cell.first = slot.first;
  cell.last = slot.last;
  cell.box = slot.segment.box;
  cell.last_middle = middle;
  cell.em = slot.segment.pieces.front().em;
  for (const Piece& piece : slot.segment.pieces) cell.words.push_back(piece.word);
  return cell;
}

// Whether the first line is the title of the whole table: alone, over its middle, and closed by a rule over its width.
bool is_title(const HeadCell& cell, const Head& head, std::size_t at) {
  if (at != 0 || head.lines.size() < 2 || head.lines[0].slots.size() != 1) return false;
  const double x0 = head.columns.front().x0, x1 = head.columns.back().x1;
  if (std::abs(cell.box.center_x() - (x0 + x1) / 2) > title_off_middle.of(cell.em)) return false;
  const double middle = head.lines[0].line->middle, next = head.lines[1].line->middle;
  return std::any_of(head.rules.begin(), head.rules.end(), [&](const Rule& rule) {
    return rule.horizontal() && rule.from.y > middle && rule.from.y < next &&
           std::min(rule.to.x, x1) - std::max(rule.from.x, x0) > title_rule.of(x1 - x0);
  });
}

// Gives the cell, a text of line `at`, all columns that it names. `group`: those that its line's neighbours leave it.
void widen(HeadCell& cell, const Head& head, std::size_t at, const Span& group) {
  if (is_title(cell, head, at)) {
    cell.first = 0;
    cell.last = static_cast<int>(head.columns.size()) - 1;
    return;
  }
  const PlacedLine& line = head.lines[at];
  const double middle = line.line->middle;
  const double next =
      at + 1 < head.lines.size() ? head.lines[at + 1].line->middle : middle + room_below.of(line.line->em);
  const int first = cell.first, last = cell.last;
  HeadCell wide = cell;
  widen_by_rules(wide, middle, next, head.columns, head.rules);
  // A rule under several heads does not tell them apart.
  if (names_all(wide, head.lines, at, head.rules) && !(group && over(line, wide) > 1)) cell = wide;
  wide = cell;
  const bool bounded = widen_by_uprights(wide, middle, head.columns, head.rules);
  if (stands_alone(wide, head.lines, at, head.rules)) cell = wide;
  if (cell.first != first || cell.last != last) return;
  if (group && !bounded)
    cell.first = group->first, cell.last = group->second;
  else if (cell.first > 0)
    widen_by_middle(cell, head.lines, at, head.named);
}

// The lowest cell so far that stands over a column of this one; the first of those that stand level; null if none does.
HeadCell* cell_above(std::vector<HeadCell>& cells, const HeadCell& cell) {
  HeadCell* above = nullptr;
  for (HeadCell& other : cells)
    if (other.first <= cell.last && other.last >= cell.first &&
        (above == nullptr || other.last_middle > above->last_middle))
      above = &other;
  return above;
}

// Whether nothing else stands over the columns of `above` beside the cell, on its line `at` or below.
bool lonely_below(const HeadCell& above, const HeadCell& cell, const std::vector<PlacedLine>& lines, std::size_t at) {
  return std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(), [&](const PlacedLine& line) {
    return std::any_of(line.slots.begin(), line.slots.end(), [&](const Slot& other) {
      return other.first <= above.last && other.last >= above.first &&
             (other.first > cell.last || other.last < cell.first);
    });
  });
}

// Whether the cell, of line `at`, is the next line of the one above it.
bool goes_on(const HeadCell& above, const HeadCell& cell, const Head& head, std::size_t at) {
  const double middle = cell.last_middle;
  if (middle <= above.last_middle || middle - above.last_middle > head_pitch.of(std::max(cell.em, above.em)))
    return false;
  if (rule_between(head.rules, above.last_middle, middle, std::max(above.box.x0, cell.box.x0),
                   std::min(above.box.x1, cell.box.x1)))
    return false;
  if (above.first == cell.first && above.last == cell.last) return true;
  const bool aligned = std::abs(above.box.center_x() - cell.box.center_x()) < same_head_middle.of(cell.em) ||
                       std::abs(above.box.x0 - cell.box.x0) < same_head_edge.of(cell.em) ||
                       std::abs(above.box.x1 - cell.box.x1) < same_head_edge.of(cell.em);
  if (!aligned) return false;
  // A line that bulges over its neighbour's column is still the cell that the narrower line stands in, when nothing
  // else stands below the bulge.
  const bool nested = above.first <= cell.first && above.last >= cell.last;
  return nested ? lonely_below(above, cell, head.lines, at) : cell.first <= above.first && cell.last >= above.last;
}

// Puts the cell, of line `at`, to the one that it belongs to; false when it is one of its own.
bool join(std::vector<HeadCell>& cells, const HeadCell& cell, const Head& head, std::size_t at, bool unit) {
  HeadCell* above = cell_above(cells, cell);
  if (above == nullptr) return false;
  // Words of one head, set so far apart that they were taken for two.
  const bool level = cell.last_middle == above->last_middle && above->first == cell.first && above->last == cell.last;
  if (!level && (unit || !goes_on(*above, cell, head, at))) return false;
  above->box = united(above->box, cell.box);
  above->words.insert(above->words.end(), cell.words.begin(), cell.words.end());
  above->last_middle = cell.last_middle;
  if (above->first <= cell.first && above->last >= cell.last) above->first = cell.first, above->last = cell.last;
  return true;
}

// Adds the texts of line `at` to the cells so far.
void read_line(const Head& head, std::size_t at, std::vector<HeadCell>& cells) {
  const PlacedLine& line = head.lines[at];
  std::vector<char> named_above(head.columns.size(), 0);
  for (const HeadCell& above : cells)
    if (above.first == above.last) named_above[static_cast<std::size_t>(above.first)] = 1;
  const std::vector<Span> groups = head_groups(head.lines, at, head.named, named_above);
  const bool unit = is_unit(head.lines, at, head.columns);
  for (std::size_t s = 0; s < line.slots.size(); ++s) {
    HeadCell cell = placed(line.slots[s], line.line->middle);
    widen(cell, head, at, groups[s]);
    if (unit) cell.first = 1, cell.last = static_cast<int>(head.columns.size()) - 1;
    if (!join(cells, cell, head, at, unit)) cells.push_back(std::move(cell));
  }
}

// Levels from the top: each below every cell that stands over one of its columns. Gives the number of levels.
int give_levels(std::vector<HeadCell>& cells, std::size_t columns) {
  std::vector<int> depth(columns, 0);
  int levels = 0;
  for (HeadCell& cell : cells) {
    const auto begin = depth.begin() + cell.first, end = depth.begin() + cell.last + 1;
    cell.level = *std::max_element(begin, end);
    std::fill(begin, end, cell.level + 1);
    levels = std::max(levels, cell.level + 1);
  }
  return levels;
}

// Each cell down to the next one below it, or to the end of the head.
std::vector<PageCell> spanned(const std::vector<HeadCell>& cells, int levels) {
  std::vector<PageCell> out;
  for (const HeadCell& cell : cells) {
    int end = levels;
    for (const HeadCell& below : cells)
      if (below.level > cell.level && below.first <= cell.last && below.last >= cell.first)
        end = std::min(end, below.level);
    PageCell made;
    made.row = cell.level;
    made.column = cell.first;
    made.row_span = end - cell.level;
    made.column_span = cell.last - cell.first + 1;
    made.words = cell.words;
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace

std::vector<PageCell> head_cells(const std::vector<PlacedLine>& lines, const std::vector<Column>& columns,
                                 const std::vector<Rule>& rules, int& rows) {
  const Head head{lines, columns, rules, widened_by_names(lines, columns)};
  std::vector<HeadCell> cells;
  for (std::size_t at = 0; at < lines.size(); ++at) read_line(head, at, cells);
  rows = give_levels(cells, columns.size());
  return spanned(cells, rows);
}

}  // namespace cotejo::tables
