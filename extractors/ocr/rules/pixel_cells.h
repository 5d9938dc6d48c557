#pragma once

#include <vector>

#include "extractors/ocr/picture/image.h"
#include "extractors/ocr/rules/pixel_rule.h"

namespace cotejo::ocr {

// The boxes that rules close on all four sides, by place from the top, without the rules themselves. A box that is not
// filled by one area (an L, a frame around other boxes) or that takes over half of the page is none.
[[nodiscard]] std::vector<PixelBox> closed_cells(const PageImage& page, const PixelRules& rules);

// The lines of text in a box, from the top; each with the room that it has between its neighbours, at most half its
// height above and below. Specks are no line. A picture, or lines that run into one another, come as one tall line.
struct PixelLine {
  PixelBox ink;   // of its letters
  PixelBox room;  // to cut it out by
};
[[nodiscard]] std::vector<PixelLine> lines_in(const Image& ink, PixelBox box, double dpi);

}  // namespace cotejo::ocr
