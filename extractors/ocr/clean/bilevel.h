#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Smooths a scan of black and white alone, whose letters have the threshold's noise along their edges: each place
// becomes what most of it and its eight neighbours are. Rules stay, however thin they are. A page whose strokes are
// too thin for that stays as it is, and so does a gray one.
void smooth_bilevel(PageImage& page);

}  // namespace cotejo::ocr
