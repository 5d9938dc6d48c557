#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Lines of ink that look like text and that no word covers: the pass over a page now and then drops a heading or a lone
// figure. By place from the top. `text_height` is the usual height of a word's ink, pixels.
[[nodiscard]] std::vector<PixelBox> overlooked_lines(const Image& ink, const std::vector<PixelWord>& words,
                                                     int text_height);

// The share of the marks that are as high as letters which no word covers, 0 to 1. Few marks (a seal, a signature) tell
// nothing, and count as read.
[[nodiscard]] double unread_share(const Image& ink, const std::vector<PixelWord>& words, int text_height);

}  // namespace cotejo::ocr
