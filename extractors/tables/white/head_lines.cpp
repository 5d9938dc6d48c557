#include "extractors/tables/white/head_lines.h"

#include <algorithm>

#include "base/letters.h"

namespace cotejo::tables {
namespace {

// Numbers among the names of the columns ("$10,000 – 14,999") may fill so many lines of a head that a rule closes.
constexpr int kDoubtfulLines = 3;

// What stands in the columns of values on one line.
struct Mix {
  int value = 0;
  int text = 0;
  int years = 0;  // of the values: years, in a column that does not go on with years
};

Mix mix_of(const std::vector<PlacedLine>& lines, int l, const std::vector<bool>& values) {
  Mix mix;
  for (const Slot& slot : lines[static_cast<std::size_t>(l)].slots) {
    if (slot.first == 0) continue;
    const bool own = slot.first == slot.last && values[static_cast<std::size_t>(slot.first)];
    const std::string words = slot.segment.text();
    if (words == ":") continue;  // a sign for a missing figure, and of no name
    if (!is_value(words)) {
      mix.text += own || slot.last > slot.first ? 1 : 0;
      continue;
    }
    if (!own) continue;
    ++mix.value;
    if (!is_year(words)) continue;
    for (std::size_t k = static_cast<std::size_t>(l) + 1; k < lines.size(); ++k)
      if (const Slot* below = lines[k].in_column(slot.first)) {
        mix.years += is_year(below->segment.text()) ? 0 : 1;
        break;
      }
  }
  return mix;
}

// Several parts, or one over several columns; a lone label is a section of the body.
bool is_head_like(const PlacedLine& line) {
  return line.slots.size() >= 2 || (line.slots.size() == 1 && line.slots[0].first > 0);
}

// Whether line `l` is a text alone in a column whose name above it is bold, and is not bold itself: the first line of a
// label whose figures stand half way down it.
bool begins_label(const std::vector<PlacedLine>& lines, int l, const std::vector<bool>& values) {
  const std::vector<Slot>& slots = lines[static_cast<std::size_t>(l)].slots;
  if (slots.size() != 1 || slots[0].first != slots[0].last || values[static_cast<std::size_t>(slots[0].first)])
    return false;
  const auto bold = [](const Piece& piece) { return piece.bold; };
  const auto all_bold = [&](const Slot& slot) {
    return std::all_of(slot.segment.pieces.begin(), slot.segment.pieces.end(), bold);
  };
  if (std::any_of(slots[0].segment.pieces.begin(), slots[0].segment.pieces.end(), bold)) return false;
  return std::any_of(lines.begin(), lines.begin() + l, [&](const PlacedLine& above) {
    const Slot* name = above.in_column(slots[0].first);
    return name != nullptr && all_bold(*name);
  });
}

}  // namespace

std::vector<bool> value_columns(const std::vector<PlacedLine>& lines, int columns) {
  std::vector<bool> values(static_cast<std::size_t>(columns), false);
  for (int c = 0; c < columns; ++c) {
    int value = 0, text = 0;
    // From below, where the body is; the upper third may be head.
    const std::size_t from =
        lines.size() > 3 ? lines.size() / 3 : lines.size() - std::min<std::size_t>(lines.size(), 2);
    for (std::size_t l = from; l < lines.size(); ++l) {
      const Slot* slot = lines[l].in_column(c);
      if (slot == nullptr) continue;
      (is_value(slot->segment.text()) ? value : text) += 1;
    }
    values[static_cast<std::size_t>(c)] = value > 0 && value * 10 >= (value + text) * 6;
  }
  return values;
}

int head_line_count(const std::vector<PlacedLine>& lines, const std::vector<bool>& values,
                    const std::vector<double>& wide) {
  const int count = static_cast<int>(lines.size());
  const bool any_values = std::find(values.begin() + (values.empty() ? 0 : 1), values.end(), true) != values.end();
  // The first line that holds values and not names of columns; doubtful when names stand among them.
  int by_values = count;
  bool doubtful = false;
  for (int l = 0; l < count && any_values && by_values == count; ++l) {
    const Mix mix = mix_of(lines, l, values);
    if (mix.value == 0 || mix.value <= mix.text || mix.years == mix.value) continue;
    by_values = l;
    doubtful = mix.text > 0;
  }
  // The first wide rule with text above it closes the head; a further one does when heads of several columns stand
  // between.
  int by_rule = 0;
  const int furthest = by_values + (doubtful ? kDoubtfulLines : 0);
  for (const double y : wide) {
    int above = 0;
    while (above < count && lines[static_cast<std::size_t>(above)].line->middle < y) ++above;
    if (above == 0 || above == count || above == by_rule) continue;
    if (by_rule > 0) {
      bool heads = above <= furthest, several = false;
      for (int l = by_rule; l < above; ++l) {
        const PlacedLine& line = lines[static_cast<std::size_t>(l)];
        heads = heads && is_head_like(line);
        // One cell alone is the rest of a row that a page break cut.
        several = several || line.slots.size() >= 2 || line.slots.front().last > line.slots.front().first ||
                  line.slots.front().segment.pieces.front().text.front() == '(';
      }
      heads = heads && several;
      if (!any_values || !heads) break;
    }
    by_rule = above;
  }
  if (by_rule > 0 && (!any_values || by_rule <= furthest)) return by_rule;
  if (!any_values) return by_rule > 0 ? by_rule : std::min(count, 1);
  if (by_values == count) return std::min(count, 1);
  // Lines with nothing but a label just before the first values open the body: a section, or the first line of a long
  // label.
  int head = by_values;
  const auto lone_label = [&](int l) {
    const PlacedLine& line = lines[static_cast<std::size_t>(l)];
    return line.slots.size() == 1 && line.slots[0].first == 0;
  };
  // No head at all: the label of the first row begins some lines above its figures.
  const Slot* first = lines[static_cast<std::size_t>(by_values)].in_column(0);
  bool labels_alone = head > 0 && first != nullptr && base::starts_small(first->segment.text());
  for (int l = 0; l < head; ++l) labels_alone = labels_alone && lone_label(l);
  if (labels_alone) return 0;
  while (head > 0) {
    bool more_head_above = false;
    for (int k = 0; k < head - 1; ++k)
      more_head_above = more_head_above || lines[static_cast<std::size_t>(k)].slots.size() > 1;
    if ((!lone_label(head - 1) && !begins_label(lines, head - 1, values)) || !more_head_above) break;
    --head;
  }
  return head;
}

}  // namespace cotejo::tables
