#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Short words that were read with doubt as small letters, or mixed, while their ink stands on one line and is of one
// height: "cop" for CDP, "Rp" for RP. They are read again as nothing but capitals; what was read first stays among the
// alternatives. Numerals of nothing but strokes are counted by their ink: "il" for III. `page` is evened and without
// rules.
void read_capitals(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
