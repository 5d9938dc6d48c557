#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Puts back the dashes that stand alone between two words of a line and that the pass dropped, as small or faint ones
// are: «1110103000 - 26» without its dash is another code. A dash is a bar as short as a letter, half way up the words,
// and all the ink that there is between them. So do low lines between the digits of a code, «998029499_5101», which are
// one word. `words`: those of one line together, from the left.
void add_dashes(const Image& ink, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
