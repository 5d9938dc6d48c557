#pragma once

#include <string>

namespace cotejo::pdf {

// Whether a font's name says that it is bold: "Arial-BoldMT", "ABCDEF+CMBX12" (bold extended, as TeX names it),
// "FranklinGothic-Demi".
[[nodiscard]] bool bold_font_name(std::string name);

}  // namespace cotejo::pdf
