#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/figures/figure_parts.h"

namespace cotejo::ocr {

// Whether all groups but the last, cut one are of three digits: "1.328.000.0".
[[nodiscard]] bool cut_short(const FigureParts& figure);

// Whether the line under a word holds nothing but so many digits, which a figure that was cut there lacks:
// "1.328.000.0" over "00".
[[nodiscard]] bool has_rest_below(const std::vector<PixelWord>& words, const PixelWord& word, std::size_t digits);

// A text without the marks at its ends that dust is read as: quotes, dashes longer than a minus, bullets.
[[nodiscard]] std::string_view without_quotes(std::string_view text);

// Takes dust off the ends of what is plainly a figure in a column: "4.430.141.465.", ",4.442.050.785", "68,56%.", "0:".
// Also off the rests of cut figures, "7." under "1.320.822.93". Pure.
void strip_ends(std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
