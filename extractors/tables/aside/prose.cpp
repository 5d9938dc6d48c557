#include "extractors/tables/aside/prose.h"

#include <algorithm>
#include <cmath>

#include "base/letters.h"
#include "extractors/tables/aside/tolerances.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace aside;

// Neighbouring segments of a line, joined as far as justified text could have set them apart.
struct Strip {
  std::size_t line = 0;
  std::size_t first = 0, last = 0;  // segments, inclusive
  model::Rect box;
  double em = 0;
  double middle = 0;      // y of its first word, points
  double first_word = 0;  // width of its first word, points
  double letters = 0;
  int values = 0, pieces = 0;
  bool alone = true;           // nothing else on its line
  bool abreast = false;        // something else stands half way between its line and the next
  bool goes_on = false;        // begins with a small letter, in the middle of a sentence
  bool beside_values = false;  // a number stands on its line, outside it
  int values_beside = 0;       // parts of its line that are numbers, on its baseline
  int next = -1;               // the strip below it that continues it
  bool has_previous = false;
};

// Whether a line of words has one space throughout, but for that after its first word: the number of a list's item.
bool evenly_spaced(const TextLine& line) {
  std::vector<double> spaces;
  int values = 0, words = 0;
  double end = 0;
  for (const Segment& segment : line.segments)
    for (const Piece& piece : segment.pieces) {
      if (words++ > 0) spaces.push_back(piece.box.x0 - end);
      end = piece.box.x1;
      values += is_value(piece.text) ? 1 : 0;
    }
  if (values * 3 > words) return false;
  if (!spaces.empty() && spaces.size() > least_spaces) spaces.erase(spaces.begin());
  if (spaces.size() < least_spaces) return false;
  const auto [least, most] = std::minmax_element(spaces.begin(), spaces.end());
  return *most - *least < alike_spaces.of(line.em) && *most < even_space.of(line.em);
}

// Whether a line is one of a justified sentence, told by itself: words as sentences have, with one space throughout
// that is wider than any that a sentence has by itself.
bool is_sentence(const TextLine& line) {
  if (line.segments.size() < 2) return false;
  std::ptrdiff_t words = 0, small = 0;
  for (const Segment& segment : line.segments)
    for (const Piece& piece : segment.pieces) {
      ++words;
      small += base::starts_small(piece.text) ? 1 : 0;
    }
  return words >= words_of_sentence && small * 3 >= words * 2 && evenly_spaced(line);
}

std::vector<Strip> strips_of(const std::vector<TextLine>& lines) {
  std::vector<Strip> strips;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const std::size_t before = strips.size();
    const double widest =
        lines[l].segments.size() > 1 && evenly_spaced(lines[l]) ? even_space.value : stretched_space.value;
    for (std::size_t s = 0; s < lines[l].segments.size(); ++s) {
      const Segment& segment = lines[l].segments[s];
      const double em = lines[l].em;
      if (s == 0 || segment.box.x0 - strips.back().box.x1 > widest * em) {
        Strip strip;
        strip.line = l;
        strip.first = s;
        strip.em = segment.pieces.front().em;
        strip.middle = segment.pieces.front().box.center_y();
        strip.first_word = segment.pieces.front().box.width();
        strip.goes_on = base::starts_small(segment.pieces.front().text);
        strips.push_back(strip);
      }
      Strip& strip = strips.back();
      strip.last = s;
      strip.box = united(strip.box, segment.box);
      for (const Piece& piece : segment.pieces) {
        strip.letters += static_cast<double>(piece.text.size()) + 1;
        strip.values += is_value(piece.text) ? 1 : 0;
        ++strip.pieces;
      }
    }
    for (std::size_t k = before; k < strips.size(); ++k) {
      strips[k].alone = strips.size() - before == 1;
      for (std::size_t o = before; o < strips.size(); ++o)
        if (o != k && strips[o].values * 2 >= strips[o].pieces) {
          strips[k].beside_values = true;
          if (std::abs(strips[o].middle - strips[k].middle) < same_height.of(strips[k].em))
            strips[k].values_beside += strips[o].pieces;
        }
    }
  }
  return strips;
}

// Figures, and texts, that are centred on labels of several lines stand between these, beside both.
void find_between(std::vector<Strip>& strips, const std::vector<TextLine>& lines) {
  for (std::size_t a = 0; a < strips.size(); ++a)
    for (std::size_t b = a + 1; b < strips.size() && strips[b].line <= strips[a].line + 1; ++b) {
      if (strips[b].line == strips[a].line || !stand_abreast(lines[strips[a].line], lines[strips[b].line]) ||
          overlap_x(strips[a].box, strips[b].box) > 0)
        continue;
      strips[a].abreast = strips[b].abreast = true;
      const auto is_figures = [](const Strip& strip) { return strip.values * 2 >= strip.pieces; };
      strips[a].beside_values = strips[a].beside_values || is_figures(strips[b]);
      strips[b].beside_values = strips[b].beside_values || is_figures(strips[a]);
    }
}

// A rule over both strips that goes on beyond them; one as long as a strip underlines its words.
bool parted(const Strip& above, const Strip& below, const std::vector<model::Rule>& rules) {
  const double x0 = std::min(above.box.x0, below.box.x0), x1 = std::max(above.box.x1, below.box.x1);
  return std::any_of(rules.begin(), rules.end(), [&](const model::Rule& rule) {
    return rule.horizontal() && rule.from.y > above.middle && rule.from.y < below.middle && rule.from.x <= x0 &&
           rule.to.x >= x1 && rule.length() > beyond_text.of(x1 - x0);
  });
}

bool continues(const Strip& above, const Strip& below, const std::vector<model::Rule>& rules) {
  if (parted(above, below, rules)) return false;
  const double em = above.em;
  const double pitch = below.middle - above.middle;
  if (pitch < least_pitch.of(em) || pitch > most_pitch.of(em)) return false;
  if (std::abs(above.em - below.em) > lines::set_alike.of(em)) return false;
  if (std::abs(above.box.x0 - below.box.x0) > farthest_left.of(em)) return false;
  return overlap_x(above.box, below.box) >= over_each_other.of(std::min(above.box.width(), below.box.width()));
}

void chain(std::vector<Strip>& strips, const std::vector<TextLine>& lines, const std::vector<model::Rule>& rules) {
  for (std::size_t a = 0; a < strips.size(); ++a) {
    for (std::size_t b = a + 1; b < strips.size(); ++b) {
      if (strips[b].line == strips[a].line) continue;
      if (lines[strips[b].line].middle - lines[strips[a].line].middle > farthest_line.of(strips[a].em)) break;
      if (strips[b].has_previous || !continues(strips[a], strips[b], rules)) continue;
      strips[a].next = static_cast<int>(b);
      strips[b].has_previous = true;
      break;
    }
  }
}

// White that runs down through all the strips at one place: the mark of columns, which words of prose do not make.
bool has_common_gap(const std::vector<Strip>& strips, const std::vector<int>& members,
                    const std::vector<TextLine>& lines) {
  std::vector<std::pair<double, double>> common;
  bool first = true;
  for (const int m : members) {
    const Strip& strip = strips[static_cast<std::size_t>(m)];
    std::vector<std::pair<double, double>> gaps;
    double end = -1;
    for (std::size_t s = strip.first; s <= strip.last; ++s)
      for (const Piece& piece : lines[strip.line].segments[s].pieces) {
        if (end >= 0 && piece.box.x0 > end) gaps.emplace_back(end, piece.box.x0);
        end = std::max(end, piece.box.x1);
      }
    if (first) {
      common = gaps;
      first = false;
      continue;
    }
    std::vector<std::pair<double, double>> both;
    for (const auto& [a0, a1] : common)
      for (const auto& [b0, b1] : gaps)
        if (std::min(a1, b1) - std::max(a0, b0) > common_gap.of(strip.em))
          both.emplace_back(std::max(a0, b0), std::min(a1, b1));
    common = std::move(both);
    if (common.empty()) return false;
  }
  return !common.empty();
}

}  // namespace

void mark_prose(std::vector<TextLine>& lines, const std::vector<model::Rule>& rules) {
  std::vector<Strip> strips = strips_of(lines);
  find_between(strips, lines);
  chain(strips, lines, rules);
  for (std::size_t head = 0; head < strips.size(); ++head) {
    if (strips[head].has_previous) continue;
    std::vector<int> members;
    for (int k = static_cast<int>(head); k >= 0; k = strips[static_cast<std::size_t>(k)].next) members.push_back(k);
    const auto strip_at = [&](std::size_t i) -> Strip& { return strips[static_cast<std::size_t>(members[i])]; };
    // The right margin as the lines just above, or just below, show it: a chain may pass from one width to another.
    const auto margin = [&](std::size_t i) {
      double above = strip_at(i).box.x1, below = std::max(above, strip_at(i + 1).box.x1);
      for (std::size_t k = i >= margin_above ? i - margin_above : 0; k < i; ++k)
        above = std::max(above, strip_at(k).box.x1);
      for (std::size_t k = i; k < std::min(members.size(), i + margin_below); ++k)
        below = std::max(below, strip_at(k).box.x1);
      return i >= 2 ? std::min(above, below) : below;
    };
    for (std::size_t i = 0; i < members.size();) {
      std::size_t j = i;
      while (j + 1 < members.size()) {
        const Strip& above = strip_at(j);
        if (above.box.x1 + lines::word_space.of(above.em) + strip_at(j + 1).first_word <=
            margin(j) - short_of_margin.of(above.em))
          break;
        const auto pitch = [&](std::size_t k) { return strip_at(k + 1).middle - strip_at(k).middle; };
        if (j > i && std::abs(pitch(j) - pitch(i)) > same_pitch.of(pitch(i))) break;
        ++j;
      }
      // Lines i … j flow; j ends its paragraph.
      std::vector<int> flowing(members.begin() + static_cast<std::ptrdiff_t>(i),
                               members.begin() + static_cast<std::ptrdiff_t>(j) + 1);
      const int count = static_cast<int>(flowing.size());
      double letters = 0;
      int values = 0, pieces = 0, beside_values = 0, beside_rows = 0, going_on = 0;
      bool alone = true, abreast = false;
      for (const int m : flowing) {
        const Strip& strip = strips[static_cast<std::size_t>(m)];
        letters += strip.letters;
        values += strip.values;
        pieces += strip.pieces;
        alone = alone && strip.alone;
        abreast = abreast || strip.abreast;
        beside_values += strip.beside_values ? 1 : 0;
        beside_rows += strip.values_beside >= 2 ? 1 : 0;
        going_on += strip.goes_on ? 1 : 0;
      }
      letters -= strip_at(j).letters;  // the last line may be short
      const double mean = count > 1 ? letters / (count - 1) : 0;
      const bool narrow = count >= narrow_lines && mean >= narrow_letters;
      const bool long_enough = count >= (alone ? lines_alone : lines_beside_others)
                                   ? mean >= prose_letters || narrow
                                   : alone && !abreast && count == 2 && mean >= letters_of_two_lines;
      // Of the rows of a table: figures beside most lines, or several beside one line of each label; or others' text
      // beside lines that each begin a sentence.
      const bool labels = beside_values * 10 >= count * 6 || beside_rows * longest_label >= count ||
                          (!alone && going_on < lines::goes_on.of(count));
      if (long_enough && !labels && values * 3 <= pieces && !(count >= 3 && has_common_gap(strips, flowing, lines)))
        for (const int m : flowing) {
          const Strip& strip = strips[static_cast<std::size_t>(m)];
          for (std::size_t s = strip.first; s <= strip.last; ++s) lines[strip.line].segments[s].aside = true;
        }
      i = j + 1;
    }
  }
  // The first or last line of a paragraph that the page break leaves alone.
  for (TextLine& line : lines)
    if (is_sentence(line))
      for (Segment& segment : line.segments) segment.aside = true;
}

}  // namespace cotejo::tables
