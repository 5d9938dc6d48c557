#include "extractors/ocr/figures/figure_ends.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "base/grouped_figure.h"
#include "extractors/ocr/figures/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::figure_ends;

// Whether figures end where this word ends, over or under it: in prose they do not, and signs after a figure are its
// punctuation.
bool in_column(const std::vector<PixelWord>& words, const PixelWord& word) {
  int mates = 0;
  for (const PixelWord& other : words) {
    FigureParts figure;
    bool decimals = false;
    if (&other == &word || std::abs(other.box.x1 - word.box.x1) > kFlush.of(word.box.height())) continue;
    mates += take_apart(other.text, figure) && grouped(figure, decimals);
  }
  return mates >= kMates;
}

// Takes dust off the digits under a figure that was cut, which lacks as many.
void strip_rests(std::vector<PixelWord>& words) {
  for (PixelWord& word : words) {
    std::string_view bare = without_quotes(word.text);
    while (!bare.empty() && is_separator(bare.front())) bare.remove_prefix(1);
    while (!bare.empty() && is_separator(bare.back())) bare.remove_suffix(1);
    if (bare.size() == word.text.size() || bare.empty() || bare.size() > 2 || !base::all_digits(bare)) continue;
    PixelWord rest = word;
    rest.text = bare;
    const std::vector<PixelWord> alone{rest};
    const bool wanted = std::any_of(words.begin(), words.end(), [&](const PixelWord& other) {
      FigureParts figure;
      return take_apart(other.text, figure) && cut_short(figure) &&
             figure.runs.back().size() + bare.size() == base::kGroup && has_rest_below(alone, other, bare.size());
    });
    if (!wanted) continue;
    rest.alternatives.insert(rest.alternatives.begin(), {word.text, word.confidence});
    word = std::move(rest);
  }
}

}  // namespace

bool cut_short(const FigureParts& figure) {
  if (figure.runs.size() < 3 || figure.runs.back().size() > 2 || !figure.after.empty()) return false;
  return base::in_groups(figure.runs.begin(), figure.runs.end() - 1, digits_of);
}

bool has_rest_below(const std::vector<PixelWord>& words, const PixelWord& word, std::size_t digits) {
  return std::any_of(words.begin(), words.end(), [&](const PixelWord& other) {
    const int high = std::max(1, word.box.height());
    const int down = other.box.y0 + other.box.y1 - word.box.y0 - word.box.y1;  // twice the way between the middles
    return other.text.size() == digits && base::all_digits(other.text) && down > high && down < kBelow * high &&
           other.box.x0 > word.box.x0 - high && other.box.x1 < word.box.x1 + high;
  });
}

std::string_view without_quotes(std::string_view text) {
  static constexpr std::string_view kMarks[] = {"\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb",
                                                "\u2014", "\u00b7", "\u2022", "\u00b0", "\u00b4", "\""};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), found = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), found = true;
    }
  }
  return text;
}

void strip_ends(std::vector<PixelWord>& words) {
  strip_rests(words);
  const auto dust = [](char c) { return is_separator(c) || c == '"' || c == '`' || c == '*'; };
  for (PixelWord& word : words) {
    std::string_view bare = without_quotes(word.text);
    while (!bare.empty() && dust(bare.front())) bare.remove_prefix(1);
    while (!bare.empty() && dust(bare.back())) bare.remove_suffix(1);
    std::string text(bare);
    // A stroke of the currency sign by itself: "5$5.469.771".
    if (text.size() > 2 && text[1] == '$' && (text[0] == '5' || text[0] == 'S' || text[0] == 's')) text.erase(0, 1);
    // Between the currency sign and the digits as well: "$'1.000.000".
    if (text.size() > 2 && text[0] == '$' && dust(text[1])) text.erase(1, 1);
    FigureParts figure;
    bool decimals = false;
    if (text == word.text || !take_apart(text, figure)) continue;
    const bool whole = (grouped(figure, decimals) && (figure.runs.size() > 2 || !decimals || figure.after == "%")) ||
                       (cut_short(figure) && has_rest_below(words, word, 3 - figure.runs.back().size()));
    if ((!whole && text != "0" && text != "$0") || (dust(word.text.back()) && has_rest_below(words, word, 3))) continue;
    // After a figure of prose stands its punctuation.
    if (dust(word.text.back()) && !in_column(words, word)) continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text = std::move(text);
  }
}

}  // namespace cotejo::ocr
