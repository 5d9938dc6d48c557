#pragma once

#include <vector>

#include "extractors/ocr/clean/shade.h"
#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Turns a negative, light letters on dark ground all over, into a positive; returns whether it was one. To be done
// before anything else.
bool invert_negative(PageImage& page);

// Makes the paper white and of one level, whatever shadow lies on it: shades are lifted to white and returned, dark
// boxes with light letters are inverted, black borders of the scan and punch holes are wiped.
std::vector<PixelShade> even_light(PageImage& page);

}  // namespace cotejo::ocr
