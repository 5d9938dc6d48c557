#include "extractors/ocr/again/crosses.h"

#include <algorithm>

#include "extractors/ocr/again/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::crosses;

}  // namespace

void settle_crosses(const Image& ink, std::vector<PixelWord>& words) {
  for (PixelWord& word : words) {
    if (word.text.size() != 2 || word.text.find_first_not_of("Xx") != std::string::npos) continue;
    const std::vector<PixelBox> pieces = pieces_in(ink, word.box);
    const auto large = std::count_if(pieces.begin(), pieces.end(), [&](const PixelBox& piece) {
      return piece.height() > kLarge.of(word.box.height());
    });
    if (large != 1 || word.box.width() > kWidest * word.box.height()) continue;
    word.text = "X";
    if (!word.symbols.empty()) word.symbols = {{"X", word.box}};
  }
}

}  // namespace cotejo::ocr
