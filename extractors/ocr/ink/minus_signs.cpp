#include "extractors/ocr/ink/minus_signs.h"

#include <algorithm>
#include <optional>

#include "base/digits.h"
#include "extractors/ocr/engine/tolerances.h"
#include "extractors/ocr/ink/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::minus_signs;

bool has_minus(const PixelWord& word) {
  return word.text.size() > 2 && word.symbols.size() > 2 && word.symbols[0].text == "-" && word.text[0] == '-' &&
         word.symbols[1].text.size() == 1 && base::is_digit(word.symbols[1].text[0]);
}

// The box around the ink of the sign, in the page's pixels; what reaches the first digit belongs to that.
std::optional<PixelBox> sign_ink(const Image& ink, const PixelWord& word) {
  const PixelBox room{word.box.x0, word.box.y0, word.symbols[1].box.x0, word.box.y1};
  std::optional<PixelBox> around;
  for (const PixelBox& box : pieces_in(ink, room)) {
    if (box.x1 >= room.x1) continue;
    if (!around)
      around = box;
    else
      around = PixelBox{std::min(around->x0, box.x0), std::min(around->y0, box.y0), std::max(around->x1, box.x1),
                        std::max(around->y1, box.y1)};
  }
  return around;
}

bool is_minus(const PixelBox& sign, const PixelBox& digit) {
  const double high = digit.height(), middle = (sign.y0 + sign.y1) / 2.0 - digit.y0;
  return middle > kHighest * high && middle < kLowest * high &&
         (sign.height() <= kThickest * high || sign.width() >= kSlender * sign.height());
}

}  // namespace

void settle_minus_signs(const Image& ink, std::vector<PixelWord>& words) {
  for (PixelWord& word : words) {
    if (!has_minus(word)) continue;
    const std::optional<PixelBox> sign = sign_ink(ink, word);
    if (!sign || is_minus(*sign, word.symbols[1].box)) continue;
    word.alternatives.insert(word.alternatives.begin(), {word.text, word.confidence});
    word.text.erase(0, 1);
    word.symbols.erase(word.symbols.begin());
    word.box.x0 = word.symbols.front().box.x0;
    word.confidence = std::min(word.confidence, tolerances::confidence::kInDoubt);
  }
}

}  // namespace cotejo::ocr
