#pragma once

#include "extractors/ocr/engine/engine.h"

// Words as the engine gives them, for tests of figures: `x1` is where the word ends.
namespace cotejo::ocr {

inline PixelWord word(const char* text, int x1, int y, double confidence = 0.9) {
  PixelWord w;
  w.text = text;
  w.confidence = confidence;
  w.box = {x1 - 12 * static_cast<int>(w.text.size()), y, x1, y + 20};
  return w;
}

}  // namespace cotejo::ocr
