#pragma once

#include <vector>

#include "extractors/ocr/picture/image.h"
#include "extractors/ocr/rules/pixel_rule.h"

namespace cotejo::ocr {

// Follows rules of one direction on from their ends, along their ink, however it is worn and leans by a pixel here and
// there: the piece that leads to another rule, of either direction, belongs to the rule too. `ink` is the page's
// without what is thick both ways; `own` and `crossing` are the pixels of the rules found along and across. Gives the
// pieces, and paints them into `own`. `point` is pixels.
[[nodiscard]] std::vector<PixelRule> follow_ends(const std::vector<PixelRule>& rules, const Image& ink,
                                                 const Image& own, const Image& crossing, double point);

}  // namespace cotejo::ocr
