#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Mends what a scan does to the small signs of figures. A figure that fell apart where its point was lost ("1.411
// 542,93") is put together; a point read as a comma, or the other way, takes the sign that the page's other figures
// have at its place
// ("230,212.490,93"). Only on a page whose figures are clearly of one style, and only where groups of three digits
// leave no doubt; what was read first stays among the alternatives. Pure.
void mend_separators(std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
