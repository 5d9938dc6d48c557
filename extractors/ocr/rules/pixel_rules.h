#pragma once

#include "extractors/ocr/picture/image.h"
#include "extractors/ocr/rules/pixel_rule.h"

namespace cotejo::ocr {

// The ruled lines of an evened, straight page: solid ones, faint ones, broken and dotted ones.
[[nodiscard]] PixelRules find_rules(const PageImage& page);

// Paints the rules out, keeping the strokes of letters that cross them.
void take_out(const PageImage& page, const PixelRules& rules);

}  // namespace cotejo::ocr
