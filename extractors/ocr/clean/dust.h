#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Takes out single dark pixels that stand alone among light ones (dust, a fax line's noise): the smallest full stop of
// a legible scan is two pixels wide. To be done first, before anything spreads them.
void despeckle(PageImage& page);

}  // namespace cotejo::ocr
