#pragma once

#include <vector>

#include "model/page.h"

namespace cotejo::ocr {

// Words of the text layer that are garbled take the reading of the pixels at their place, where there is just one and
// it is sure; the layer's own text is kept among the alternatives. Pure; returns how many took it.
int mend_garbled(model::Page& text_layer, const model::Page& from_pixels);

// Whether the words of the layer are printed in the picture too (`ink_under` is the share of ink in each visible word's
// box, 0 to 1): then the layer is an old reading of the picture, and not text set over it.
[[nodiscard]] bool printed_in_picture(const std::vector<double>& ink_under);

}  // namespace cotejo::ocr
