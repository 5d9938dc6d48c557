#pragma once

#include "extractors/ocr/image.h"
#include "extractors/pdf/document.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::ocr {

// The resolution that a page is worked on at: that of the finest image that covers much of it, so that no pixel is made
// up and none is lost; 300 dpi where nothing is an image. Coarse scans are enlarged, for letters need some 20 pixels of
// height; a page never has more than 36 million pixels (A3 at 400 dpi has 29 million).
[[nodiscard]] double working_dpi(const model::Page& page);

// The page as it is shown, gray, at working_dpi().
[[nodiscard]] model::Result<PageImage> page_image(pdf::Document& document, const model::Page& page);

}  // namespace cotejo::ocr
