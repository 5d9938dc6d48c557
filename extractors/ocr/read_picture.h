#pragma once

#include <vector>

#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/picture/image.h"
#include "extractors/ocr/rules/pixel_rule.h"
#include "model/page.h"

namespace cotejo::ocr {

// What there is to know of an even picture besides its words.
struct Known {
  PixelRules rules;
  std::vector<PixelShade> shades;
};

// Reads a picture of a whole page and puts what it shows on the page, instead of what was there. Sets it upright and
// straight first: page.skew tells by how much; the words of a page that lies on its side say which way they read
// (Word::rotation), as those of a table set sideways on a digital page do.
// `known`: what was found in it already, its light made even.
void read_picture(TextEngine& engine, PageImage image, model::Page& page, const Known* known = nullptr);

}  // namespace cotejo::ocr
