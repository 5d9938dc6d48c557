#include "extractors/ocr/clean/shade.h"

#include <cmath>

#include "base/angles.h"

namespace cotejo::ocr {

void turn(std::vector<PixelShade>& shades, double degrees, const Image& picture) {
  const double lean = std::tan(degrees * base::degree);
  for (PixelShade& shade : shades) {
    PixelBox& box = shade.box;
    const double x = (box.x0 + box.x1) / 2.0 - width(picture) / 2.0,
                 y = (box.y0 + box.y1) / 2.0 - height(picture) / 2.0;
    const int right = static_cast<int>(std::lround(-y * lean)), down = static_cast<int>(std::lround(x * lean));
    box = {box.x0 + right, box.y0 + down, box.x1 + right, box.y1 + down};
  }
}

}  // namespace cotejo::ocr
