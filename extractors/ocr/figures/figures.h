#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Whether a text is a figure as printed: digits with the signs of figures, a currency sign alone, a lone dash.
[[nodiscard]] bool is_figure(std::string_view text);

// A text with the letters that the engine takes digits for put back (o 0, l 1, S 5, B 8, Z 2 …), empty when that makes
// no figure of it.
[[nodiscard]] std::string as_figure(std::string_view text);

// The doubtful words of a sign or two that are no figure, where most words above and below them in their column are:
// indices, ascending.
[[nodiscard]] std::vector<std::size_t> strangers_among_figures(const std::vector<PixelWord>& words);

// Settles words that stand among figures (most words above and below them in their column are) and are one confusion
// away from being one: "o", "so", "l2". What was read first stays among the alternatives. Outside of columns of figures
// nothing is touched but roman numerals read as "ll". Pure.
void settle_figures(std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
