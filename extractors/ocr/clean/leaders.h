#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Rows of dots that lead from a title to its page number, taken out of the picture and given as words of dots: the
// engine reads noise for them, and loses the words beside them. A dotted line with no text at its left is left alone.
[[nodiscard]] std::vector<PixelWord> take_out_leaders(PageImage& page);

}  // namespace cotejo::ocr
