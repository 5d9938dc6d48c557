#pragma once

#include <vector>

#include "extractors/ocr/clean/shade.h"
#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Makes dark letters on white of what is filled darker than `level` and has light letters: heads of tables, titles in a
// bar. A box may lean as the page does; its shade is told as it would stand straight. Boxes at the picture's edge are
// the scan's border, and are left.
std::vector<PixelShade> invert_dark_boxes(PageImage& page, int level);

}  // namespace cotejo::ocr
