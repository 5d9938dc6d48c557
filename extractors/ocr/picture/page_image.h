#pragma once

#include "extractors/ocr/picture/image.h"
#include "extractors/pdf/document.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::ocr {

// The page as a gray picture of the whole page. Where the page is an image, its own pixels: none made up, none lost;
// else a drawing at the resolution of the finest image on it, 300 dpi where there is none. Very fine ones are halved
// and coarse ones doubled, for letters need some 20 pixels of height and gain nothing from more than twice that; a
// picture has at most 36 million pixels (A3 at 400 dpi has 29).
[[nodiscard]] model::Result<PageImage> page_image(pdf::Document& document, const model::Page& page);

// The resolution at which page_image() draws a page that is no image.
[[nodiscard]] double drawing_dpi(const model::Page& page);

}  // namespace cotejo::ocr
