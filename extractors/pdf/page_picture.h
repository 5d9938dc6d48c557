#pragma once

#include <optional>

#include "extractors/pdf/raster.h"

class PDFDoc;

namespace cotejo::pdf {

// The page as its images show it, pixel for pixel: nothing when it shows anything besides images (visible text,
// strokes, fills that are not white), when an image stands askew, or when no image covers half of it. With
// `images_only` all but the images is left away, and one that covers a twentieth will do. Images over one another (a
// scan's paper below, its letters above as a mask) are painted as the page paints them, on the grid of the finest. The
// raster covers the whole page; where the pixels are not square, its dpi is that along the width.
[[nodiscard]] std::optional<Raster> read_page_picture(PDFDoc& document, int number, double width, double height,
                                                      bool images_only = false);

}  // namespace cotejo::pdf
