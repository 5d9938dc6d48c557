#include "extractors/ocr/again/strays.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

#include "base/digits.h"
#include "extractors/ocr/again/tolerances.h"
#include "extractors/ocr/engine/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::strays;

// Signs that an upright stroke is read as.
bool is_stroke(std::string_view sign) {
  for (const std::string_view stroke :
       {"1", "I", "l", "|", "!", "i", "í", "Í", "]", "[", "'", "/", "j", "J", ";", ":", "t"})
    if (sign == stroke) return true;
  return false;
}

bool on_rule(const PixelBox& box, const PixelRules& rules, double point) {
  const double middle = (box.x0 + box.x1) / 2.0, height = (box.y0 + box.y1) / 2.0;
  if (box.width() > kWidest * point) return false;
  return std::any_of(rules.rules.begin(), rules.rules.end(), [&](const PixelRule& rule) {
    return !rule.horizontal && rule.from < height && height < rule.to && std::abs(rule.at - middle) <= kAside * point;
  });
}

// Whether a box lies on a rule or on its line a little beyond its ends; `aside` in pixels from its middle.
bool goes_on(const PixelRule& rule, const PixelBox& box, double aside, double beyond) {
  const double across = (box.x0 + box.x1) / 2.0, down = (box.y0 + box.y1) / 2.0;
  const double place = rule.horizontal ? down : across;
  const int from = rule.horizontal ? box.x0 : box.y0, to = rule.horizontal ? box.x1 : box.y1;
  return std::abs(rule.at - place) <= aside && from > rule.from - beyond && to < rule.to + beyond;
}

void fit(PixelWord& word) {
  word.text.clear();
  word.box = word.symbols.front().box;
  for (const PixelSymbol& symbol : word.symbols) {
    word.text += symbol.text;
    word.box = {std::min(word.box.x0, symbol.box.x0), std::min(word.box.y0, symbol.box.y0),
                std::max(word.box.x1, symbol.box.x1), std::max(word.box.y1, symbol.box.y1)};
  }
}

double area(const PixelBox& box) {
  return static_cast<double>(std::max(0, box.width())) * std::max(0, box.height());
}

bool repeats(const PixelWord& piece, const PixelWord& word) {
  const PixelBox common{std::max(piece.box.x0, word.box.x0), std::max(piece.box.y0, word.box.y0),
                        std::min(piece.box.x1, word.box.x1), std::min(piece.box.y1, word.box.y1)};
  return piece.text.size() < word.text.size() && common.width() > 0 && common.height() > 0 &&
         area(common) >= kCovered * area(piece.box) &&
         (word.text.ends_with(piece.text) || word.text.starts_with(piece.text));
}

}  // namespace

void drop_rests_of_rules(const PixelRules& rules, double point, std::vector<PixelWord>& words) {
  for (PixelWord& word : words) {
    const auto stray = [&](const PixelSymbol& symbol) {
      return is_stroke(symbol.text) && on_rule(symbol.box, rules, point);
    };
    const std::size_t before = word.symbols.size();
    while (!word.symbols.empty() && stray(word.symbols.back())) word.symbols.pop_back();
    while (!word.symbols.empty() && stray(word.symbols.front())) word.symbols.erase(word.symbols.begin());
    if (word.symbols.size() == before || before == 0) continue;
    const std::string read = word.text;
    if (word.symbols.empty()) {
      word.text.clear();
      continue;
    }
    fit(word);
    // A figure that runs over its cell may have had the digit: the sums of the page can still choose it.
    word.alternatives.insert(word.alternatives.begin(), {read, word.confidence});
    word.confidence = std::min(word.confidence, tolerances::confidence::kInDoubt);
  }
  std::erase_if(words, [](const PixelWord& word) { return word.text.empty(); });
}

void drop_broken_rules(const PixelRules& rules, double point, int usual, std::vector<PixelWord>& words) {
  const auto is_rest = [&](const PixelWord& word) {
    // A dash is low too, and may be meant.
    const bool speaks = std::any_of(word.text.begin(), word.text.end(),
                                    [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
    // Of two digits it may be a figure of smaller print, and no rule leaves a long word.
    const auto digits = std::count_if(word.text.begin(), word.text.end(), [](char c) { return base::is_digit(c); });
    if (!speaks || digits > 1 || word.text.size() > kRest || word.box.height() > kLow.of(usual)) return false;
    // A bullet of a list may stand under an upright rule, and small print on a level one.
    const bool doubtful = word.confidence < tolerances::confidence::kInDoubt;
    const bool upright = is_stroke(word.text) && word.box.width() <= kWidest * point;
    return std::any_of(rules.rules.begin(), rules.rules.end(), [&](const PixelRule& rule) {
      if (rule.horizontal ? !doubtful : !upright) return false;
      return goes_on(rule, word.box, (rule.horizontal ? kBent : kAside) * point, kBeyond * point);
    });
  };
  std::erase_if(words, is_rest);
}

void drop_repeated(std::vector<PixelWord>& words) {
  std::vector<char> gone(words.size(), 0);
  for (std::size_t i = 0; i < words.size(); ++i)
    gone[i] = std::any_of(words.begin(), words.end(),
                          [&](const PixelWord& word) { return &word != &words[i] && repeats(words[i], word); })
                  ? 1
                  : 0;
  std::size_t at = 0;
  std::erase_if(words, [&](const PixelWord&) { return gone[at++] != 0; });
}

}  // namespace cotejo::ocr
