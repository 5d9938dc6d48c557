#pragma once

#include <vector>

#include "extractors/ocr/picture/image.h"
#include "extractors/ocr/rules/pixel_rule.h"

namespace cotejo::ocr {

// Joins the pieces of upright rules that a worn print shows only here and there: pieces in one line whose ends in the
// gap stand free, no level rule stopping them, and that show more of the line than the gap hides. Traces of the line
// must show in the gap, and no text may run over it: that would say that cells are merged there. `ink` is the page's; `point` is pixels. What
// is left of the line in a gap is painted into `mask`.
[[nodiscard]] std::vector<PixelRule> join_interrupted(std::vector<PixelRule> upright,
                                                      const std::vector<PixelRule>& level, const Image& ink,
                                                      double point, const Image& mask);

}  // namespace cotejo::ocr
