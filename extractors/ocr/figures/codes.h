#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Mends the points of codes ("2.1,1.01.02", ".2.3.3.04.05") that stand in a column of codes parted by points alone.
// What was read first stays among the alternatives. Pure.
void mend_codes(std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
