#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Words that run up or down an upright page: heads of narrow columns. Each stands in a line of its own, with its
// `rotation`. What was read is painted white; what reads neither way is left.
[[nodiscard]] std::vector<PixelWord> read_turned(TextEngine& engine, PageImage& page);

}  // namespace cotejo::ocr
