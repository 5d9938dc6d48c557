#include "extractors/ocr/figures/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/digits.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/figures/figure_ends.h"
#include "extractors/ocr/figures/figure_parts.h"
#include "extractors/ocr/figures/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::figures;

std::string roman(const std::string& text) {
  // Two or three strokes and nothing else but a closing sign: no word of Spanish is "ll".
  std::size_t strokes = 0;
  while (strokes < text.size() && (text[strokes] == 'l' || text[strokes] == 'I' || text[strokes] == '|')) ++strokes;
  if (strokes < 2 || strokes > 3 || text.find_first_not_of(".,;:)", strokes) != std::string::npos) return {};
  const std::string done = std::string(strokes, 'I') + text.substr(strokes);
  return done == text ? std::string{} : done;
}

// An ordinal whose digit was read as a letter: "ler", "lra", "áto", "Zdo". No word of Spanish is like these.
std::string ordinal(const std::string& text) {
  struct Head {
    std::string_view letter, digit, endings;
  };
  static constexpr Head kHeads[] = {
      {"l", "1", " er ro ra "}, {"I", "1", " er "}, {"\u00e1", "4", " to ta "}, {"Z", "2", " do da "}};
  for (const Head& head : kHeads) {
    if (text.rfind(head.letter, 0) != 0) continue;
    std::string_view ending = std::string_view(text).substr(head.letter.size());
    if (!ending.empty() && ending.back() == '.') ending.remove_suffix(1);
    if (ending.size() == 2 && head.endings.find(ending) != std::string_view::npos)
      return std::string(head.digit) + text.substr(head.letter.size());
  }
  return {};
}

// Whether a word stands among heads that are numbered in roman numerals, "Trimestre 1" beside "Trimestre II": the same
// word before it as before them, in one row.
bool begins_roman_series(const std::vector<PixelWord>& words, std::size_t index) {
  if (index == 0 || words[index].text != "1") return false;
  const PixelWord &word = words[index], &head = words[index - 1];
  if (head.line != word.line || head.text.size() < 3 || is_figure(head.text)) return false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].text != head.text || words[i].line != words[i - 1].line) continue;
    if (std::abs(words[i].box.y1 - word.box.y1) > word.box.height() / 2) continue;
    const std::string settled = roman(words[i].text);
    const std::string& text = settled.empty() ? words[i].text : settled;
    if (text == "II" || text == "III" || text == "IV") return true;
  }
  return false;
}

void replace(PixelWord& word, std::string text) {
  word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
  word.text = std::move(text);
  word.gaps.clear();
  // The parts of the word are where they were, whatever they are called: cutting by rules needs their places alone.
  if (word.symbols.size() == word.text.size())
    for (std::size_t i = 0; i < word.text.size(); ++i) word.symbols[i].text = word.text.substr(i, 1);
  else
    word.symbols = {{word.text, word.box}};
}

// Calls `visit` with the nearest words under a word (side 1) and over it (side 0) that `fits` takes for its column's,
// one a row and three a side at most.
template <class Fits, class Visit>
void for_each_near(const std::vector<PixelWord>& words, const std::vector<std::size_t>& by_height, std::size_t place,
                   Fits fits, Visit visit) {
  const PixelWord& word = words[by_height[place]];
  const int height = std::max(kLeastHigh, word.box.height());
  for (const std::size_t side : {0, 1}) {
    int last = (word.box.y0 + word.box.y1) / 2;
    for (std::size_t i = place, taken = 0; taken < kNear;) {
      if (side == 0 ? i == 0 : i + 1 >= by_height.size()) break;
      i = side == 0 ? i - 1 : i + 1;
      const PixelWord& other = words[by_height[i]];
      const int middle = (other.box.y0 + other.box.y1) / 2;
      if (std::abs(middle - last) > kRowsAway * height) break;
      if (std::abs(middle - last) < height / 2 || !fits(other)) continue;
      last = middle;
      ++taken;
      visit(by_height[i], side);
    }
  }
}

// Whether two words end at one place, as figures of a column do.
bool flush(const PixelWord& a, const PixelWord& b) {
  return std::abs(a.box.x1 - b.box.x1) < std::max(kLeastHigh, a.box.height()) / 2;
}

// Whether a word stands in a row of a table: the nearest words on both sides in its row, columns away, are figures, or
// the two before it where it ends the row.
bool between_figures(const std::vector<PixelWord>& words, const std::vector<std::size_t>& by_height,
                     std::size_t place) {
  const PixelWord& word = words[by_height[place]];
  const int height = std::max(kLeastHigh, word.box.height());
  std::vector<const PixelWord*> before;
  const PixelWord* after = nullptr;
  for (const int step : {-1, 1}) {
    for (std::size_t i = place; step < 0 ? i > 0 : i + 1 < by_height.size();) {
      i = step < 0 ? i - 1 : i + 1;
      const PixelWord& other = words[by_height[i]];
      if (std::abs(other.box.y0 + other.box.y1 - word.box.y0 - word.box.y1) > height) break;
      if (other.box.x1 <= word.box.x0) before.push_back(&other);
      if (other.box.x0 >= word.box.x1 && (after == nullptr || other.box.x0 < after->box.x0)) after = &other;
    }
  }
  std::sort(before.begin(), before.end(), [](const PixelWord* a, const PixelWord* b) { return a->box.x1 > b->box.x1; });
  if (before.empty() || (after == nullptr && before.size() < 2)) return false;
  const PixelWord &left = *before[0], &other = after != nullptr ? *after : *before[1];
  const int gap = after != nullptr ? other.box.x0 - word.box.x1 : left.box.x0 - other.box.x1;
  if (word.box.x0 - left.box.x1 < height || gap < height) return false;
  const auto is_like_figure = [](const PixelWord& one) { return is_figure(one.text) || !as_figure(one.text).empty(); };
  return is_like_figure(left) && is_like_figure(other) && (is_figure(left.text) || is_figure(other.text));
}

std::vector<std::size_t> in_order_of_height(const std::vector<PixelWord>& words) {
  std::vector<std::size_t> order(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return words[a].box.y0 + words[a].box.y1 < words[b].box.y0 + words[b].box.y1;
  });
  return order;
}

// Whether most of the nearest words over and under this one are figures; for a zero, which no word of letters is, those
// of one side will do, for over the first row stands the head, or one that its row bears out.
bool among_figures(const std::vector<PixelWord>& words, const std::vector<std::size_t>& by_height, std::size_t place,
                   bool zero) {
  const PixelWord& word = words[by_height[place]];
  std::array<std::size_t, 2> figures{}, seen{};
  for_each_near(
      words, by_height, place,
      [&](const PixelWord& other) {
        return std::min(other.box.x1, word.box.x1) > std::max(other.box.x0, word.box.x0) || flush(word, other);
      },
      [&](std::size_t other, std::size_t side) {
        ++seen[side];
        figures[side] += is_figure(words[other].text) || !as_figure(words[other].text).empty();
      });
  for (const std::size_t side : {0, 1})
    if (zero && seen[side] >= 2 && figures[side] == seen[side]) return true;
  if (zero && figures[0] + figures[1] > 0 && between_figures(words, by_height, place)) return true;
  const std::size_t all = seen[0] + seen[1];
  return all >= 2 && (figures[0] + figures[1]) * 3 > all * 2;
}

// Whether a currency sign stands before a word, in it or as the word before it on its line.
bool has_currency(const std::vector<PixelWord>& words, std::size_t index) {
  if (words[index].text[0] == '$') return true;
  return index > 0 && words[index - 1].line == words[index].line && words[index - 1].text == "$" &&
         words[index].box.x0 - words[index - 1].box.x1 < kToSign * std::max(kLeastHigh, words[index].box.height());
}

// Whether a lone letter or digit before an amount is its currency sign: "s 640.856.828" and "5 640.856.828" in a column
// of such signs.
bool is_lone_currency(const std::vector<PixelWord>& words, const std::vector<std::size_t>& by_height,
                      std::size_t place) {
  const std::size_t index = by_height[place];
  const PixelWord& word = words[index];
  if (word.text.size() != 1 || std::string_view("sS58").find(word.text[0]) == std::string_view::npos) return false;
  if (index + 1 >= words.size() || words[index + 1].line != word.line) return false;
  const PixelWord& amount = words[index + 1];
  if (amount.text.size() < kFewestSigns || !is_figure(amount.text) ||
      amount.box.x0 - word.box.x1 > kToSign * word.box.height())
    return false;
  std::size_t signs = 0, seen = 0;
  for_each_near(
      words, by_height, place,
      [&](const PixelWord& other) {
        return other.text.size() == 1 && std::min(other.box.x1, word.box.x1) > std::max(other.box.x0, word.box.x0);
      },
      [&](std::size_t other, std::size_t) { ++seen, signs += words[other].text == "$"; });
  return signs >= 2 && 2 * signs >= seen;
}

// Whether a figure begins with a currency sign that was read as a 5, "50" for "$0", "543.500.000" for "$43.500.000":
// all other amounts of its column have the sign.
bool begins_with_currency(const std::vector<PixelWord>& words, const std::vector<std::size_t>& by_height,
                          std::size_t place) {
  const PixelWord& word = words[by_height[place]];
  const std::string_view bare = without_quotes(word.text);
  if (bare.size() < 2 || bare[0] != '5' || !is_figure(bare) || has_currency(words, by_height[place])) return false;
  const bool zero = bare == "50";
  // What is left must be a figure as they are written: three digits after each sign.
  const std::string_view rest = bare.substr(1);
  if (!zero && (rest.find_first_of(".,") == std::string_view::npos || !base::is_digit(rest[0]) || rest[0] == '0'))
    return false;
  int amounts = 0, seen = 0;
  for_each_near(
      words, by_height, place, [&](const PixelWord& other) { return flush(word, other); },
      [&](std::size_t index, std::size_t) {
        const std::string_view text = without_quotes(words[index].text);
        if (text.size() < 2 || (text[0] == '5' && !has_currency(words, index))) return;  // may be the same slip
        if (!is_figure(text) && as_figure(text) != "$0") return;  // a head, or misread altogether
        ++seen;
        amounts += (zero ? has_currency(words, index) : text[0] == '$') || as_figure(text) == "$0";
      });
  return seen >= (zero ? 2 : 3) && amounts == seen;
}

}  // namespace

bool is_figure(std::string_view text) {
  if (text == "$" || text == "-") return true;
  int digits = 0;
  for (const char c : text) {
    digits += base::is_digit(c);
    if (!base::is_digit(c) && std::string_view(".,$%-()'+/:").find(c) == std::string_view::npos) return false;
  }
  return digits > 0;
}

std::string as_figure(std::string_view text) {
  if (text.empty() || is_figure(text)) return {};
  if (const std::string_view bare = without_quotes(text); bare.size() < text.size())
    return bare.size() > 1 && is_figure(bare) ? std::string(bare) : as_figure(bare);
  // A stroke after a lone zero is the rule beside it; a printed 1 is read as a letter or a digit.
  const std::size_t closed = text.find_last_not_of("!|");
  if (closed == 0 && text.size() > 1 && as_digit(text[0]) == '0') return "0";
  std::string done;
  std::size_t letters = 0, digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // At the head of an amount an s is the currency sign.
    if (i == 0 && (c == 's' || c == 'S') && text.size() > 1) {
      done += '$';
      ++letters;
    } else if (const char meant = as_digit(c); meant != '\0' && meant != c) {
      done += meant;
      ++letters;
    } else {
      done += c;
      digits += base::is_digit(c);
    }
  }
  // Dust after a lone zero: "o:".
  const std::size_t end = done.find_last_not_of(".,:;'");
  if (end != std::string::npos && (done.substr(0, end + 1) == "0" || done.substr(0, end + 1) == "$0"))
    done.resize(end + 1);
  // A word of letters is no figure, but for the zeros of an empty budget line.
  const bool zero = done == "0" || done == "$0" || done == "$" || done == "1";
  return is_figure(done) && (digits >= letters || zero) ? done : std::string{};
}

std::vector<std::size_t> strangers_among_figures(const std::vector<PixelWord>& words) {
  std::vector<std::size_t> found;
  if (words.size() > kMostWords) return found;
  const auto strange = [&](const PixelWord& word) {
    return word.confidence < tolerances::confidence::kInDoubt && word.symbols.size() <= kMostSymbols &&
           word.text.size() <= kMostBytes && !is_figure(word.text);
  };
  if (std::none_of(words.begin(), words.end(), strange)) return found;
  const std::vector<std::size_t> by_height = in_order_of_height(words);
  for (std::size_t place = 0; place < by_height.size(); ++place)
    if (strange(words[by_height[place]]) && among_figures(words, by_height, place, false))
      found.push_back(by_height[place]);
  std::sort(found.begin(), found.end());
  return found;
}

void settle_figures(std::vector<PixelWord>& words) {
  if (words.size() > kMostWords) return;
  const std::vector<std::size_t> by_height = in_order_of_height(words);
  // Decide on what was read, then change: a settled word must not speak for its neighbour.
  std::vector<std::pair<std::size_t, std::string>> settled;
  for (std::size_t place = 0; place < by_height.size(); ++place) {
    const PixelWord& word = words[by_height[place]];
    std::string text = as_figure(word.text);
    const bool zero = text == "0" || text == "$0";
    if (begins_with_currency(words, by_height, place))
      settled.emplace_back(by_height[place], "$" + std::string(without_quotes(word.text).substr(1)));
    else if (!text.empty() && among_figures(words, by_height, place, zero) &&
             !is_lone_currency(words, by_height, place))
      settled.emplace_back(by_height[place], std::move(text));
    else if (is_lone_currency(words, by_height, place))
      settled.emplace_back(by_height[place], "$");
    else if (text = roman(word.text); !text.empty())
      settled.emplace_back(by_height[place], std::move(text));
    else if (text = ordinal(word.text); !text.empty())
      settled.emplace_back(by_height[place], std::move(text));
    else if (begins_roman_series(words, by_height[place]))
      settled.emplace_back(by_height[place], "I");
  }
  for (auto& [index, text] : settled) replace(words[index], std::move(text));
}

}  // namespace cotejo::ocr
