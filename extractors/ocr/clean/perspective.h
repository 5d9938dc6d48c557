#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Sets a sheet that was photographed at an angle, with something darker all around it, flat: its four corners become
// those of an upright rectangle, and what is around it white. Returns the degrees (clockwise) that it was turned by on
// the way; 0 where there is no such sheet. Places on the page follow the turn alone, to a few points.
double flatten(PageImage& page);

}  // namespace cotejo::ocr
