#pragma once

#include "extractors/ocr/picture/image.h"
#include "extractors/pdf/document.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::ocr {

// The page as a gray picture of the whole page. Where the page is an image, its own pixels: none made up, none lost;
// else a drawing at the resolution of the finest image on it, 300 dpi where there is none.
[[nodiscard]] model::Result<PageImage> page_image(pdf::Document& document, const model::Page& page);

// The resolution at which page_image() draws a page that is no image.
[[nodiscard]] double drawing_dpi(const model::Page& page);

// Halves very fine pictures and doubles coarse ones, for letters need some 20 pixels of height and gain nothing from
// more than twice that; a picture has at most 36 million pixels (A3 at 400 dpi has 29). One that memory does not hold
// is left without `gray`.
void fit_resolution(PageImage& image);

}  // namespace cotejo::ocr
