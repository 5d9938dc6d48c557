#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Settles the roman numerals that number the rows of a list and were read as other strokes: "l." and "11." over and
// under "II." and "IV.", and what their rows say of them, "(1 - 11)". The numerals under each other that were read tell
// which one is missing; without two of them nothing is touched. What was read stays among the alternatives. Pure.
void settle_row_numerals(std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
