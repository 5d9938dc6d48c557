#include "extractors/ocr/figures/codes.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "extractors/ocr/figures/figure_parts.h"
#include "extractors/ocr/figures/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::codes;

struct Code {
  bool is_code = false;
  bool sound = false;  // points alone
  std::string text;    // as it should be
};

// Runs of digits with signs between them that are neither groups of thousands nor a date.
Code code_of(std::string_view text) {
  Code code;
  std::string_view bare = text;
  while (!bare.empty() && (is_separator(bare.front()) || bare.front() == '-')) bare.remove_prefix(1);
  // A code that the next line goes on with may end with its point.
  while (!bare.empty() && is_separator(bare.back())) bare.remove_suffix(1);
  // Dust beside a point makes two signs of it: "2.1.3:.05.04".
  std::string single;
  for (const char c : bare)
    if (!is_separator(c) || single.empty() || !is_separator(single.back())) single += c;
  FigureParts parts;
  bool decimals = false;
  if (!take_apart(single, parts) || parts.runs.size() < kRuns || !parts.before.empty() || !parts.after.empty())
    return code;
  if (grouped(parts, decimals)) return code;
  code.is_code = true;
  code.sound = single.size() == text.size() && parts.signs.find_first_not_of('.') == std::string::npos;
  code.text = put_together(parts, false, '.', '.');
  if (text.back() == '.') code.text += '.';
  return code;
}

// Puts codes together that fell apart after a point: "2.3." and "2.02.02.008". Three codes or more over or under it
// tell that the column holds such.
void join_pieces(std::vector<PixelWord>& words) {
  const auto of_code = [](const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return base::is_digit(c) || is_separator(c); });
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    PixelWord &left = words[i], &right = words[i + 1];
    const int high = left.box.height(), gap = right.box.x0 - left.box.x1;
    const bool level = std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0) > high / 2;
    if (left.line != right.line || !level || gap < -high / 4 || gap > high || left.text.size() < 2 ||
        !is_separator(left.text.back()) || !of_code(left.text) || !of_code(right.text))
      continue;
    const Code whole = code_of(left.text + right.text);
    if (!whole.is_code || !code_of(right.text).is_code) continue;
    const auto mates = std::count_if(words.begin(), words.end(), [&](const PixelWord& other) {
      return std::abs(other.box.x0 - left.box.x0) < left.box.height() && code_of(other.text).sound;
    });
    if (static_cast<std::size_t>(mates) < kMates) continue;
    left.alternatives = {{left.text + " " + right.text, std::min(left.confidence, right.confidence)}};
    left.text = whole.text;
    left.confidence = std::min(left.confidence, right.confidence);
    left.box = {left.box.x0, std::min(left.box.y0, right.box.y0), right.box.x1, std::max(left.box.y1, right.box.y1)};
    left.symbols.insert(left.symbols.end(), right.symbols.begin(), right.symbols.end());
    left.gaps.clear();
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// Whether a word stands under a code, as the rest of it does that its column had no room for.
bool hangs_under(const PixelWord& code, const PixelWord& word) {
  const int high = std::max(1, code.box.height());
  const int down = word.box.y0 + word.box.y1 - code.box.y0 - code.box.y1;  // twice the way between the middles
  return down > high && down < kBelow * high && word.box.x0 > code.box.x0 - high && word.box.x1 < code.box.x1;
}

// Settles the rests of codes that were cut, read as letters: "B-" for the 8 of "2.3.2.02.02.00" and "8". Other codes of
// the page are cut as well.
void settle_rests(std::vector<PixelWord>& words) {
  std::vector<std::size_t> codes;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (code_of(words[i].text).is_code) codes.push_back(i);
  if (codes.size() < kMates) return;
  int cut = 0;
  std::vector<std::pair<std::size_t, std::string>> rests;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PixelWord& word = words[i];
    if (word.text.size() > kLongest) continue;
    if (std::none_of(codes.begin(), codes.end(), [&](std::size_t code) { return hangs_under(words[code], word); }))
      continue;
    const bool alone =
        (i == 0 || words[i - 1].line != word.line) && (i + 1 == words.size() || words[i + 1].line != word.line ||
                                                       words[i + 1].box.x0 - word.box.x1 > 2 * word.box.height());
    if (!alone) continue;
    std::string digits;
    bool letters = false, other = false;
    for (const char c : word.text) {
      const char meant = as_digit(c);
      letters = letters || (meant != '\0' && meant != c);
      if (meant != '\0')
        digits += meant;
      else
        other = other || !(is_separator(c) || std::string_view("-_~*`\"").find(c) != std::string_view::npos);
    }
    if (digits == word.text)
      ++cut;
    else if (!digits.empty() && !other && letters)
      rests.emplace_back(i, std::move(digits));
  }
  if (cut == 0) return;
  for (auto& [index, digits] : rests) {
    PixelWord& word = words[index];
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text = std::move(digits);
  }
}

// The points of codes that left their room alone: "22" for "2.2", "2.18.04.01".
void fill_gaps(std::vector<PixelWord>& words) {
  std::vector<PixelBox> sound;
  for (const PixelWord& word : words)
    if (code_of(word.text).sound) sound.push_back(word.box);
  for (PixelWord& word : words) {
    if (word.gaps.empty() ||
        !std::all_of(word.text.begin(), word.text.end(), [](char c) { return base::is_digit(c) || c == '.'; }))
      continue;
    const auto mates = std::count_if(sound.begin(), sound.end(), [&](const PixelBox& box) {
      return std::abs(box.x0 - word.box.x0) < word.box.height() / 2;
    });
    if (static_cast<std::size_t>(mates) < kMates) continue;
    std::string text;
    std::size_t digits = 0;
    for (const char c : word.text) {
      const bool gap = std::find(word.gaps.begin(), word.gaps.end(), digits) != word.gaps.end();
      if (base::is_digit(c) && gap && !text.empty() && text.back() != '.') text += '.';
      text += c;
      digits += base::is_digit(c);
    }
    if (text == word.text) continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text = std::move(text);
    word.gaps.clear();
  }
}

// "2,1" that begins where codes do is one of two parts.
void mend_short(std::vector<PixelWord>& words, const std::vector<std::pair<std::size_t, Code>>& codes) {
  for (PixelWord& word : words) {
    FigureParts parts;
    if (!take_apart(word.text, parts) || parts.runs.size() != 2 || parts.signs == "." || !parts.before.empty() ||
        !parts.after.empty() || parts.runs[0].size() > 2 || parts.runs[1].size() > 2)
      continue;
    const auto mates = std::count_if(codes.begin(), codes.end(), [&](const auto& code) {
      return code.second.sound && std::abs(words[code.first].box.x0 - word.box.x0) < word.box.height() / 2;
    });
    if (static_cast<std::size_t>(mates) < kMates) continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text = put_together(parts, false, '.', '.');
  }
}

}  // namespace

void mend_codes(std::vector<PixelWord>& words) {
  join_pieces(words);
  fill_gaps(words);
  settle_rests(words);
  std::vector<std::pair<std::size_t, Code>> codes;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (Code code = code_of(words[i].text); code.is_code) codes.emplace_back(i, std::move(code));
  mend_short(words, codes);
  for (const auto& [index, code] : codes) {
    PixelWord& word = words[index];
    if (code.text == word.text) continue;
    // In a column, codes begin, end or lie one over the other.
    std::size_t sound = 0, other = 0;
    for (const auto& [mate, read] : codes) {
      const PixelBox& box = words[mate].box;
      if (mate == index || std::min(box.x1, word.box.x1) <= std::max(box.x0, word.box.x0)) continue;
      sound += read.sound;
      other += words[mate].text.find('.') == std::string::npos;
    }
    if (sound < kMates || other > 0) continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text = code.text;
  }
}

}  // namespace cotejo::ocr
