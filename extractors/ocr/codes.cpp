#include "extractors/ocr/codes.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/ocr/figure_parts.h"

namespace cotejo::ocr {

namespace {

constexpr std::size_t kRuns = 3;  // of digits: fewer are a figure, or an hour
constexpr int kMates = 3;         // sound codes in a column that tell what it holds

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
  FigureParts parts;
  bool decimals = false;
  if (!take_apart(bare, parts) || parts.runs.size() < kRuns || !parts.before.empty() || !parts.after.empty())
    return code;
  if (grouped(parts, decimals)) return code;
  code.is_code = true;
  code.sound = bare.size() == text.size() && parts.signs.find_first_not_of('.') == std::string::npos;
  code.text = put_together(parts, false, '.', '.');
  if (text.back() == '.') code.text += '.';
  return code;
}

}  // namespace

void mend_codes(std::vector<PixelWord>& words) {
  std::vector<std::pair<std::size_t, Code>> codes;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (Code code = code_of(words[i].text); code.is_code) codes.emplace_back(i, std::move(code));
  for (const auto& [index, code] : codes) {
    PixelWord& word = words[index];
    if (code.text == word.text) continue;
    // In a column, codes begin, end or lie one over the other.
    int sound = 0, other = 0;
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
