#include "extractors/tables/white/extent.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/captions.h"
#include "base/letters.h"
#include "extractors/layout/cut_figure.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

using model::Rect;
using model::Rule;

bool has_rule(const std::vector<double>& ys, double above, double below) {
  return std::any_of(ys.begin(), ys.end(), [&](double y) { return y > above && y < below; });
}

// A line with text in several columns that it does not run across.
bool is_row(const PlacedLine& line) {
  if (line.slots.size() < 2) return false;
  // One run of words that falls into columns is a title; a run of figures is a row.
  const auto is_figure = [](const Slot& slot) { return is_value(slot.segment.text()); };
  if (line.line->segments.size() == 1 && !std::all_of(line.slots.begin(), line.slots.end(), is_figure)) return false;
  std::size_t across = 0;
  for (const Slot& slot : line.slots) across += slot.last > slot.first ? 1 : 0;
  return across * 2 <= line.slots.size();
}

// "Source: …", "Fuente: …", "1 …", "* …" under the table, set so loosely that it falls into columns: no values where
// all rows above have them, after a rule or behind the word that opens it.
bool is_note_line(const std::vector<PlacedLine>& lines, std::size_t first, std::size_t at,
                  const std::vector<double>& wide) {
  int usual = 0, rows = 0;
  const auto values = [](const PlacedLine& line) {
    return std::count_if(line.slots.begin(), line.slots.end(),
                         [](const Slot& s) { return s.first > 0 && is_value(s.segment.text()); });
  };
  for (std::size_t l = first; l < at; ++l)
    if (is_row(lines[l])) ++rows, usual += values(lines[l]) > 0 ? 1 : 0;
  if (values(lines[at]) > 0) return false;
  if (is_note(lines[at].line->segments.front().text())) return true;
  if (usual * 2 < rows || rows < 2) return false;
  std::size_t row = at;
  while (row > first && values(lines[row]) == 0) --row;
  return has_rule(wide, lines[row].line->middle, lines[at].line->middle);
}

// A text alone over the middle of the whole table, and not of its columns behind the first; or one in brackets, which
// tells the unit.
bool is_title(const PlacedLine& line, const std::vector<Column>& columns) {
  if (line.line->segments.size() != 1) return false;
  const Segment& segment = line.line->segments.front();
  const char opening = segment.pieces.front().text.front(), closing = segment.pieces.back().text.back();
  if ((opening == '(' && closing == ')') || (opening == '[' && closing == ']')) return true;
  const double middle = segment.box.center_x(), em = segment.pieces.front().em;
  const double whole = (columns.front().x0 + columns.back().x1) / 2;
  const double behind_labels = (columns[1].x0 + columns.back().x1) / 2;
  return std::abs(middle - whole) < title_on_middle.of(em) &&
         std::abs(middle - behind_labels) > 2 * title_on_middle.of(em);
}

// Whether all that stands on the line below is the rest of figures that narrow columns cut.
bool finishes(const PlacedLine& above, const PlacedLine& below) {
  return std::all_of(below.slots.begin(), below.slots.end(), [&](const Slot& slot) {
    const Slot* figure = slot.first == slot.last ? above.in_column(slot.first) : nullptr;
    return figure != nullptr && layout::cut_figure(figure->segment.text(), slot.segment.text());
  });
}

}  // namespace

void mark_panels(std::vector<PlacedLine>& lines, std::size_t from, std::size_t to, const std::vector<Column>& columns,
                 const std::vector<Rule>& rules) {
  const auto line_at = [&](std::size_t l) -> PlacedLine& { return lines[l]; };
  std::size_t first = from;  // the first line of values
  const auto values = [](const PlacedLine& line) {
    return std::count_if(line.slots.begin(), line.slots.end(),
                         [](const Slot& s) { return s.first > 0 && is_value(s.segment.text()); });
  };
  while (first <= to && (!is_row(lines[first]) || values(lines[first]) == 0)) ++first;
  if (first > to) return;
  // The middle of the text, and that of the rules that reach farther.
  std::vector<double> middles = {(columns.front().x0 + columns.back().x1) / 2};
  const double em = line_at(first).line->em;
  for (const Rule& rule : rules)
    if (rule.horizontal() && rule.from.x < columns.front().x0 + em && rule.to.x > columns.back().x1 - em &&
        rule.from.y > line_at(from).line->box.y0 - head_reach.of(em) && rule.from.y < line_at(to).line->box.y1 + 2 * em)
      middles.push_back((rule.from.x + rule.to.x) / 2);
  const auto indented_alike = [&](std::size_t at) {
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(from),
                       lines.begin() + static_cast<std::ptrdiff_t>(to) + 1, [&](const PlacedLine& other) {
                         return other.slots.size() > 1 && other.slots.front().first == 0 &&
                                std::abs(other.slots.front().segment.box.x0 - line_at(at).line->box.x0) < indent.of(em);
                       });
  };
  // The rest of a text that begins on the line above.
  const auto goes_on = [&](std::size_t at) {
    const double y = line_at(at).line->middle;
    if (at == from || y - line_at(at - 1).line->middle > wrapped_line.of(em)) return false;
    const Rect& box = line_at(at).line->box;
    if (std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
          return rule.horizontal() && rule.from.y > line_at(at - 1).line->middle && rule.from.y < y &&
                 rule.from.x <= box.x0 && rule.to.x >= box.x1;
        }))
      return false;
    const auto& above = line_at(at - 1).line->segments;
    return std::any_of(above.begin(), above.end(), [&](const Segment& s) {
      return !is_value(s.text()) && (std::abs(s.box.center_x() - box.center_x()) < title_on_middle.of(em) ||
                                     std::abs(s.box.x0 - box.x0) < title_on_middle.of(em) ||
                                     std::abs(s.box.x1 - box.x1) < title_on_middle.of(em));
    });
  };
  // Above the first values only what stands right over them, with the names of the columns above it.
  std::size_t begin = first;
  while (begin > from + 1 && lines[begin - 1].line->segments.size() == 1) --begin;
  const auto may_be_panel = [&](std::size_t l) {
    const PlacedLine& line = line_at(l);
    if (line.line->segments.size() != 1 || line.slots.empty()) return false;
    // One of the lines of a row whose cells are centred on its height.
    if ((l > from && stand_abreast(*lines[l - 1].line, *line.line)) || stand_abreast(*line.line, *lines[l + 1].line))
      return false;
    const Segment& segment = line.line->segments.front();
    return !is_value(segment.text()) && segment.box.x0 >= columns.front().x0 + indent.of(em) && !indented_alike(l) &&
           !goes_on(l);
  };
  std::vector<std::size_t> panels;
  for (std::size_t l = begin; l < to; ++l)
    if (may_be_panel(l)) panels.push_back(l);
  // Cells may reach farther than their text: several titles that share a middle near that of the text show where it is.
  const auto center = [&](std::size_t l) { return line_at(l).line->segments.front().box.center_x(); };
  const double reach = near_title_middle.of(columns.back().x1 - columns.front().x0), text_middle = middles.front();
  for (std::size_t i = 0; i < panels.size(); ++i)
    if (std::abs(center(panels[i]) - text_middle) < reach &&
        std::any_of(panels.begin(), panels.begin() + static_cast<std::ptrdiff_t>(i), [&](std::size_t other) {
          return std::abs(center(other) - center(panels[i])) < same_title_middle.of(em);
        }))
      middles.push_back(center(panels[i]));
  for (const std::size_t l : panels) {
    const Segment segment = line_at(l).line->segments.front();
    if (std::any_of(middles.begin(), middles.end(),
                    [&](double x) { return std::abs(segment.box.center_x() - x) < title_on_middle.of(em); }))
      line_at(l).slots = {{0, static_cast<int>(columns.size()) - 1, segment, true}};
  }
}

std::optional<std::pair<std::size_t, std::size_t>> lines_of_table(const std::vector<PlacedLine>& lines,
                                                                  std::size_t from, std::size_t to,
                                                                  const std::vector<Column>& columns,
                                                                  const std::vector<double>& wide) {
  std::size_t first = from;
  while (first <= to && !is_row(lines[first])) ++first;
  if (first > to) return std::nullopt;
  std::size_t last = to;
  while (last > first && (!is_row(lines[last]) || is_note_line(lines, first, last, wide))) --last;
  // Upwards: heads over several columns, and lines of heads that stand in one.
  std::size_t top = first;
  const auto y = [&](std::size_t l) { return lines[l].line->middle; };
  while (top > from) {
    const PlacedLine& above = lines[top - 1];
    const double em = above.line->em;
    if (y(top) - y(top - 1) > head_reach.of(em)) break;
    const std::string text = above.line->segments.front().text();
    if (is_caption(text) || (above.line->segments.size() == 1 && base::is_unit_note(text))) break;
    const bool over_label = above.slots.front().first == 0;
    const bool ruled_off = has_rule(wide, y(top - 1), y(top));
    const bool framed = has_rule(wide, y(top - 1) - head_reach.of(em), y(top - 1));
    if (!framed && is_title(above, columns)) break;
    const bool across_all = over_label && above.slots.front().last > 0;
    // The lines above a row whose figures stand on the last one of its label, or of a label that a page break cut.
    const bool wraps = over_label && !across_all && above.slots.size() == 1 && !framed &&
                       y(top) - y(top - 1) <= wrapped_line.of(em) && !ruled_off &&
                       (base::starts_small(above.slots.front().segment.text()) ||
                        (lines[top].slots.front().first == 0 && lines[top].slots.front().last == 0 &&
                         base::starts_small(lines[top].slots.front().segment.text())));
    if (wraps) {
      --top;
      continue;
    }
    if (across_all || (over_label && !framed) || (ruled_off && !framed)) break;
    --top;
  }
  // Downwards: the rest of a wrapped last row.
  while (last < to) {
    const PlacedLine& below = lines[last + 1];
    if (stand_abreast(*lines[last].line, *below.line)) {
      ++last;
      continue;
    }
    const double em = below.line->em;
    if (y(last + 1) - y(last) > wrapped_last_line.of(em) || has_rule(wide, y(last), y(last + 1))) break;
    if (finishes(lines[last], below)) {
      ++last;
      continue;
    }
    if (below.slots.size() != 1 || below.slots.front().last > below.slots.front().first) break;
    if (!base::starts_small(below.slots.front().segment.text())) break;
    ++last;
  }
  return std::pair{top, last};
}

}  // namespace cotejo::tables
