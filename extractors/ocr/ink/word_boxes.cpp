#include "extractors/ocr/ink/word_boxes.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string_view>

#include "base/median.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/ink/digit_marks.h"
#include "extractors/ocr/ink/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::word_boxes;

PixelBox joined(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "_" || text == "~" || text == "\u2014" || text == "\u2013";
}

// Whether some mark is a level stroke, as a dash beside text of this height is.
bool has_dash(const std::vector<PixelBox>& ink, int height) {
  return std::any_of(ink.begin(), ink.end(), [&](const PixelBox& mark) {
    return mark.width() >= kDash.of(height) && mark.width() >= mark.height();
  });
}

// The ink of one line of letters among marks: of the lines that they make, the one with the most letters' ink.
PixelBox line_of(const std::vector<PixelBox>& marks) {
  int tallest = 0;
  for (const PixelBox& mark : marks) tallest = std::max(tallest, mark.height());
  struct Line {
    PixelBox box;
    int ink = 0;
  };
  std::vector<Line> lines;
  for (const PixelBox& mark : marks) {
    if (mark.height() < kTall * tallest) continue;
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& one) {
      const int shared = std::min(one.box.y1, mark.y1) - std::max(one.box.y0, mark.y0);
      return 2 * shared > std::min(one.box.height(), mark.height());
    });
    if (line == lines.end())
      lines.push_back({mark, mark.width() * mark.height()});
    else
      line->box = joined(line->box, mark), line->ink += mark.width() * mark.height();
  }
  PixelBox box =
      std::max_element(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.ink < b.ink; })->box;
  const PixelBox letters = box;
  const int reach = static_cast<int>(kAccent * letters.height());
  for (const PixelBox& mark : marks)
    if (mark.height() < kTall * tallest && mark.x1 > letters.x0 && mark.x0 < letters.x1 + letters.height() &&
        mark.y0 >= letters.y0 - reach && mark.y1 <= letters.y1 + reach)
      box = joined(box, mark);
  return box;
}

}  // namespace

int usual_height(const std::vector<PixelWord>& words) {
  std::vector<int> heights;
  for (const PixelWord& word : words)
    if (word.symbols.size() > 2) heights.push_back(word.box.height());
  if (heights.empty()) return 0;
  return base::median(std::move(heights));
}

void fit_boxes(const PageImage& page, std::vector<PixelWord>& words) {
  const int usual = usual_height(words);
  const auto too_high = [&](const PixelWord& word) { return word.box.height() > kTooHigh * usual; };
  if (usual == 0 || std::none_of(words.begin(), words.end(), too_high)) return;
  const Marks marks(page.gray);
  std::vector<PixelWord> kept;
  kept.reserve(words.size());
  for (PixelWord& word : words) {
    if (too_high(word)) {
      const bool nothing = word.confidence < tolerances::confidence::kNone && word.symbols.size() <= kShort;
      const auto inside = [&](const PixelWord& other) {
        const int x = (other.box.x0 + other.box.x1) / 2, y = (other.box.y0 + other.box.y1) / 2;
        return other.confidence > word.confidence && x > word.box.x0 && x < word.box.x1 && y > word.box.y0 &&
               y < word.box.y1;
      };
      if (nothing && std::any_of(words.begin(), words.end(), inside)) continue;
      const std::vector<PixelBox> ink = marks.in(word.box);
      const bool sign =
          std::none_of(word.text.begin(), word.text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
      if ((nothing || sign) && ink.empty()) continue;
      if (is_dash(word.text) && !has_dash(ink, usual)) continue;
      if (!ink.empty()) {
        const PixelBox fitted = line_of(ink);
        word.box = {word.box.x0, std::max(word.box.y0, fitted.y0), word.box.x1, std::min(word.box.y1, fitted.y1)};
      }
    }
    kept.push_back(std::move(word));
  }
  words = std::move(kept);
}

}  // namespace cotejo::ocr
