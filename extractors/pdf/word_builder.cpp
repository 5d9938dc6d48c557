#include "extractors/pdf/word_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "base/angles.h"
#include "base/digits.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "extractors/pdf/characters.h"
#include "extractors/pdf/tolerances.h"

namespace cotejo::pdf {

using base::soft_hyphen;
using model::Point;
using model::Rect;
using model::Word;

namespace {

using namespace tolerances::word_builder;

double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}
double cross(Point a, Point b) {
  return a.x * b.y - a.y * b.x;
}
Point minus(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}

std::int16_t rotation_of(Point d) {
  if (std::min(std::abs(d.x), std::abs(d.y)) > askew) {
    return static_cast<std::int16_t>((std::lround(std::atan2(d.y, d.x) * base::radian) + 360) % 360);
  }
  if (std::abs(d.x) >= std::abs(d.y)) return d.x >= 0 ? 0 : 180;
  return d.y > 0 ? 90 : 270;
}

Rect glyph_box(const Glyph& g) {
  const Point up{g.direction.y, -g.direction.x};  // y grows downwards
  const double xs[] = {g.origin.x + up.x * g.ascent, g.origin.x - up.x * g.descent};
  const double ys[] = {g.origin.y + up.y * g.ascent, g.origin.y - up.y * g.descent};
  Rect box{xs[0], ys[0], xs[0], ys[0]};
  for (int end = 0; end < 2; ++end)
    for (int side = 0; side < 2; ++side) {
      const double x = xs[side] + (end == 1 ? g.advance.x : 0), y = ys[side] + (end == 1 ? g.advance.y : 0);
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
    }
  return box;
}

char32_t raised_digit(char digit) {
  constexpr std::array<char32_t, 10> digits{0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  return digits[static_cast<std::size_t>(digit - '0')];
}

double farthest_back(const Glyph& g) {
  return g.begins_object ? back_to_object : back_step;
}

// Whether a soft hyphen may part a word at the end of its line. Elsewhere it is a hyphen or a minus that a font names
// so.
bool divides(const std::u32string& text, std::size_t at) {
  if (text[at] != soft_hyphen || at + 1 != text.size() || at == 0) return false;
  return base::small_letter(text[at - 1]) || base::capital(text[at - 1]);
}

// Dots that a leader character draws; 0 when it is none.
int leader_dots(char32_t c) {
  if (c == U'\u2026') return 3;
  return c == U'.' || c == U'_' || c == U'\u00B7' ? 1 : 0;
}

// Whether the text ends in dots that lead to the next column.
bool ends_in_leader(const std::u32string& text) {
  int dots = 0;
  for (auto c = text.rbegin(); c != text.rend() && leader_dots(*c) > 0; ++c) dots += leader_dots(*c);
  return dots >= fewest_dots;
}

}  // namespace

// On the line of the open word, whatever the way between them.
bool WordBuilder::continues_line(const Glyph& g) const {
  return dot(open_.direction, g.direction) >= same_direction &&
         std::abs(cross(open_.direction, minus(g.origin, open_.end))) <= g.font_size / 2;
}

bool WordBuilder::continues(const Glyph& g) const {
  const double size = std::max(g.font_size, least_size);
  if (dot(open_.direction, g.direction) < same_direction) return false;
  if (std::abs(g.font_size - open_.word.font_size) > same_size * size) return false;
  if (g.hidden != open_.word.hidden) return false;
  const Point from_end = minus(g.origin, open_.end);
  if (std::abs(cross(open_.direction, from_end)) > other_baseline * size) return false;
  double gap = dot(open_.direction, from_end);
  if (open_.letter_spacing > 0 && open_.letter_spacing < widest_spacing * size) gap -= open_.letter_spacing;
  return gap < word_gap * size && gap > -farthest_back(g) * size;
}

// The same letter painted once more, a trifle beside itself.
bool WordBuilder::repeats(const Glyph& g) const {
  if (g.text.empty() || open_.text.size() < g.text.size()) return false;
  if (open_.text.compare(open_.text.size() - g.text.size(), g.text.size(), g.text) != 0) return false;
  const Point shift = minus(g.origin, open_.start);
  const double limit = copy_shift * g.font_size;
  // Narrow letters may truly stand this near to each other, so a copy must also fall back over the last one.
  return std::hypot(shift.x, shift.y) <= limit && std::hypot(shift.x, shift.y) < 0.5 * open_.last_width;
}

// A combining mark belongs to the letter before it, wherever in its width the font has drawn it; only where it stands
// over the next one is it an accent that was set first.
bool WordBuilder::combines(const Glyph& g) const {
  if (!is_combining(g.text[0]) || composed(open_.text.back(), g.text[0]) == 0) return false;
  const double ahead = dot(open_.direction, minus(g.origin, open_.end));
  return ahead <= word_gap * g.font_size && continues_line(g);
}

// An accent painted over the last letter, or a letter over the last accent.
bool WordBuilder::accents(const Glyph& g) {
  if (g.text.size() != 1 || open_.text.empty()) return false;
  const Point shift = minus(g.origin, open_.start);
  if (combines(g)) {
    open_.text.back() = composed(open_.text.back(), g.text[0]);
    return true;
  }
  const double limit = 0.5 * std::max(open_.last_width, std::abs(dot(g.direction, g.advance)));
  if (std::abs(dot(open_.direction, shift)) > limit) return false;
  char32_t whole = composed(open_.text.back(), g.text[0]);
  if (whole == 0) whole = composed(g.text[0], open_.text.back());
  if (whole == 0) return false;
  open_.text.back() = whole;
  open_.word.box = model::united(open_.word.box, glyph_box(g));
  const double ahead = dot(open_.direction, minus({g.origin.x + g.advance.x, g.origin.y + g.advance.y}, open_.end));
  if (ahead > 0) open_.end = {g.origin.x + g.advance.x, g.origin.y + g.advance.y};
  return true;
}

void WordBuilder::open(const Glyph& g) {
  open_ = Open{};
  is_open_ = true;
  open_.direction = g.direction;
  open_.word.font_size = g.font_size;
  open_.word.rotation = rotation_of(g.direction);
  open_.word.hidden = g.hidden;
  open_.word.bold = g.bold;
  open_.word.color = g.color;
  open_.word.box = glyph_box(g);
  open_.word.space_after = false;
}

void WordBuilder::extend(const Glyph& g) {
  open_.text += g.text;
  open_.word.box = model::united(open_.word.box, glyph_box(g));
  open_.start = g.origin;
  open_.end = {g.origin.x + g.advance.x, g.origin.y + g.advance.y};
  open_.last_width = std::hypot(g.advance.x, g.advance.y);
  open_.letter_spacing = g.letter_spacing;
  open_.word.bold = open_.word.bold && g.bold;
}

void WordBuilder::add(const Glyph& g) {
  if (g.text.empty()) return;
  if (is_open_) {
    if (repeats(g)) {
      open_.word.bold = true;
      return;
    }
    if (accents(g)) return;
    if (leader_dots(g.text[0]) == 0 && ends_in_leader(open_.text)) {
      end_word(true);  // what the dots lead to stands in another column
    } else if (!continues(g)) {
      // Whether the next word stands apart on the page: on another line, or beyond the width of a thin space.
      const Point from_end = minus(g.origin, open_.end);
      const double size = std::max(g.font_size, open_.word.font_size);
      const double gap = dot(open_.direction, from_end);
      const bool apart =
          gap >= word_gap * size || gap < -farthest_back(g) * size || std::abs(cross(open_.direction, from_end)) > size;
      end_word(apart);
    }
  }
  if (!is_open_) open(g);
  extend(g);
}

void WordBuilder::end_word(bool space) {
  if (!is_open_) {
    if (space && !words_.empty()) words_.back().space_after = true;
    return;
  }
  is_open_ = false;
  open_.word.space_after = space;
  for (std::size_t i = 0; i < open_.text.size(); ++i)
    base::append_utf8(open_.word.text, divides(open_.text, i) || open_.text[i] != soft_hyphen ? open_.text[i] : U'-');
  // A sign alone is a bullet; several are text that nobody can tell.
  if (open_.text.size() > 1 && open_.text.find(base::replacement_character) != std::u32string::npos)
    open_.word.confidence = 0;
  words_.push_back(std::move(open_.word));
}

void WordBuilder::cover(const Rect& box) {
  if (++covers_ > most_covers) return;
  const auto under = [&](const Word& word) { return box.contains({word.box.center_x(), word.box.center_y()}); };
  if (is_open_ && under(open_.word)) end_word(false);
  for (Word& word : words_)
    if (under(word)) word.hidden = true;
}

// Small digits above the line, right behind a word, are the mark of a note or a power: what is printed as a raised 2 is
// a raised 2, and no last digit of the figure before it.
void WordBuilder::raise_marks() {
  for (std::size_t i = 1; i < words_.size(); ++i) {
    const Word& before = words_[i - 1];
    Word& word = words_[i];
    if (!base::all_digits(word.text) || word.text.size() > longest_mark || before.space_after) continue;
    if (before.rotation != 0 || word.rotation != 0 || word.font_size > mark_size * before.font_size) continue;
    const double size = before.font_size;
    const double gap = word.box.x0 - before.box.x1;
    const bool behind = gap < word_gap * size && gap > -back_step * size;
    if (!behind || before.box.y1 - word.box.y1 < mark_rise * size || word.box.y1 < before.box.y0) continue;
    std::string raised;
    for (const char digit : word.text) base::append_utf8(raised, raised_digit(digit));
    word.text = std::move(raised);
  }
}

std::vector<Word> WordBuilder::take() {
  end_word(true);
  raise_marks();
  // Whole words painted twice to look bold, or to cast a shadow: the later copy goes.
  std::vector<int> order(words_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const Word& u = words_[a];
    const Word& v = words_[b];
    if (u.box.y0 != v.box.y0) return u.box.y0 < v.box.y0;
    return u.box.x0 != v.box.x0 ? u.box.x0 < v.box.x0 : a < b;
  });
  std::vector<char> dropped(words_.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Word& first = words_[order[i]];
    const double limit = copy_shift * std::max(1.0, first.font_size);
    for (std::size_t k = i + 1; k < std::min(order.size(), i + most_beside); ++k) {
      const Word& other = words_[order[k]];
      if (other.box.y0 - first.box.y0 > limit) break;
      if (std::abs(other.box.x0 - first.box.x0) > limit || std::abs(other.box.x1 - first.box.x1) > limit) continue;
      if (other.hidden != first.hidden || other.text != first.text) continue;
      const int later = std::max(order[i], order[k]);
      dropped[later] = 1;
      words_[std::min(order[i], order[k])].bold = true;
    }
  }
  std::vector<Word> kept;
  kept.reserve(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (!dropped[i]) kept.push_back(std::move(words_[i]));
  words_.clear();
  covers_ = 0;
  return kept;
}

}  // namespace cotejo::pdf
