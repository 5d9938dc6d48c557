#include "extractors/tables/areas/stacks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>

#include "base/letters.h"
#include "base/median.h"
#include "extractors/tables/areas/tolerances.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace areas;

using model::Rect;
using model::Rule;

bool holds(const Rect& area, const TextLine& line) {
  return line.middle > area.y0 && line.middle < area.y1 && line.box.center_x() > area.x0 &&
         line.box.center_x() < area.x1;
}

// Whether the box stands between two heights and in the way of x0 … x1; `whole`: all of it, not its middle alone.
bool parts(const Rect& box, double above, double below, double x0, double x1, bool whole = false) {
  if (whole && (box.y0 < above || box.y1 > below)) return false;
  return box.center_y() > above && box.center_y() < below &&
         std::min(box.x1, x1) - std::max(box.x0, x0) > in_the_way.of(std::min(x1 - x0, box.width()));
}

// Whether a line goes on with the caption above it: near, set alike, and under its beginning, its hanging text or its
// middle.
bool continues_caption(const TextLine& caption, const TextLine& line, const std::vector<Rule>& rules) {
  if (line.segments.size() != 1 || line.middle - caption.middle > caption_pitch.of(line.em)) return false;
  const Piece& first = caption.segments.back().pieces.back();
  const Piece& second = line.segments.front().pieces.front();
  if (std::abs(first.em - second.em) > lines::set_alike.of(first.em) || first.bold != second.bold) return false;
  if (std::any_of(rules.begin(), rules.end(), [&](const Rule& r) {
        return r.horizontal() && r.from.y > caption.middle && r.from.y < line.middle && r.from.x < line.box.x1 &&
               r.to.x > line.box.x0;
      }))
    return false;
  const double reach = caption_middle.of(line.em);
  if (std::abs(caption.box.center_x() - line.box.center_x()) < reach) return true;
  return std::any_of(caption.segments.begin(), caption.segments.end(), [&](const Segment& s) {
    return std::any_of(s.pieces.begin(), s.pieces.end(),
                       [&](const Piece& p) { return std::abs(p.box.x0 - line.box.x0) < caption_begin.of(line.em); });
  });
}

}  // namespace

std::vector<double> wide_rules(const std::vector<Rule>& rules, double x0, double x1, double label_end) {
  std::vector<Rule> across;
  for (const Rule& rule : rules)
    if (rule.horizontal() && std::min(rule.to.x, x1) > std::max(rule.from.x, x0)) across.push_back(rule);
  std::sort(across.begin(), across.end(), [](const Rule& a, const Rule& b) { return a.from.y < b.from.y; });
  std::vector<double> ys;
  for (std::size_t i = 0; i < across.size();) {
    std::size_t j = i;
    std::vector<std::pair<double, double>> covered;
    for (; j < across.size() && across[j].from.y - across[i].from.y <= same_rule; ++j)
      covered.emplace_back(std::max(across[j].from.x, x0), std::min(across[j].to.x, x1));
    std::sort(covered.begin(), covered.end());
    double length = 0, end = x0, over_label = 0;
    for (const auto& [a, b] : covered) {
      if (b <= end) continue;
      length += b - std::max(a, end);
      over_label += std::max(0.0, std::min(b, label_end) - std::max(a, end));
      end = b;
    }
    if (length >= covers_table.of(x1 - x0) && over_label >= 0.5 * (label_end - x0)) ys.push_back(across[i].from.y);
    i = j;
  }
  return ys;
}

namespace {

using Stacks = std::vector<std::vector<TextLine>>;

// The x between two columns of running text, when the page has them: most of it keeps to either side.
std::optional<double> gutter_of(const std::vector<Rect>& prose) {
  std::vector<double> starts, ends;
  for (const Rect& box : prose)
    if (box.width() > prose_width.of(box.height())) starts.push_back(box.x0), ends.push_back(box.x1);
  std::sort(starts.begin(), starts.end());
  std::sort(ends.begin(), ends.end());
  std::optional<double> best;
  std::ptrdiff_t most = gutter_lines - 1;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    // Just before a segment starts: those that ended, those still to start, and the rest, which cross.
    const double x = starts[i];
    const std::ptrdiff_t left = std::upper_bound(ends.begin(), ends.end(), x) - ends.begin();
    const std::ptrdiff_t right = starts.end() - std::lower_bound(starts.begin(), starts.end(), x);
    const auto crossing = static_cast<std::ptrdiff_t>(starts.size()) - left - right;
    if (std::min(left, right) <= most || crossing * 5 > left + right) continue;
    most = std::min(left, right);
    best = (ends[static_cast<std::size_t>(left) - 1] + x) / 2;
  }
  return best;
}

// Lines beside running text are cut at the gutter: what stands in the other column is not theirs.
void cut_at_gutter(double gutter, const std::vector<Rect>& prose, std::vector<TextLine>& lines,
                   std::vector<TextLine>& left, std::vector<TextLine>& right) {
  std::vector<TextLine> whole;
  for (TextLine& line : lines) {
    const double reach = beside_text.of(line.em);
    const bool beside = std::any_of(prose.begin(), prose.end(), [&](const Rect& box) {
      return std::abs(box.center_y() - line.middle) < reach && (box.x1 <= gutter || box.x0 >= gutter);
    });
    const bool crosses = std::any_of(line.segments.begin(), line.segments.end(),
                                     [&](const Segment& s) { return s.box.x0 < gutter && s.box.x1 > gutter; });
    if (!beside || crosses) {
      whole.push_back(std::move(line));
      continue;
    }
    TextLine parts[2];
    for (Segment& segment : line.segments)
      parts[segment.box.x0 < gutter ? 0 : 1].segments.push_back(std::move(segment));
    for (int side = 0; side < 2; ++side) {
      if (parts[side].segments.empty()) continue;
      measure(parts[side]);
      parts[side].leaders = line.leaders;
      (side == 0 ? left : right).push_back(std::move(parts[side]));
    }
  }
  lines = std::move(whole);
}

// Whether each figure of the line ends where figures of several lines of the stack end, and nothing else stands in it
// but a label before them: a total, set off from its rows. Years head another table.
bool totals_stack(const std::vector<TextLine>& stack, const TextLine& line) {
  const double same = same_end.of(line.em);
  const bool labelled = !is_value(line.segments.front().text());
  if (line.segments.size() < (labelled ? 2 : 3)) return false;
  for (std::size_t s = labelled ? 1 : 0; s < line.segments.size(); ++s) {
    const std::string text = line.segments[s].text();
    if (!is_value(text) || is_year(text)) return false;
    std::size_t lines = 0;
    for (std::size_t l = stack.size() - std::min(stack.size(), lines_back); l < stack.size(); ++l)
      lines += std::any_of(stack[l].segments.begin(), stack[l].segments.end(), [&](const Segment& above) {
        return std::abs(above.box.x1 - line.segments[s].box.x1) < same && is_value(above.text());
      });
    if (lines < lines_of_figures) return false;
  }
  return true;
}

// Whether the line is a heading within the stack: one label that begins where words of other labels begin, and the next
// line goes on with the figures.
bool heads_more_rows(const std::vector<TextLine>& stack, const TextLine& line, const TextLine* next) {
  if (next == nullptr || line.segments.size() != 1 || is_value(line.segments.front().text())) return false;
  if (next->middle - line.middle > wide_white.of(line.em) || !totals_stack(stack, *next)) return false;
  const double same = same_end.of(line.em);
  const auto under = std::count_if(stack.begin(), stack.end(), [&](const TextLine& above) {
    const std::vector<Piece>& label = above.segments.front().pieces;
    return std::any_of(label.begin(), label.end(),
                       [&](const Piece& piece) { return std::abs(piece.box.x0 - line.box.x0) < same; });
  });
  return static_cast<std::size_t>(under) >= lines_of_figures;
}

// "Fuente: …" under a table, with no figures beside it: what follows is none of its rows.
bool ends_table(const TextLine& line) {
  return is_note(line.segments.front().text()) &&
         std::none_of(line.segments.begin() + 1, line.segments.end(),
                      [](const Segment& segment) { return is_value(segment.text()); });
}

// Takes out of a line what stands wholly beside the stack and opens a note: it is the note of a neighbour.
void drop_note_beside(const Rect& stack, TextLine& line) {
  std::erase_if(line.segments,
                [&](const Segment& segment) { return is_note(segment.text()) && overlap_x(segment.box, stack) <= 0; });
  if (!line.segments.empty()) measure(line);
}

// Texts of the two lines that the box lies over, side by side.
std::ptrdiff_t parts_over(const Rect& box, const TextLine& first, const TextLine* second) {
  std::vector<Rect> over;
  for (const TextLine* line : {&first, second}) {
    if (line == nullptr) continue;
    for (const Segment& s : line->segments)
      if (overlap_x(s.box, box) > 0 &&
          std::none_of(over.begin(), over.end(), [&](const Rect& other) { return overlap_x(s.box, other) > 0; }))
        over.push_back(s.box);
  }
  return std::ssize(over);
}

// Whether line `at` is a sentence that stands above a table, or between two: it says so by its end, its words and its
// width, over several parts of the line above it or of the next two.
bool introduces(const std::vector<TextLine>& lines, std::size_t at, const TextLine& above) {
  const TextLine& line = lines[at];
  if (line.segments.size() != 1) return false;
  const std::vector<Piece>& words = line.segments.front().pieces;
  const char end = words.back().text.back();
  if (words.size() < sentence_words || (end != ':' && end != '.')) return false;
  const auto small =
      std::count_if(words.begin(), words.end(), [](const Piece& p) { return base::starts_small(p.text); });
  if (static_cast<std::size_t>(small) * 2 <= words.size()) return false;
  if (parts_over(line.box, above, nullptr) >= 2) return true;
  // However narrow, it leads to the head that follows it.
  const auto named = [&](std::size_t l) {
    return l < lines.size() && std::none_of(lines[l].segments.begin(), lines[l].segments.end(),
                                            [](const Segment& segment) { return is_value(segment.text()); });
  };
  if (end == ':' && named(at + 1) && named(at + 2)) return true;
  // The text of the page is set larger than its small tables.
  if (line.em > larger_print.of(std::max(above.em, at + 1 < lines.size() ? lines[at + 1].em : 0.0))) return true;
  return at + 1 < lines.size() &&
         parts_over(line.box, lines[at + 1], at + 2 < lines.size() ? &lines[at + 2] : nullptr) >= 2;
}

// Whether a line of names is one of the stack's first lines over again: the head of another table of the same columns.
bool repeats_head(const std::vector<TextLine>& stack, const TextLine& line) {
  if (line.segments.size() < names_of_head ||
      std::any_of(line.segments.begin(), line.segments.end(), [](const Segment& s) { return is_value(s.text()); }))
    return false;
  const auto same = [](const Segment& a, const Segment& b) {
    return a.text() == b.text() && std::abs(a.box.x0 - b.box.x0) < a.pieces.front().em;
  };
  const auto end = stack.begin() + static_cast<std::ptrdiff_t>(std::min(stack.size(), lines_of_head));
  return std::any_of(stack.begin(), end, [&](const TextLine& head) {
    return head.segments.size() == line.segments.size() &&
           std::equal(head.segments.begin(), head.segments.end(), line.segments.begin(), same);
  });
}

// The upper and lower edges of shades.
std::vector<Rule> edges_of(const std::vector<model::Shade>& shades) {
  std::vector<Rule> edges;
  for (const model::Shade& shade : shades)
    for (const double y : {shade.box.y0, shade.box.y1}) {
      Rule edge;
      edge.from = {shade.box.x0, y};
      edge.to = {shade.box.x1, y};
      edges.push_back(edge);
    }
  return edges;
}

// Whether one of two lines stands on a stripe and the other on the paper beside it, each as near to its edge as a row's
// text is.
bool on_stripes(double above, double below, double em, const std::vector<Rule>& edges, double x0, double x1) {
  const double most = within_band.of(em);
  if (below - above > 2 * most) return false;
  const auto between = [&](double y) { return y > above && y < below; };
  // Edges of one height may be off by a little; a page may have thousands of them.
  std::vector<Rule> near;
  std::copy_if(edges.begin(), edges.end(), std::back_inserter(near),
               [&](const Rule& edge) { return edge.from.y > above - same_rule && edge.from.y < below + same_rule; });
  const std::vector<double> ys = wide_rules(near, x0, x1, x0);
  const auto first = std::find_if(ys.begin(), ys.end(), between);
  return first != ys.end() && std::count_if(ys.begin(), ys.end(), between) == 1 && *first - above <= most &&
         below - *first <= most;
}

void stack_lines(std::vector<TextLine>& free, const std::vector<Rect>& walls, const std::vector<Rule>& rules,
                 const std::vector<Rule>& edges, const std::vector<Rect>& taken, Stacks& stacks) {
  std::vector<TextLine> stack;
  Rect extent;
  TextLine caption;  // the last line was part of it; no segments: it was not
  const auto close = [&] {
    if (stack.size() >= 2) stacks.push_back(std::move(stack));
    stack.clear();
    extent = Rect{};
  };
  for (TextLine& line : free) {
    if (is_caption(line.segments.front().text())) {
      close();
      caption = line;
      continue;
    }
    if (!stack.empty()) drop_note_beside(extent, line);
    if (line.segments.empty()) continue;
    const TextLine* next = &line == &free.back() ? nullptr : std::next(&line);
    if (ends_table(line) ||
        (!stack.empty() && introduces(free, static_cast<std::size_t>(&line - free.data()), stack.back()))) {
      close();
      continue;
    }
    if (stack.empty() && !caption.segments.empty() && continues_caption(caption, line, rules)) {
      caption.middle = line.middle;
      continue;
    }
    caption.segments.clear();
    if (repeats_head(stack, line)) close();
    if (!stack.empty()) {
      const TextLine& above = stack.back();
      const double em = std::max(line.em, above.em);
      const double white = line.middle - above.middle;
      const double x0 = std::min(extent.x0, line.box.x0), x1 = std::max(extent.x1, line.box.x1);
      const bool wall = std::any_of(walls.begin(), walls.end(),
                                    [&](const Rect& w) { return parts(w, above.middle, line.middle, x0, x1); });
      // Rows that stand far apart set their own measure.
      std::vector<double> whites;
      for (std::size_t l = 1; l < stack.size(); ++l) whites.push_back(stack[l].middle - stack[l - 1].middle);
      double usual = 0;
      if (whites.size() >= rows_to_judge) usual = base::median(std::move(whites));
      bool wide = white > std::max(wide_white.of(em), std::min(wider_than_usual.of(usual), wide_white_at_rule.of(em)));
      if (wide && white <= wide_white_at_rule.of(em)) {
        const std::vector<double> ys = wide_rules(rules, x0, x1, x0);
        wide = std::none_of(ys.begin(), ys.end(), [&](double y) { return y > above.middle && y < line.middle; });
      }
      if (wide) wide = !on_stripes(above.middle, line.middle, em, edges, x0, x1);
      if (wide && white <= std::max(off_total.of(em), off_usual.of(usual)))
        wide = !totals_stack(stack, line) && !heads_more_rows(stack, line, next);
      // A table never crosses the border of a taken area.
      const bool border = std::any_of(taken.begin(), taken.end(), [&](const Rect& t) {
        return holds(t, above) != holds(t, line) || parts(t, above.middle, line.middle, x0, x1, true);
      });
      if (wall || wide || border) close();
    }
    extent = united(extent, line.box);
    stack.push_back(std::move(line));
  }
  close();
}

}  // namespace

Stacks stacks_of(const std::vector<TextLine>& lines, const std::vector<Rule>& rules,
                 const std::vector<model::Shade>& shades, const std::vector<Rect>& taken) {
  std::vector<Rect> walls;
  std::vector<TextLine> free, left, right;
  for (const TextLine& line : lines) {
    TextLine rest;
    for (const Segment& segment : line.segments) {
      if (segment.aside)
        walls.push_back(segment.box);
      else
        rest.segments.push_back(segment);
    }
    if (rest.segments.empty()) continue;
    measure(rest);
    rest.leaders = line.leaders;
    free.push_back(std::move(rest));
  }
  if (const auto gutter = gutter_of(walls)) cut_at_gutter(*gutter, walls, free, left, right);
  Stacks stacks;
  const std::vector<Rule> edges = edges_of(shades);
  for (std::vector<TextLine>* part : {&free, &left, &right}) stack_lines(*part, walls, rules, edges, taken, stacks);
  std::stable_sort(stacks.begin(), stacks.end(),
                   [](const auto& a, const auto& b) { return a.front().middle < b.front().middle; });
  return stacks;
}

}  // namespace cotejo::tables
