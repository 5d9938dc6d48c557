#pragma once

namespace cotejo::ocr::tolerances {

// Lines cut out to be read by themselves.
namespace read_cells {
// Pixels of a line's ink that the model reads best.
inline constexpr double kLetter = 24;
// Times as large as that: smoothing takes a pixel off each stroke.
inline constexpr double kSmoothed = 1.25;
// Scaled only when off by more than this factor.
inline constexpr double kEnough = 1.4;
}  // namespace read_cells

}  // namespace cotejo::ocr::tolerances
