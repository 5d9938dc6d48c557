#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Wipes what a coloured pen or a stamp's frame drew across the page, and leaves coloured print: marks of coloured ink
// that are larger than letters, neither filled nor made of level and upright lines. The black print that they cross
// stays; where they ran, page.coloured still tells. To be done before anything is found on the page.
void wipe_pens(PageImage& page);

}  // namespace cotejo::ocr
