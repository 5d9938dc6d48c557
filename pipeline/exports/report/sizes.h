#pragma once

// Sizes of what the report draws, in units of the drawing; the page decides how wide a unit is.
namespace cotejo::exports::sizes {

// The drawing, and what is around the plot in it.
inline constexpr double kWidth = 640, kHeight = 190, kLeft = 64, kRight = 10, kTop = 26, kFoot = 24;
// Of the highest bar: the plot reaches a little higher.
inline constexpr double kOverMost = 1.05;
// A bar, of the room of its group, and of the place of a bar, so that white parts them.
inline constexpr double kWidestBar = 34, kOfRoom = 0.8, kOfBar = 0.92;
// The key: its square with the white around it, and a letter on the average.
inline constexpr double kKey = 26, kLetter = 5.4;

}  // namespace cotejo::exports::sizes
