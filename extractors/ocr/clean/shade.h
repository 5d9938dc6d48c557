#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// A filled box behind text, darker than the paper around it.
struct PixelShade {
  PixelBox box;
  int gray = 255;  // its own level, 0 to 255
};

}  // namespace cotejo::ocr
