#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// Quarter turns clockwise (0 to 3) that set the text lines of a picture level. It cannot tell up from down: where lines
// are level it says 0, where they run up or down the page it says 1.
[[nodiscard]] int quarter_turns_to_level(const PageImage& page);

// Turns the picture clockwise by quarters.
void turn(PageImage& page, int quarters);

// Sets the picture straight about its centre, keeping its size, and returns the degrees (clockwise) it was turned by;
// 0 when it stands straight or no lines can be seen.
double straighten(PageImage& page);

// Sets the upright rules of a level picture upright, by moving its rows sideways about its middle: paper that went
// through the scanner askew, or was photographed from the side, is no rectangle. Returns the degrees (clockwise, from
// the foot up) that they leaned by; 0 when they stand or none can be seen.
double set_rules_upright(PageImage& page);

}  // namespace cotejo::ocr
