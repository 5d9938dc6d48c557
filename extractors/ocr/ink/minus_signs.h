#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Takes the minus from figures before which no level bar stands half way up the digits: a stroke at their foot, a speck
// as high as wide. What was read stays as the other reading, and the figure a doubtful one. `ink`: the page's.
void settle_minus_signs(const Image& ink, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
