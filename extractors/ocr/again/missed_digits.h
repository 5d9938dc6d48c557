#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Short figures that have more pieces of ink, and are wider, than their signs can be: the engine dropped one of two
// like digits (77 as 7), or took narrow ones together for a letter (11 as u). They are read again by themselves; what
// then has a digit for each piece is taken, and what has not is in doubt.
void read_missed_digits(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
