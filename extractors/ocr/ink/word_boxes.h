#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// The usual height of the ink of words, pixels; 0 where there is none to tell by.
[[nodiscard]] int usual_height(const std::vector<PixelWord>& words);

// Fits the boxes of words to the height of their ink. The engine gives a word that it could not tell from dust, or from
// what stands over and under it, the height of the whole line and more: its size and row would be wrong. Their width
// stays, for it hides no letter. Takes out words of no confidence that stand where other words are or where no ink is.
// `page` is evened and without rules. Boxes only shrink.
void fit_boxes(const PageImage& page, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
