#pragma once

#include <vector>

#include "extractors/ocr/ink/check_digits.h"
#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Reads doubtful figures again, each by itself and as nothing but a figure. The surer reading is taken when it is a
// whole figure, the other one stays among the alternatives; a second reading that agrees adds to the confidence. A
// figure whose digits were compared with the page's own is read twice, the second time smoothed, and takes a reading
// only where the shapes leaned to it too; one that was not is compared then. At most as many as keep the cost to a
// fraction of the pass; those of the least confidence first.
void read_doubtful_figures(TextEngine& engine, const PageImage& page, const DigitCheck& digits,
                           std::vector<PixelWord>& words);

// Reads doubtful words again, each by itself: the pass over a page may lose the spaces of a crowded head. What is read
// clearly surer is taken, be it one word or several. As many at most as figures are.
void read_doubtful_words(TextEngine& engine, const PageImage& page, std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
