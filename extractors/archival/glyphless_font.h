#pragma once

#include <string_view>

namespace cotejo::archival {

// A TrueType font of one glyph that draws nothing and is half as wide as it is high; Tesseract's, taken in by the
// build.
[[nodiscard]] std::string_view glyphless_font();

}  // namespace cotejo::archival
