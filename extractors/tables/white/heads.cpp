#include "extractors/tables/white/heads.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>

#include "extractors/tables/white/head_groups.h"

namespace cotejo::tables {
namespace {

using model::Rect;
using model::Rule;

// Lines of one head cell are no further apart than this, in text sizes from middle to middle.
constexpr double kHeadPitch = 1.9;
// A rule belongs to the head text above it within this many text sizes.
constexpr double kRuleUnderText = 2.2;
// A text off the middle of its column by more than this many text sizes, and on the middle of several within the
// lesser, names them all.
constexpr double kOffMiddle = 1.5;
constexpr double kOnMiddle = 0.7;
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
        rule.from.y > std::min(next_middle, middle + kRuleUnderText * cell.em))
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

// Whether nothing stands beside the head in its frame: every line of the frame that no rule parts from it has one text.
bool stands_alone(const HeadCell& cell, const std::vector<PlacedLine>& lines, std::size_t at,
                  const std::vector<Rule>& rules) {
  for (const PlacedLine& line : lines) {
    const double a = std::min(line.line->middle, lines[at].line->middle),
                 b = std::max(line.line->middle, lines[at].line->middle);
    if (rule_between(rules, a, b, cell.box.x0, cell.box.x1)) continue;
    int there = 0;
    for (const Slot& slot : line.slots) there += slot.last >= cell.first && slot.first <= cell.last ? 1 : 0;
    if (there > 1) return false;
  }
  return true;
}

// The texts of a line over the columns of a head.
int over(const PlacedLine& line, const HeadCell& cell) {
  return static_cast<int>(std::count_if(line.slots.begin(), line.slots.end(), [&](const Slot& slot) {
    return slot.last >= cell.first && slot.first <= cell.last;
  }));
}

// Whether a head that was widened over several columns can name them all: nothing else stands on its line over them, or
// heads of their own stand below.
bool names_all(const HeadCell& cell, const std::vector<PlacedLine>& lines, std::size_t at,
               const std::vector<Rule>& rules) {
  int beside = 0, below = 0;
  for (const Slot& slot : lines[at].slots) beside += slot.last >= cell.first && slot.first <= cell.last ? 1 : 0;
  if (beside <= 1) return stands_alone(cell, lines, at, rules);
  for (std::size_t l = at + 1; l < lines.size(); ++l) {
    int there = 0;
    for (const Slot& slot : lines[l].slots) there += slot.last >= cell.first && slot.first <= cell.last ? 1 : 0;
    below = std::max(below, there);
  }
  return below >= 2;
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
  if (std::abs(middle - (column(cell.first).x0 + column(cell.last).x1) / 2) < kOffMiddle * cell.em) return;
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
  double best = kOnMiddle * cell.em;
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
    return std::abs(box.center_x() - middle) < kOnMiddle * em || std::abs(box.x0 - segment.box.x0) < 0.5 * em ||
           std::abs(box.x1 - segment.box.x1) < 0.5 * em;
  });
}

}  // namespace

const Slot* PlacedLine::in_column(int column) const {
  for (const Slot& slot : slots)
    if (slot.first == column && slot.last == column) return &slot;
  return nullptr;
}

std::vector<PageCell> head_cells(const std::vector<PlacedLine>& lines, const std::vector<Column>& columns,
                                 const std::vector<Rule>& rules, int& rows) {
  // Columns as wide as their own heads: figures at the right of a wide column do not show its middle.
  std::vector<Column> named = columns;
  for (const PlacedLine& line : lines)
    for (const Slot& slot : line.slots)
      if (slot.first == slot.last && &line != &lines.front()) {
        Column& column = named[static_cast<std::size_t>(slot.first)];
        column.x0 = std::min(column.x0, slot.segment.box.x0);
        column.x1 = std::max(column.x1, slot.segment.box.x1);
      }
  std::vector<HeadCell> cells;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const double middle = lines[l].line->middle;
    const double next = l + 1 < lines.size() ? lines[l + 1].line->middle : middle + 3 * lines[l].line->em;
    std::vector<char> named_above(columns.size(), 0);
    for (const HeadCell& above : cells)
      if (above.first == above.last) named_above[static_cast<std::size_t>(above.first)] = 1;
    const std::vector<std::optional<std::pair<int, int>>> groups = head_groups(lines, l, named, named_above);
    for (const Slot& slot : lines[l].slots) {
      const auto& group = groups[static_cast<std::size_t>(&slot - lines[l].slots.data())];
      HeadCell cell;
      cell.first = slot.first;
      cell.last = slot.last;
      cell.box = slot.segment.box;
      cell.last_middle = middle;
      cell.em = slot.segment.pieces.front().em;
      for (const Piece& piece : slot.segment.pieces) cell.words.push_back(piece.word);
      HeadCell wide = cell;
      widen_by_rules(wide, middle, next, columns, rules);
      // A rule under several heads does not tell them apart.
      if (names_all(wide, lines, l, rules) && !(group && over(lines[l], wide) > 1)) cell = wide;
      wide = cell;
      const bool bounded = widen_by_uprights(wide, middle, columns, rules);
      if (stands_alone(wide, lines, l, rules)) cell = wide;
      const bool widened = cell.first != slot.first || cell.last != slot.last;
      if (!widened && group && !bounded)
        cell.first = group->first, cell.last = group->second;
      else if (!widened && cell.first > 0)
        widen_by_middle(cell, lines, l, named);
      const bool unit = is_unit(lines, l, columns);
      if (unit) cell.first = 1, cell.last = static_cast<int>(columns.size()) - 1;
      // The continuation of a cell above it?
      HeadCell* above = nullptr;
      for (HeadCell& other : cells)
        if (other.first <= cell.last && other.last >= cell.first &&
            (above == nullptr || other.last_middle > above->last_middle))
          above = &other;
      bool joined = false;
      // Words of one head, set so far apart that they were taken for two.
      if (above != nullptr && middle == above->last_middle && above->first == cell.first && above->last == cell.last) {
        above->box = united(above->box, cell.box);
        above->words.insert(above->words.end(), cell.words.begin(), cell.words.end());
        continue;
      }
      if (!unit && above != nullptr && middle - above->last_middle <= kHeadPitch * std::max(cell.em, above->em) &&
          middle > above->last_middle &&
          !rule_between(rules, above->last_middle, middle, std::max(above->box.x0, cell.box.x0),
                        std::min(above->box.x1, cell.box.x1))) {
        const bool same = above->first == cell.first && above->last == cell.last;
        // A line that bulges over its neighbour's column is still the cell that the narrower line stands in, when
        // nothing else stands below the bulge.
        const bool centered = std::abs(above->box.center_x() - cell.box.center_x()) < 1.0 * cell.em ||
                              std::abs(above->box.x0 - cell.box.x0) < 0.3 * cell.em ||
                              std::abs(above->box.x1 - cell.box.x1) < 0.3 * cell.em;
        bool lonely = true;
        for (std::size_t k = l; k < lines.size(); ++k)
          for (const Slot& other : lines[k].slots)
            if (&other != &slot && other.first <= above->last && other.last >= above->first &&
                (other.first > cell.last || other.last < cell.first))
              lonely = false;
        const bool nested = above->first <= cell.first && above->last >= cell.last;
        const bool covers = cell.first <= above->first && cell.last >= above->last;
        if (same || (nested && centered && lonely) || (covers && !nested && centered)) {
          above->box = united(above->box, cell.box);
          above->words.insert(above->words.end(), cell.words.begin(), cell.words.end());
          above->last_middle = middle;
          if (nested && !same) above->first = cell.first, above->last = cell.last;
          joined = true;
        }
      }
      if (!joined) cells.push_back(std::move(cell));
    }
  }
  // Levels from the top: below every cell that stands over one of its columns.
  std::vector<int> depth(columns.size(), 0);
  rows = 0;
  for (HeadCell& cell : cells) {
    cell.level = 0;
    for (int c = cell.first; c <= cell.last; ++c) cell.level = std::max(cell.level, depth[static_cast<std::size_t>(c)]);
    for (int c = cell.first; c <= cell.last; ++c) depth[static_cast<std::size_t>(c)] = cell.level + 1;
    rows = std::max(rows, cell.level + 1);
  }
  std::vector<PageCell> out;
  for (const HeadCell& cell : cells) {
    int end = rows;
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

}  // namespace cotejo::tables
