#include "extractors/tables/white/columns.h"

#include <algorithm>
#include <cmath>

#include "base/digits.h"
#include "base/median.h"
#include "extractors/tables/lines/turned_names.h"
#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

struct Interval {
  double x0 = 0, x1 = 0;
};

// The parts of the x axis where most lines are white between two segments.
std::vector<Interval> white_zones(const std::vector<const TextLine*>& lines) {
  struct Step {
    double x;
    double crossing;  // change of the weight of the lines with text here
    int gap;          // change of the number of lines with a gap here
  };
  std::vector<Step> steps;
  std::size_t most = 1;
  for (const TextLine* line : lines) most = std::max(most, line->segments.size());
  for (const TextLine* line : lines) {
    const auto& segments = line->segments;
    // A line of few parts, such as a head over several columns, says less about where columns part.
    const double weight = static_cast<double>(segments.size()) / static_cast<double>(most);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      steps.push_back({segments[i].box.x0, weight, 0});
      steps.push_back({segments[i].box.x1, -weight, 0});
      if (i + 1 < segments.size() && segments[i + 1].box.x0 > segments[i].box.x1) {
        steps.push_back({segments[i].box.x1, 0, 1});
        steps.push_back({segments[i + 1].box.x0, 0, -1});
      }
    }
  }
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.x < b.x; });
  std::vector<Interval> zones;
  double crossing = 0;
  int gap = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    crossing += steps[i].crossing;
    gap += steps[i].gap;
    if (i + 1 == steps.size() || steps[i + 1].x - steps[i].x < 1e-6) continue;
    if (gap < 1 || crossing > crossing_columns.of(gap) + 1e-9) continue;
    if (!zones.empty() && steps[i].x - zones.back().x1 < 1e-6)
      zones.back().x1 = steps[i + 1].x;
    else
      zones.push_back({steps[i].x, steps[i + 1].x});
  }
  return zones;
}

std::vector<int> overlapped(const model::Rect& box, const std::vector<Column>& columns, double touch) {
  std::vector<int> found;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const double common = std::min(box.x1, columns[c].x1) - std::max(box.x0, columns[c].x0);
    if (common > std::min({touch, 0.5 * box.width(), 0.5 * (columns[c].x1 - columns[c].x0)}))
      found.push_back(static_cast<int>(c));
  }
  return found;
}

int nearest(double x0, double x1, const std::vector<Column>& columns) {
  int best = 0;
  double distance = 1e18;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const double d = std::max({0.0, columns[c].x0 - x1, x0 - columns[c].x1});
    if (d < distance) distance = d, best = static_cast<int>(c);
  }
  return best;
}

void set_territories(std::vector<Column>& columns) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    columns[c].left = c == 0 ? columns[c].x0 : (columns[c - 1].x1 + columns[c].x0) / 2;
    columns[c].right = c + 1 == columns.size() ? columns[c].x1 : (columns[c].x1 + columns[c + 1].x0) / 2;
  }
}

// Segments that lie in the white altogether are columns of their own that few lines fill.
void add_sparse_columns(std::vector<Column>& columns, const std::vector<const TextLine*>& lines) {
  std::vector<Interval> islands;
  for (const TextLine* line : lines)
    for (const Segment& segment : line->segments)
      if (overlapped(segment.box, columns, touch.of(line->em)).empty())
        islands.push_back({segment.box.x0, segment.box.x1});
  std::sort(islands.begin(), islands.end(), [](const Interval& a, const Interval& b) { return a.x0 < b.x0; });
  std::vector<Interval> merged;
  for (const Interval& island : islands) {
    if (!merged.empty() && island.x0 < merged.back().x1)
      merged.back().x1 = std::max(merged.back().x1, island.x1);
    else
      merged.push_back(island);
  }
  for (const Interval& m : merged) columns.push_back({m.x0, m.x1, 0, 0});
  std::sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.x0 < b.x0; });
}

// Of two neighbouring columns: the lines that fill each, and whether they can be halves of one: no line fills both, and
// one of them ends where the other begins, but for the name of a group above a single name.
struct Halves {
  int count[2] = {0, 0};
  bool one = false;
};

Halves halves_at(std::size_t c, const std::vector<Column>& columns, const std::vector<const TextLine*>& lines) {
  const std::vector<Column> pair = {columns[c], columns[c + 1]};
  Halves halves;
  int first_of[2] = {-1, -1}, second_of[2] = {-1, -1}, last_of[2] = {-1, -1};
  for (std::size_t l = 0; l < lines.size(); ++l) {
    bool in[2] = {false, false};
    for (const Segment& segment : lines[l]->segments) {
      const std::vector<int> over = overlapped(segment.box, pair, touch.of(lines[l]->em));
      // A segment in both is a wide cell of the one column that they are.
      if (over.size() == 1) in[over[0]] = true;
    }
    if (in[0] && in[1]) return halves;
    for (int k = 0; k < 2; ++k)
      if (in[k]) {
        if (first_of[k] < 0)
          first_of[k] = static_cast<int>(l);
        else if (second_of[k] < 0)
          second_of[k] = static_cast<int>(l);
        last_of[k] = static_cast<int>(l);
        ++halves.count[k];
      }
  }
  const bool apart =
      halves.count[0] > 0 && halves.count[1] > 0 && (last_of[0] < first_of[1] || last_of[1] < first_of[0]);
  const bool under_group =
      halves.count[0] == 1 && halves.count[1] > 2 && first_of[0] > first_of[1] && first_of[0] < second_of[1];
  halves.one = (apart || under_group) && std::min(halves.count[0], halves.count[1]) <= 3;
  return halves;
}

// A head at the left of its column and numbers at the right of it leave two half columns, which are one. A head that
// could be of either neighbour is of the nearer one.
void join_half_columns(std::vector<Column>& columns, const std::vector<const TextLine*>& lines) {
  const auto white = [&](std::size_t c) { return columns[c + 1].x0 - columns[c].x1; };
  for (std::size_t c = 0; c + 1 < columns.size();) {
    const Halves halves = halves_at(c, columns, lines);
    const bool of_next = halves.one && halves.count[1] < halves.count[0] && c + 2 < columns.size() &&
                         white(c + 1) < white(c) && halves_at(c + 1, columns, lines).one;
    if (halves.one && !of_next) {
      columns[c].x1 = columns[c + 1].x1;
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c) + 1);
    } else {
      ++c;
    }
  }
}

// Words of one head set far apart leave a column that no other line fills: it belongs to the neighbour that stands
// nearer on that line. A name that is turned on end stands over its own.
void join_single_cells(std::vector<Column>& columns, const std::vector<const TextLine*>& lines) {
  for (std::size_t c = 0; c < columns.size() && columns.size() > 2;) {
    const std::vector<Column> own = {columns[c]};
    int count = 0;
    std::size_t segment = 0;
    const TextLine* only = nullptr;
    for (const TextLine* line : lines)
      for (std::size_t s = 0; s < line->segments.size(); ++s)
        if (!overlapped(line->segments[s].box, own, touch.of(line->em)).empty()) ++count, only = line, segment = s;
    std::size_t into = c;
    if (count == 1 && lines.size() >= 3 && !is_value(only->segments[segment].text()) &&
        !is_laid_down(only->segments[segment].pieces.front())) {
      const auto& segments = only->segments;
      const double before = segment > 0 && c > 0 ? segments[segment].box.x0 - segments[segment - 1].box.x1 : 1e18;
      const double after = segment + 1 < segments.size() && c + 1 < columns.size()
                               ? segments[segment + 1].box.x0 - segments[segment].box.x1
                               : 1e18;
      if (std::min(before, after) <= loosely_set.of(only->em)) into = before <= after ? c - 1 : c + 1;
    }
    if (into == c) {
      ++c;
      continue;
    }
    columns[into].x0 = std::min(columns[into].x0, columns[c].x0);
    columns[into].x1 = std::max(columns[into].x1, columns[c].x1);
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

bool aligned(const model::Rect& box, const Column& column, double em) {
  return std::abs(box.x0 - column.x0) < aligned_text.of(em) || std::abs(box.x1 - column.x1) < aligned_text.of(em) ||
         std::abs(box.center_x() - (column.x0 + column.x1) / 2) < aligned_text.of(em);
}

// A segment cut at the spaces that fall on the border of two of the columns `over`. Spaces that are not wider than
// others are cut only when every part then stands aligned in a column of its own: heads set close to each other, not
// one head over several columns.
std::vector<Segment> cut_at_borders(const Segment& segment, const std::vector<Column>& columns,
                                    const std::vector<int>& over) {
  const double em = segment.pieces.front().em;
  std::vector<double> spaces;
  for (std::size_t p = 1; p < segment.pieces.size(); ++p)
    spaces.push_back(std::max(0.0, segment.pieces[p].box.x0 - segment.pieces[p - 1].box.x1));
  // Of a few spaces none is known to be a space: those of most fonts are a quarter to a third of the size.
  const double border =
      spaces.size() < spaces_to_judge ? wider_than_any_space.of(em) : wider_than_space.of(base::median(spaces));
  const auto on_border = [&](std::size_t p) {
    const double a = segment.pieces[p - 1].box.x1, b = segment.pieces[p].box.x0;
    return std::any_of(over.begin(), over.end() - 1, [&](int c) {
      const double from = columns[static_cast<std::size_t>(c)].x1, to = columns[static_cast<std::size_t>(c) + 1].x0;
      return b > from - 0.5 * em && a < to + 0.5 * em;
    });
  };
  const auto cut = [&](auto&& where) {
    std::vector<Segment> parts(1);
    for (std::size_t p = 0; p < segment.pieces.size(); ++p) {
      if (p > 0 && on_border(p) && where(p)) parts.emplace_back();
      parts.back().box = united(parts.back().box, segment.pieces[p].box);
      parts.back().pieces.push_back(segment.pieces[p]);
    }
    return parts;
  };
  const std::vector<Segment> each = cut([](std::size_t) { return true; });
  // Words of one head stand no further apart than a space; figures are no words of one.
  const auto figure = [](const Piece& piece) { return base::has_digit(piece.text); };
  bool spaced = true;
  for (std::size_t k = 1; k < each.size(); ++k)
    spaced = spaced && (each[k].box.x0 - each[k - 1].box.x1 > no_space.of(em) || figure(each[k].pieces.front()) ||
                        figure(each[k - 1].pieces.back()));
  const bool heads =
      spaced && each.size() == over.size() && std::all_of(each.begin(), each.end(), [&](const Segment& part) {
        const auto k = static_cast<std::size_t>(&part - each.data());
        return aligned(part.box, columns[static_cast<std::size_t>(over[k])], em);
      });
  if (heads) return each;
  // A row of figures set close is cut at every border: figures make no running text.
  const bool figures =
      std::all_of(segment.pieces.begin(), segment.pieces.end(), [](const Piece& p) { return is_value(p.text); });
  return cut([&](std::size_t p) { return figures || spaces[p - 1] > border; });
}

}  // namespace

std::vector<Column> find_columns(const std::vector<const TextLine*>& lines) {
  std::vector<const TextLine*> parted;
  double x0 = 1e18, x1 = -1e18;
  for (const TextLine* line : lines)
    if (line->segments.size() >= 2) {
      parted.push_back(line);
      x0 = std::min(x0, line->segments.front().box.x0);
      x1 = std::max(x1, line->segments.back().box.x1);
    }
  std::vector<Column> columns;
  if (parted.empty()) return columns;
  double left = x0;
  for (const Interval& zone : white_zones(parted)) {
    if (zone.x0 > left) columns.push_back({left, zone.x0, 0, 0});
    left = zone.x1;
  }
  if (x1 > left) columns.push_back({left, x1, 0, 0});
  add_sparse_columns(columns, parted);
  join_half_columns(columns, parted);
  join_single_cells(columns, parted);
  set_territories(columns);
  return columns;
}

std::vector<Slot> place(const TextLine& line, const std::vector<Column>& columns) {
  std::vector<Slot> slots;
  if (columns.empty()) return slots;
  for (const Segment& segment : line.segments) {
    const double em = segment.pieces.front().em;
    const std::vector<int> over = overlapped(segment.box, columns, touch.of(em));
    std::vector<Segment> parts = over.size() < 2 || segment.pieces.size() < 2 ? std::vector<Segment>{segment}
                                                                              : cut_at_borders(segment, columns, over);
    for (Segment& part : parts) {
      const std::vector<int> in = overlapped(part.box, columns, touch.of(em));
      Slot slot;
      if (in.empty()) {
        const double middle = part.box.center_x();
        slot.first = slot.last = nearest(middle, middle, columns);
      } else {
        slot.first = in.front();
        slot.last = in.back();
      }
      // Two parts of one column belong together.
      if (!slots.empty() && slots.back().last >= slot.first) {
        Slot& before = slots.back();
        before.last = std::max(before.last, slot.last);
        for (Piece& piece : part.pieces) before.segment.pieces.push_back(std::move(piece));
        before.segment.box = united(before.segment.box, part.box);
        continue;
      }
      slot.segment = std::move(part);
      slots.push_back(std::move(slot));
    }
  }
  return slots;
}

}  // namespace cotejo::tables
