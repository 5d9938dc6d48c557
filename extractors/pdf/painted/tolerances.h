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

namespace dotted_lines {
// Dots whose middles differ by less stand on one line.
inline constexpr base::Points one_line{0.4};
// So many dots make a line, and the white between two is no wider than so many times their own length.
inline constexpr std::size_t least_dots = 5;
inline constexpr double widest_white = 3;
}  // namespace dotted_lines

namespace painted_lines {
// A point tells baselines apart; a page of any height is held in so many lines.
inline constexpr base::Points finest{1};
inline constexpr double most_lines = 2000;
}  // namespace painted_lines

namespace path_collector {
// Office programs draw borders up to 4.5 pt thick but hardly above 3; a shaded row is higher than any of them.
inline constexpr base::Points thickest_rule{4};
// A filled box is a rule when it is this much longer than thick; shorter ones are dots, squares and corner pieces.
inline constexpr double rule_aspect = 3;
// Rounding of coordinates makes straight lines lean by less.
inline constexpr base::Points lean{0.3};
// A line drawn by hand through a long table may lean by so much of its length, and no more than this.
inline constexpr base::Share long_lean{0.01};
inline constexpr base::Points most_lean{1};
// Each channel of a white that a reader takes for paper.
inline constexpr int near_white = 0xFA;
// Of its box that a filled shape covers: an L or a cross is not a box of its size.
inline constexpr base::Share whole_box{0.9};
}  // namespace path_collector

}  // namespace cotejo::pdf::tolerances
