#include "extractors/ocr/ink/check_digits.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "base/median.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/figures/figure_ends.h"
#include "extractors/ocr/figures/figure_parts.h"
#include "extractors/ocr/figures/figures.h"
#include "extractors/ocr/ink/digit_marks.h"
#include "extractors/ocr/ink/digit_shapes.h"
#include "extractors/ocr/ink/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::check_digits;
namespace certain = tolerances::confidence;

struct Figure {
  std::size_t word = 0;             // index
  std::vector<std::size_t> places;  // of its digits in the text
  FigureMarks marks;
};

// Whether the points that were read stand where marks of points do. Where a digit was cut wrongly, or a sign of full
// height taken for one, they stand a digit to the side.
bool signs_in_place(const Figure& figure) {
  std::vector<std::size_t> read;  // digits before each sign
  for (std::size_t i = 1; i < figure.places.size(); ++i)
    if (figure.places[i] != figure.places[i - 1] + 1) read.push_back(i);
  std::size_t found = 0, beside = 0;
  for (const std::size_t digits : read) {
    const auto stands = [&](std::size_t at) {
      return std::any_of(figure.marks.signs.begin(), figure.marks.signs.end(),
                         [&](const SmallMark& mark) { return mark.digits_before == at; });
    };
    if (stands(digits))
      ++found;
    else if (stands(digits - 1) || stands(digits + 1))
      ++beside;
  }
  return beside <= found;
}

// The figure that a word is, if its marks are as many as its digits.
std::optional<Figure> figure_of(const Marks& marks, const PixelWord& word) {
  Figure figure;
  for (std::size_t c = 0; c < word.text.size(); ++c)
    if (base::is_digit(word.text[c])) figure.places.push_back(c);
  if (figure.places.empty() || figure.places.size() * 2 < word.text.size()) return std::nullopt;
  figure.marks = marks.of(word);
  if (figure.marks.digits.size() != figure.places.size() || !signs_in_place(figure)) return std::nullopt;
  return figure;
}

// Signs that dust is read as.
bool dust_sign(char c) {
  return std::string_view("*\"'`:;.,-~^").find(c) != std::string_view::npos;
}

// Whether a mark at a figure's end can be the sign that was read: points and commas stand on the line, a
// dash is broader and a colon taller than dust.
bool is_sign(char c, const PixelBox& mark, const FigureMarks& figure) {
  const int high = figure.bottom - figure.top;
  if (c == '-' || c == '~') return mark.width() * 5 >= high;
  if (c == ':' || c == ';') return mark.height() * 3 >= high;
  if (c == '.' || c == ',') return mark.y0 + mark.y1 > 2 * figure.bottom - high / 2;
  return false;
}

// Calls `with` for each two digits that were read side by side: the count of digits before the second, and the pitch
// from the one's middle to the other's, of a digit's height.
template <class With>
void for_each_pair(const PixelWord& word, const Figure& figure, With with) {
  const double high = std::max(1, figure.marks.bottom - figure.marks.top);
  for (std::size_t i = 1; i < figure.places.size(); ++i) {
    if (figure.places[i] != figure.places[i - 1] + 1 || figure.places[i] >= word.text.size()) continue;
    const PixelBox &left = figure.marks.digits[i - 1].box, &right = figure.marks.digits[i].box;
    with(i, (right.x0 + right.x1 - left.x0 - left.x1) / 2.0 / high);
  }
}

bool is_of_groups(std::string_view text) {
  FigureParts parts;
  bool decimals = false;
  return take_apart(text, parts) && (grouped(parts, decimals) || cut_short(parts));
}

// Puts back the points that were overlooked: a mark on the line, in a gap between two digits that is wider than the
// digits of one group leave. Which sign it is, the page's other figures tell later.
void add_points(PixelWord& word, Figure& figure) {
  const int high = figure.marks.bottom - figure.marks.top;
  PixelWord changed = word;
  std::vector<std::size_t> places = figure.places;
  for (std::size_t i = places.size(); i-- > 1;) {
    if (places[i] != places[i - 1] + 1) continue;
    const PixelBox &left = figure.marks.digits[i - 1].box, &right = figure.marks.digits[i].box;
    const bool one = changed.text[places[i]] == '1' || changed.text[places[i - 1]] == '1';
    if (right.x0 - left.x1 < (one ? kAtOne : kGap).of(high)) continue;
    const auto mark = std::find_if(figure.marks.signs.begin(), figure.marks.signs.end(), [&](const SmallMark& sign) {
      return sign.digits_before == i && is_sign('.', sign.box, figure.marks);
    });
    if (mark == figure.marks.signs.end()) continue;
    const char sign = mark->box.y1 > figure.marks.bottom + high / 10 ? ',' : '.';
    if (changed.symbols.size() == changed.text.size())
      changed.symbols.insert(changed.symbols.begin() + static_cast<std::ptrdiff_t>(places[i]),
                             {std::string(1, sign), mark->box});
    changed.text.insert(places[i], 1, sign);
    for (std::size_t k = i; k < places.size(); ++k) ++places[k];
  }
  // Dust between two digits of a figure that is one already.
  if (changed.text == word.text || (is_of_groups(word.text) && !is_of_groups(changed.text))) return;
  if (word.alternatives.empty() || word.alternatives.front().text != word.text)
    changed.alternatives.insert(changed.alternatives.begin(), {word.text, word.confidence});
  word = std::move(changed);
  figure.places = std::move(places);
}

// From the middle of one digit to the next one's, of a digit's height, where they stand in one group: digits are set at
// one pitch. 0 where the page has none.
double usual_pitch(const std::vector<PixelWord>& words, const std::vector<Figure>& figures) {
  std::vector<double> pitches;
  for (const Figure& figure : figures)
    for_each_pair(words[figure.word], figure, [&](std::size_t, double pitch) { pitches.push_back(pitch); });
  if (pitches.empty()) return 0;
  return base::median(std::move(pitches));
}

// Tells where a sign left its room between two digits and no ink.
void find_gaps(PixelWord& word, const Figure& figure, double usual) {
  for_each_pair(word, figure, [&](std::size_t digits, double pitch) {
    if (pitch > usual + kSign.value) word.gaps.push_back(digits);
  });
}

char read_digit(const std::vector<PixelWord>& words, const Figure& figure, std::size_t i) {
  return words[figure.word].text[figure.places[i]];
}

// Whether a mark before a figure lies as a minus does: close to it, half way up, no higher than it is broad.
bool lies_like_minus(const PixelBox& mark, const FigureMarks& figure) {
  const int high = figure.bottom - figure.top, gap = figure.digits.front().box.x0 - mark.x1;
  const int off = std::abs(mark.y0 + mark.y1 - figure.top - figure.bottom);  // twice the way between the middles
  return gap * 3 <= high && off * 4 <= high && mark.width() * 5 >= high && mark.height() <= mark.width();
}

// Takes dust off the ends of a figure; `figure.places` follow. What was read before it as some other sign may be a
// minus, on a page that has some.
void strip(PixelWord& word, Figure& figure, bool has_minus) {
  const auto mark_of = [&](bool front) -> const PixelBox* {
    const PixelBox* found = nullptr;
    for (const SmallMark& mark : figure.marks.signs) {
      if (front ? mark.digits_before == 0 : mark.digits_before == figure.places.size()) found = &mark.box;
    }
    return found;
  };
  std::string& text = word.text;
  if (const PixelBox* mark = mark_of(false); mark != nullptr && figure.places.back() + 2 == text.size() &&
                                             dust_sign(text.back()) && !is_sign(text.back(), *mark, figure.marks)) {
    text.pop_back();
    word.symbols.clear();
  }
  if (const PixelBox* mark = mark_of(true); mark != nullptr && figure.places.front() == 1 && dust_sign(text.front()) &&
                                            !is_sign(text.front(), *mark, figure.marks)) {
    if (has_minus && lies_like_minus(*mark, figure.marks)) {
      word.alternatives.insert(word.alternatives.begin(), {text.substr(1), word.confidence});
      text.front() = '-';
      if (word.symbols.size() == text.size()) word.symbols.front().text = "-";
      return;
    }
    text.erase(0, 1);
    for (std::size_t& place : figure.places) --place;
    word.symbols.clear();
  }
  if (word.symbols.empty()) word.symbols = {{text, word.box}};
}

// Whether there are as many small marks between the digits as signs were read there.
bool signs_agree(const std::string& text, const Figure& figure) {
  const auto inside = static_cast<std::size_t>(std::count_if(
      figure.marks.signs.begin(), figure.marks.signs.end(),
      [&](const SmallMark& mark) { return mark.digits_before > 0 && mark.digits_before < figure.places.size(); }));
  return figure.places.back() - figure.places.front() + 1 == figure.places.size() + inside && text.size() > 1;
}

// What needs no shapes.
void tidy(PixelWord& word, Figure& figure, bool has_minus) {
  strip(word, figure, has_minus);
  add_points(word, figure);
  // Dust over or under a figure is in its box: its digits tell how high it is.
  word.box.y0 = std::max(word.box.y0, figure.marks.top);
  const bool hangs = word.text.find_first_of(",;$()") != std::string::npos;
  word.box.y1 = std::min(word.box.y1, figure.marks.bottom + (hangs ? (figure.marks.bottom - figure.marks.top) / 4 : 0));
}

void check(PixelWord& word, const Figure& figure, const DigitShapes& shapes) {
  word.compared = true;
  const std::string first = word.text;
  const double confidence = word.confidence;
  bool sure = true, open = false, strange = false;
  for (std::size_t i = 0; i < figure.places.size(); ++i) {
    const std::size_t place = figure.places[i];
    const char read = first[place];
    const Patch& patch = figure.marks.digits[i].patch;
    const std::optional<Likeness> like = shapes.like(patch);
    if (!like || !shapes.knows(read) || (like->far && like->digit == read)) {
      sure = false;
      strange = strange || !like || like->far;
      if (like || confidence >= certain::kDoubtful) continue;
      // A blot in a figure that was read with doubt: what it may have been, for the table's sums to tell.
      int proposed = 0;
      for (const char nearest : shapes.by_nearness(patch)) {
        if (nearest == read) continue;
        std::string text = first;
        text[place] = nearest;
        word.alternatives.push_back({std::move(text), confidence / 3});
        if (++proposed == kProposed) break;
      }
      open = true;
      continue;
    }
    char other = like->next;
    const bool leans = like->digit != read;
    if (like->digit != read) {
      const double lead = 2 * shapes.between(patch, like->digit, read).value_or(0.5) - 1;
      other = like->digit;
      if (lead >= kClearly && !like->far) {
        word.text[place] = other;
        continue;
      }
    } else if (like->lead >= kBetween) {
      continue;
    }
    open = true;
    if (other == '\0') continue;
    std::string text = first;
    text[place] = other;
    if (leans) {
      if (word.leaning.empty()) word.leaning = first;
      word.leaning[place] = other;
    }
    word.alternatives.push_back({std::move(text), confidence / 2});
  }
  const bool changed = word.text != first;
  if (changed) {
    for (model::Reading& other : word.alternatives) other.confidence = std::min(other.confidence, certain::kInDoubt);
    word.alternatives.insert(word.alternatives.begin(), {first, confidence});
    if (word.symbols.size() == word.text.size()) {
      for (std::size_t i = 0; i < word.text.size(); ++i) word.symbols[i].text = word.text.substr(i, 1);
    }
  }
  if (open) {
    word.confidence = std::min(confidence, certain::kInDoubt);
  } else if (sure && signs_agree(word.text, figure)) {
    word.confidence = std::max(confidence, changed ? kMended : kAgreed);
  } else if (strange) {
    // Unlike the digits that it was read for: nobody vouches for it.
    word.confidence = std::min(confidence, kMended);
  }
}

}  // namespace

struct DigitCheck::Learnt {
  explicit Learnt(const Image& gray) : marks(gray) {}
  Marks marks;
  bool has_minus = false;
  double pitch = 0;
  int digit_height = 0;               // the usual one, pixels
  std::optional<DigitShapes> shapes;  // nothing on a page of few digits
};

DigitCheck::DigitCheck(DigitCheck&&) noexcept = default;
DigitCheck::~DigitCheck() = default;

DigitCheck::DigitCheck(const PageImage& page, std::vector<PixelWord>& words)
    : learnt_(std::make_unique<Learnt>(page.gray)) {
  std::vector<Figure> figures;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::optional<Figure> figure = figure_of(learnt_->marks, words[i]);
    if (!figure) continue;
    figure->word = i;
    digits += figure->places.size();
    figures.push_back(std::move(*figure));
  }
  learnt_->has_minus = std::any_of(words.begin(), words.end(), [](const PixelWord& word) {
    return word.text.size() > 2 && word.text[0] == '-' && base::is_digit(word.text[1]);
  });
  for (Figure& figure : figures) tidy(words[figure.word], figure, learnt_->has_minus);
  std::vector<int> heights;
  for (const Figure& figure : figures) heights.push_back(figure.marks.bottom - figure.marks.top);
  if (!heights.empty()) learnt_->digit_height = base::median(std::move(heights));
  learnt_->pitch = usual_pitch(words, figures);
  for (const Figure& figure : figures) find_gaps(words[figure.word], figure, learnt_->pitch);
  if (digits < kFewestDigits) return;
  std::vector<ReadDigit> read;
  for (const Figure& figure : figures) {
    for (std::size_t i = 0; i < figure.places.size(); ++i)
      read.push_back({read_digit(words, figure, i), figure.marks.digits[i].patch});
  }
  learnt_->shapes.emplace(read);
  for (const Figure& figure : figures) check(words[figure.word], figure, *learnt_->shapes);
}

void DigitCheck::settle_signs(std::vector<PixelWord>& words) const {
  if (!learnt_->shapes) return;
  for (const std::size_t index : strangers_among_figures(words)) {
    PixelWord& word = words[index];
    const std::optional<DigitMark> mark = learnt_->marks.lone_digit(word.box, learnt_->digit_height);
    const std::optional<Likeness> like = mark ? learnt_->shapes->like(mark->patch) : std::nullopt;
    if (!like || like->far || like->lead < kClearly) continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text = like->digit;
    word.box = mark->box;
    word.symbols = {{word.text, word.box}};
    word.confidence = std::max(word.confidence, certain::kInDoubt);
    word.compared = true;
  }
}

void DigitCheck::compare(PixelWord& word) const {
  compare(learnt_->marks, word);
}

void DigitCheck::compare(const PageImage& picture, PixelWord& word) const {
  compare(Marks(picture.gray), word);
}

void DigitCheck::compare(const Marks& marks, PixelWord& word) const {
  std::optional<Figure> figure = figure_of(marks, word);
  if (!figure) return;
  tidy(word, *figure, learnt_->has_minus);
  find_gaps(word, *figure, learnt_->pitch);
  if (learnt_->shapes) check(word, *figure, *learnt_->shapes);
}

}  // namespace cotejo::ocr
