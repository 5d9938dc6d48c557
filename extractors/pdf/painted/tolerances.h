#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::pdf::tolerances {

// Ticks and crosses that are drawn.
namespace drawn_marks {
// A stroke leans by this much and is no larger than a letter.
inline constexpr base::Points kLeast{1.5}, kLargest{16};
// Ends that meet, as far as a hand or a program sets them.
inline constexpr base::Points kTouch{0.8};
// Of a stroke: crosses part their strokes nearer to the middle than to an end.
inline constexpr double kMiddle = 0.25;
// From the mark's middle to the sides of its cell.
inline constexpr base::Points kCellHeight{60}, kCellWidth{150};
// Strokes of a page; more are a drawing.
inline constexpr std::size_t kMost = 800;
}  // namespace drawn_marks

// What text is painted on.
namespace grounds {
// Levels of a channel: less is not seen.
inline constexpr int kSeen = 8;
// Narrower paint is a rule.
inline constexpr base::Points kNarrowest{2};
// A page of more is a drawing; the cap keeps a hostile page linear.
inline constexpr std::size_t kMost = 20000;
}  // namespace grounds

}  // namespace cotejo::pdf::tolerances
