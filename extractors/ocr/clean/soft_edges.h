#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Gives letters back the soft edges that a mask made solid. Office programs paste a range of cells as a picture whose
// mask is all or nothing: wherever a glyph's blurred edge lies at all, the picture shows ink, letters swell until they
// touch, and only levels just over black still tell how much of each pixel was ink. Those are spread over all levels.
// Returns whether the picture has such letters; one that has none is left as it is.
bool soften_edges(PageImage& page);

// Takes those edges away: what is left are rules, and the middles of strokes, which no longer touch.
bool drop_edges(PageImage& page);

}  // namespace cotejo::ocr
