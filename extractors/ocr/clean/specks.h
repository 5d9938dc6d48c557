#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Wipes dust: marks as small as a full stop that stand by themselves, with no letter beside them. Rows of dots
// (leaders) stay. To be done on evened light; `page.dpi` tells how small a mark is.
void wipe_specks(PageImage& page);

}  // namespace cotejo::ocr
