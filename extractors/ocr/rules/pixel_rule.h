#pragma once

#include <vector>

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// A straight stroke. Its ends are pixel places; a leaning one is taken at the middle of its lean.
struct PixelRule {
  bool horizontal = true;
  double from = 0;  // along the stroke: x of a horizontal, y of a vertical one
  double to = 0;
  double at = 0;         // across it: the middle of the stroke
  double thickness = 0;  // pixels
};

struct PixelRules {
  std::vector<PixelRule> rules;  // horizontal ones by place from the top, then vertical ones from the left
  Image mask;                    // their pixels
};

}  // namespace cotejo::ocr
