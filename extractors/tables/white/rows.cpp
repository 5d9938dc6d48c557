#include "extractors/tables/white/rows.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/digits.h"
#include "base/letters.h"
#include "base/median.h"
#include "extractors/layout/cut_figure.h"
#include "extractors/tables/lines/cut_value.h"
#include "extractors/tables/lines/tolerances.h"
#include "extractors/tables/white/leading.h"
#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

bool is_panel(const PlacedLine& line) {
  return line.slots.size() == 1 && line.slots.front().panel;
}

bool is_figure_in(const Slot& slot, int column) {
  return slot.first == column && slot.last == column && is_value(slot.segment.text());
}

bool holds_figure(const PlacedLine& line, int column) {
  return std::any_of(line.slots.begin(), line.slots.end(),
                     [&](const Slot& slot) { return is_figure_in(slot, column); });
}

struct Body {
  const std::vector<PlacedLine>& lines;
  const std::vector<Column>& columns;
  const std::vector<bool>& values;
  const std::vector<double>& wide;
  bool any_values = false;     // some column holds values
  std::vector<bool> anchors;   // lines that hold the values of a row
  std::vector<bool> finishes;  // lines that finish figures cut on the line above
  bool ruled = false;          // rules part the rows
  std::vector<bool> keeping;   // columns of one value between two rules
  double pitch = 0;            // from row to row where each is one line, points; 0 unknown
  int names = 0;               // the column of text with most lines
  double nearest = 0;          // from line to line where they stand nearest, points; 0 unknown
  std::vector<double> right;   // how far the text of each column reaches, points

  [[nodiscard]] bool rule_after(std::size_t l) const {
    return std::any_of(wide.begin(), wide.end(),
                       [&](double y) { return y > lines[l].line->middle && y < lines[l + 1].line->middle; });
  }

  // Whether the text of `below` goes on with that of `above`, both in one column.
  [[nodiscard]] bool goes_on(const Slot& above, const Slot& below) const {
    const std::string first = above.segment.text(), second = below.segment.text();
    if (layout::cut_figure(first, second) || cut_date(first, second)) return true;
    if (is_value(second) && is_value(first) && second.size() > 2) return false;
    // A label that begins with a bracket adds to the one above.
    if (above.first == 0 && second.size() > 2 && second[0] == '(' && !base::is_digit(first.back())) return true;
    const double em = above.segment.pieces.front().em;
    const double room = right[static_cast<std::size_t>(above.first)] - above.segment.box.x1;
    const bool would_fit =
        room > below.segment.pieces.front().box.width() + (lines::word_space.value + spare.value) * em;
    if (would_fit) return asks_for_more(first) && base::starts_small(second);
    if (cut_code(first, second)) return true;
    return base::starts_small(second) || asks_for_more(first) || !std::isalnum(static_cast<unsigned char>(second[0]));
  }

  // The label of a line: what begins in the first column, even where it runs over others.
  [[nodiscard]] const Slot* label(std::size_t l) const {
    const auto& slots = lines[l].slots;
    return !slots.empty() && slots.front().first == 0 ? &slots.front() : nullptr;
  }

  // Whether the label of line `l` hangs under that of line `first` and is the only one to do so: the next label stands
  // out again.
  [[nodiscard]] bool hangs(std::size_t first, std::size_t l) const {
    const Slot* above = label(first);
    const Slot* below = label(l);
    if (above == nullptr || below == nullptr) return false;
    const double em = lines[l].line->em;
    if (below->segment.box.x0 < above->segment.box.x0 + hanging.of(em)) return false;
    if (above->segment.box.x1 + below->segment.pieces.front().box.width() + lines::word_space.of(em) <=
        right[0] + spare.of(em))
      return false;
    for (std::size_t k = l + 1; k < lines.size(); ++k)
      if (const Slot* next = label(k)) return next->segment.box.x0 < above->segment.box.x0 + 0.5 * hanging.of(em);
    return false;
  }

  // What stands on a line in the column of the longest texts.
  [[nodiscard]] const Slot* name(std::size_t l) const {
    const auto& slots = lines[l].slots;
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.first == names; });
    return found == slots.end() ? nullptr : &*found;
  }

  // Whether the name on line `l` goes on below it, on lines that begin with a small letter, down to one with figures:
  // these stand at the foot of their row.
  [[nodiscard]] bool leads_down(std::size_t l) const {
    if (name(l) == nullptr || base::starts_small(name(l)->segment.text())) return false;
    for (std::size_t k = l + 1; k < lines.size() && !rule_after(k - 1) && wraps(k); ++k)
      if (anchors[k]) return true;
    return false;
  }

  // Whether the name on line `l` goes on with the one on the line above.
  [[nodiscard]] bool wraps(std::size_t l) const {
    return name(l) != nullptr && name(l - 1) != nullptr && base::starts_small(name(l)->segment.text()) &&
           lines[l].line->middle - lines[l - 1].line->middle <= wrapped_line.of(lines[l].line->em);
  }

  // Whether line `l` leaves the first column empty where the rows fill it: it can only go on with the row above.
  [[nodiscard]] bool lacks_key(std::size_t l) const {
    if (label(l) != nullptr || anchors[l]) return false;
    int keyed = 0, rows = 0;
    for (std::size_t k = 0; k < lines.size(); ++k)
      if (anchors[k]) ++rows, keyed += label(k) != nullptr ? 1 : 0;
    return rows > 0 && keyed * 10 >= rows * 8;
  }

  [[nodiscard]] const Slot* text_above(std::size_t first, std::size_t last, int column) const {
    for (std::size_t l = last + 1; l-- > first;)
      if (const Slot* slot = column == 0 ? label(l) : lines[l].in_column(column)) return slot;
    return nullptr;
  }

  // Whether line `l`, a label alone under a row that has its figures, stands farther off than the lines of a label do:
  // it heads the rows below the next rule.
  [[nodiscard]] bool stands_off(bool anchored, std::size_t l) const {
    const Slot* name = label(l);
    if (!any_values || !anchored || anchors[l] || name == nullptr || lines[l].slots.size() > 1) return false;
    const double distance = lines[l].line->middle - lines[l - 1].line->middle;
    return nearest > 0 && distance > label_stands_off.of(nearest) && !base::starts_small(name->segment.text());
  }

  // Whether the labels of two lines are set in another weight: a heading in bold and its first row.
  [[nodiscard]] bool other_weight(std::size_t above, std::size_t l) const {
    const auto bold = [](const Slot& slot) {
      return std::count_if(slot.segment.pieces.begin(), slot.segment.pieces.end(),
                           [](const Piece& piece) { return piece.bold; });
    };
    const Slot* first = label(above);
    const Slot* second = label(l);
    if (first == nullptr || second == nullptr || second->segment.pieces.empty()) return false;
    const auto all = [&](const Slot& slot) { return bold(slot) == std::ssize(slot.segment.pieces); };
    return (all(*first) && bold(*second) == 0) || (bold(*first) == 0 && all(*second));
  }

  // Whether line `l` begins with a code, as nearly all lines with values do, and the one above does not: that one is a
  // heading, however near it stands.
  [[nodiscard]] bool begins_coded_rows(std::size_t l) const {
    const auto coded = [&](std::size_t k) {
      const Slot* name = label(k);
      if (name == nullptr) return false;
      const std::string text = name->segment.text();
      return text.size() > shortest_code &&
             std::all_of(text.begin(), text.begin() + shortest_code, [](char c) { return base::is_digit(c); });
    };
    if (!anchors[l] || !coded(l) || anchors[l - 1] || label(l - 1) == nullptr || coded(l - 1)) return false;
    int rows = 0, codes = 0;
    for (std::size_t k = 0; k < lines.size(); ++k)
      if (anchors[k]) ++rows, codes += coded(k) ? 1 : 0;
    return rows >= fewest_coded && static_cast<double>(codes) >= mostly_coded.of(rows);
  }

  // Whether line `l` only goes on with some cells of the row: it has no label and few of the columns.
  [[nodiscard]] bool poorer(std::size_t first, std::size_t l) const {
    return label(l) == nullptr && lines[l].slots.size() * 2 <= lines[first].slots.size();
  }

  // Whether line `l` has another figure where the row of lines first … l - 1 has its own.
  [[nodiscard]] bool repeats_figure(std::size_t first, std::size_t l) const {
    return std::any_of(lines[l].slots.begin(), lines[l].slots.end(), [&](const Slot& slot) {
      if (!keeping[static_cast<std::size_t>(slot.first)] || !is_figure_in(slot, slot.first)) return false;
      for (std::size_t k = first; k < l; ++k)
        if (holds_figure(lines[k], slot.first)) return true;
      return false;
    });
  }

  [[nodiscard]] bool abreast(std::size_t l) const { return stand_abreast(*lines[l - 1].line, *lines[l].line); }

  // Whether line `l` holds the values of a row, or the lines that stand in one row with it do.
  [[nodiscard]] bool leads_to_values(std::size_t l) const {
    while (!anchors[l] && l + 1 < lines.size() && !rule_after(l) && abreast(l + 1)) ++l;
    return anchors[l];
  }

  // Whether line `l` belongs to the row of lines first … l - 1.
  [[nodiscard]] bool joins(std::size_t first, std::size_t l) const {
    if (rule_after(l - 1)) return false;
    if (is_panel(lines[l]) || is_panel(lines[l - 1])) return false;
    if (finishes[l] || abreast(l)) return true;
    bool anchored = false;
    for (std::size_t k = first; k < l; ++k) anchored = anchored || anchors[k];
    if (ruled && any_values && repeats_figure(first, l) && !poorer(first, l)) return false;
    if (ruled) return !stands_off(anchored, l);
    if (any_values && anchored && leads_to_values(l)) return false;
    if (any_values && (other_weight(l - 1, l) || begins_coded_rows(l))) return false;
    if (any_values && anchored && leads_down(l)) return false;
    if (any_values && !anchored && wraps(l)) return true;
    const double distance = lines[l].line->middle - lines[l - 1].line->middle;
    const double em = lines[l].line->em;
    if (distance > farthest_line.of(em)) return false;
    const bool near = pitch > 0 && distance < nearer.of(pitch);
    // The values of the row stand on its last line or its middle one: its label must lead to them.
    int fresh = 0, continued = 0, broken = 0;
    for (const Slot& slot : lines[l].slots) {
      if (slot.first != slot.last && slot.first > 0) {
        ++broken;
        continue;
      }
      const Slot* above = text_above(first, l - 1, slot.first);
      if (above == nullptr)
        ++fresh;
      else if (goes_on(*above, slot) || (slot.first == 0 && hangs(first, l)))
        ++continued;
      else
        ++broken;
    }
    if (near && !any_values) return true;
    const bool goes_along = anchored && fresh == 0 && lacks_key(l);
    if (near) {
      // The line may stand as near, or nearer, to the row below.
      if (!leads_to_values(l) && l + 1 < lines.size() && !rule_after(l)) {
        const double after = lines[l + 1].line->middle - lines[l].line->middle;
        if (after < nearer_below.of(distance)) return false;
      }
      return true;
    }
    if (pitch > 0 && distance > row_apart.of(pitch)) return false;
    if (any_values && leads_to_values(l))
      return !anchored &&
             (continued > 0 || (lines[l].in_column(0) == nullptr && lines[l - 1].in_column(0) != nullptr &&
                                distance < near_values.of(std::max(pitch, em)))) &&
             broken == 0;
    return goes_along || (continued > 0 && broken == 0 && fresh == 0);
  }
};

// Whether a figure of the column is printed with two decimals.
bool prints_two_decimals(const std::vector<PlacedLine>& lines, int column) {
  return std::any_of(lines.begin(), lines.end(), [column](const PlacedLine& line) {
    const Slot* slot = line.in_column(column);
    if (slot == nullptr) return false;
    const std::string text = slot->segment.text();
    const std::string last = text.empty() ? "" : text.substr(text.size() - 1);
    return layout::cut_decimals(text.substr(0, text.size() - last.size()), last);
  });
}

// Whether line `l` holds no figure of its own, only the rests of figures that were cut on the line above.
bool finishes_figures(const std::vector<PlacedLine>& lines, std::size_t l) {
  if (l == 0) return false;
  int rests = 0, fresh = 0;
  for (const Slot& slot : lines[l].slots) {
    if (slot.first != slot.last) return false;
    if (!is_value(slot.segment.text())) continue;
    const Slot* above = lines[l - 1].in_column(slot.first);
    if (above == nullptr) {
      ++fresh;  // a short figure at the foot of its row
      continue;
    }
    // A short figure's rest is told by its company alone: another column's figure that is surely cut.
    if (lone_currency(above->segment.text()) || layout::cut_figure(above->segment.text(), slot.segment.text()) ||
        cut_date(above->segment.text(), slot.segment.text()) ||
        (slot.first == 0 && cut_code(above->segment.text(), slot.segment.text())) ||
        (layout::cut_decimals(above->segment.text(), slot.segment.text()) && prints_two_decimals(lines, slot.first)))
      ++rests;
    else if (slot.first != 0 && !layout::cut_figure(above->segment.text(), slot.segment.text(), 1))
      return false;
  }
  return rests > fresh;
}

// Whether rules part the values of the column, nearly all of them; nothing where there are too few.
std::optional<bool> keeps_to_rules(const Body& body, int column) {
  int ruled = 0, pairs = 0;
  std::size_t last = body.lines.size();
  for (std::size_t l = 0; l < body.lines.size(); ++l) {
    if (body.finishes[l] || !holds_figure(body.lines[l], column)) continue;
    if (last < body.lines.size()) {
      ++pairs;
      bool rule = false;
      for (std::size_t k = last; k < l; ++k) rule = rule || body.rule_after(k);
      ruled += rule ? 1 : 0;
    }
    last = l;
  }
  if (pairs < 2) return std::nullopt;
  return ruled * 10 >= pairs * 7;
}

// Marks the columns whose values rules part, where most do: cells of more than one line stand at heights of their own,
// and a date may take two lines.
void find_ruled_rows(Body& body) {
  body.keeping.assign(body.columns.size(), false);
  int keeping = 0, others = 0;
  for (std::size_t c = 0; c < body.columns.size(); ++c) {
    if (!body.values[c]) continue;
    const std::optional<bool> keeps = keeps_to_rules(body, static_cast<int>(c));
    if (!keeps) continue;
    body.keeping[c] = *keeps;
    (*keeps ? keeping : others) += 1;
  }
  body.ruled = keeping > others;
}

// The column of text that has most lines.
int column_of_names(const std::vector<PlacedLine>& lines, const std::vector<bool>& values) {
  std::vector<int> count(values.size(), 0);
  for (const PlacedLine& line : lines)
    for (const Slot& slot : line.slots)
      if (!values[static_cast<std::size_t>(slot.first)]) ++count[static_cast<std::size_t>(slot.first)];
  return static_cast<int>(std::max_element(count.begin(), count.end()) - count.begin());
}

// Whether rules or shading part all rows of a table of text: each holds a few lines.
bool parted_throughout(const Body& body) {
  int rows = 1, held = 0;
  for (std::size_t l = 0; l < body.lines.size(); ++l) {
    if (++held > most_lines_of_row) return false;
    if (l + 1 < body.lines.size() && body.rule_after(l)) ++rows, held = 0;
  }
  return rows >= least_parted_rows;
}

}  // namespace

std::vector<std::pair<int, int>> body_rows(const std::vector<PlacedLine>& lines, const std::vector<Column>& columns,
                                           const std::vector<bool>& values, const std::vector<double>& wide) {
  std::vector<std::pair<int, int>> rows;
  if (lines.empty()) return rows;
  const bool any_values = std::find(values.begin(), values.end(), true) != values.end();
  Body body{lines, columns, values, wide, any_values, {}, {}, false, {}, 0, 0, 0, {}};
  for (std::size_t l = 0; l + 1 < lines.size(); ++l) {
    const double distance = lines[l + 1].line->middle - lines[l].line->middle;
    if (distance > least_leading.of(lines[l].line->em) && (body.nearest == 0 || distance < body.nearest))
      body.nearest = distance;
  }
  for (const PlacedLine& line : lines) {
    bool anchor = false;
    if (any_values) {
      for (const Slot& slot : line.slots)
        anchor = anchor || (slot.first == slot.last && values[static_cast<std::size_t>(slot.first)] &&
                            is_value(slot.segment.text()));
    } else {
      anchor = line.in_column(0) != nullptr && line.slots.size() * 2 > columns.size();
    }
    const auto l = static_cast<std::size_t>(&line - lines.data());
    body.finishes.push_back(finishes_figures(lines, l));
    body.anchors.push_back(anchor && !body.finishes.back());
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    // As far as the text of the body shows: a head may reach farther.
    double right = columns[c].x0;
    for (const PlacedLine& line : lines)
      if (const Slot* slot = line.in_column(static_cast<int>(c))) right = std::max(right, slot->segment.box.x1);
    body.right.push_back(right);
  }
  std::vector<double> pitches;
  for (std::size_t l = 0; l + 1 < lines.size(); ++l) {
    if (body.anchors[l] && body.anchors[l + 1] && any_values)
      pitches.push_back(lines[l + 1].line->middle - lines[l].line->middle);
  }
  if (any_values)
    find_ruled_rows(body);
  else
    body.ruled = parted_throughout(body);
  if (any_values && !body.ruled) {
    rows = rows_by_leading(lines, values, body.anchors);
    // A heading near above the first of its rows is no line of that row.
    const bool headed = std::any_of(rows.begin(), rows.end(), [&](const std::pair<int, int>& row) {
      for (int l = row.first + 1; l <= row.second; ++l)
        if (body.begins_coded_rows(static_cast<std::size_t>(l))) return true;
      return false;
    });
    if (headed) rows.clear();
    if (!rows.empty()) return rows;
  }
  body.names = column_of_names(lines, values);
  body.pitch = pitches.empty() ? row_distance(lines) : base::median(pitches);
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (!rows.empty() && body.joins(static_cast<std::size_t>(rows.back().first), l))
      rows.back().second = static_cast<int>(l);
    else
      rows.emplace_back(static_cast<int>(l), static_cast<int>(l));
  }
  return rows;
}

}  // namespace cotejo::tables
