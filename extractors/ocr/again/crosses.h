#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// A cross in a cell, which marks a quarter of the year or a yes, is often read as two: "Xx". One piece of ink is one.
void settle_crosses(const Image& ink, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
