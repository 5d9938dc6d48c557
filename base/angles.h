#pragma once

#include <numbers>

namespace cotejo::base {

// Half a turn, radians.
inline constexpr double pi = std::numbers::pi;
// A degree in radians, and a radian in degrees.
inline constexpr double degree = pi / 180;
inline constexpr double radian = 180 / pi;

}  // namespace cotejo::base
