#pragma once

#include <vector>

#include "extractors/ocr/engine.h"

namespace cotejo::ocr {

// Compares every digit of the page's figures with the shapes that the page's own digits have. Where the ink is clearly
// another digit than what was read, that one is taken and the first reading stays among the alternatives; where it lies
// between two, the other one becomes an alternative and the word doubtful; where all agree the word is sure. Dust read
// as a sign at a figure's ends goes, points that were overlooked come back, and figures get the height of their digits.
// `page` is evened and without rules.
void check_digits(const PageImage& page, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
