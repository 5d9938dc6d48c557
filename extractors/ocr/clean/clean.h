#pragma once

#include <vector>

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// A filled box behind text, darker than the paper around it.
struct PixelShade {
  PixelBox box;
  int gray = 255;  // its own level, 0 to 255
};

// Takes out single dark pixels that stand alone among light ones (dust, a fax line's noise): the smallest full stop of
// a legible scan is two pixels wide. To be done first, before anything spreads them.
void despeckle(PageImage& page);

// Quarter turns clockwise (0 to 3) that set the text lines of a picture level. It cannot tell up from down: where lines
// are level it says 0, where they run up or down the page it says 1.
[[nodiscard]] int quarter_turns_to_level(const PageImage& page);

// Turns the picture clockwise by quarters.
void turn(PageImage& page, int quarters);

// Sets the picture straight about its centre, keeping its size, and returns the degrees (clockwise) it was turned by;
// 0 when it stands straight or no lines can be seen.
double straighten(PageImage& page);

// Makes the paper white and of one level, whatever shadow lies on it: shades are lifted to white and returned, dark
// boxes with light letters are inverted, black borders of the scan and punch holes are wiped.
std::vector<PixelShade> even_light(PageImage& page);

}  // namespace cotejo::ocr
