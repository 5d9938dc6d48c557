#pragma once

#include <vector>

#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/rules/pixel_rule.h"
#include "model/page.h"

namespace cotejo::ocr {

// Puts what was seen in the pixels on the page, instead of what was there: words, rules and shades in points, origin
// and confidence. `image` is the picture of the whole page that they were seen in. A word that a vertical rule cuts
// becomes two. Pure.
void put_on_page(model::Page& page, const PageImage& image, const std::vector<PixelWord>& words,
                 const PixelRules& rules, const std::vector<PixelShade>& shades);

}  // namespace cotejo::ocr
