#pragma once

#include <vector>

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// A filled box behind text, darker than the paper around it.
struct PixelShade {
  PixelBox box;
  int gray = 255;      // its own level, 0 to 255
  bool exact = false;  // its edges are told to the pixel, not to a tile of the map of light
};

// Moves the shades of a picture along when it is turned about its centre, by degrees clockwise.
void turn(std::vector<PixelShade>& shades, double degrees, const Image& picture);

}  // namespace cotejo::ocr
