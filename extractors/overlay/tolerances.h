#pragma once

#include <cstddef>
#include <cstdint>

#include "base/units.h"

namespace cotejo::overlay::tolerances {

namespace canvas {
// Height of letters, and pixels that they never have fewer of, to be read.
inline constexpr base::Points letter_points{8};
inline constexpr int least_letter_pixels = 11;
// Level of gray (0 to 255) of the palest print under what is drawn.
inline constexpr int darkest = 96;
// How much of what is under a label its ground covers, 0 to 1.
inline constexpr float nearly_covering = 0.85F;
}  // namespace canvas

namespace overlay {
// Confidence (0 to 1): words read with less are drawn as doubtful.
inline constexpr double doubtful = 0.6;
// Between the print and its frame.
inline constexpr base::Points margin{1};
// How much of the print a tint covers, 0 to 1: shades; heads; places of a finding, and the one that it reports.
inline constexpr float over_shades = 0.3F, over_heads = 0.15F, light = 0.15F, strong = 0.25F;
}  // namespace overlay

}  // namespace cotejo::overlay::tolerances
