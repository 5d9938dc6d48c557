#pragma once

#include <vector>

#include "extractors/ocr/ink/check_digits.h"
#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Reads again what a stamp or a signature runs over: words of doubt, figures with colour in them or marks that are no
// digits, and ink that no word covers, from pictures of their place without the long strokes of a pen, and without
// coloured ink where there is some. What reads clearly better is taken, with what was read first among its
// alternatives; it stays doubtful unless its digits are sure by their shapes. A figure that merely reads otherwise so
// becomes doubtful. No more than another try: print may be coloured too, and what has no other ink keeps its reading.
// `page` is evened and without rules; `text_height` is the usual height of the ink of words, pixels.
void read_crossed(TextEngine& engine, const PageImage& page, const DigitCheck& digits, int text_height,
                  std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
