#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::lines {

using base::Em;
using base::Points;
using base::Share;

// Of every room of tables.
// Letters of one paragraph or caption are set in one size: relative difference that is rounding.
inline constexpr Share set_alike{0.06};
// The space between two words.
inline constexpr Em word_space{0.25};
// A page of more shades is a drawing of its own kind.
inline constexpr std::size_t most_shades = 3000;

// cut_value
// Digits of what its column cut off a figure, and of what is left above.
inline constexpr std::size_t longest_rest = 4, shortest_cut = 6;
// Digits of a code without dots that fills its column: years and counts are shorter.
inline constexpr std::size_t shortest_number = 8;

// segments
// Fonts' boxes are this many times their size high.
inline constexpr double font_box = 1.2;
// Bytes of dots that lead to the next column by themselves: an ellipsis has three.
inline constexpr std::size_t fewest_dots = 4;
// A dot is about a quarter of the size wide; so much of the box is left to the letters before the dots, at least of so
// many.
inline constexpr double dot_width = 0.25;
inline constexpr double letters_left = 0.25, letters_counted = 4;
// Sizes on one line that are the line's own: relative, and points.
inline constexpr Share own_size{0.1};
inline constexpr Points own_size_off{0.25};
// The least size, and the least width by which a piece weighs.
inline constexpr Points least_size{0.5}, least_width{0.1};
// So many gaps show that figures are groups of thousands a space apart, when so many times fewer speak against it.
inline constexpr int fewest_groups = 3, times_others = 9;
// Heights that a piece may stand on: sorted by y, only the last few are near enough.
inline constexpr std::size_t heights_back = 4;
// Two middles nearer than this many text sizes stand on one line: superscripts rise by a third, single-spaced lines are
// a whole size apart.
inline constexpr Em same_line{0.42};
// From the line of one row to that of the next, in text sizes of the smaller: type needs as much.
inline constexpr Em lowest_row{0.8};
// Wider than the space of any font, in text sizes.
inline constexpr Em figure_gap{0.42};

// turned_names
// So many names stand side by side, no higher than this, in text sizes: a line of the head reaches no farther. So many
// of them stand over figures.
inline constexpr std::size_t least_turned = 3;
inline constexpr std::ptrdiff_t least_over_values = 2;
inline constexpr Em highest_names{4};
// White between the lines of one name, in text sizes: between two names it is wider.
inline constexpr Em one_name{0.15};
// Half the width that a name is given; upright names of so many letters take more than the whole.
inline constexpr std::size_t shortest_laid = 3;
inline constexpr Em narrowest_upright{0.85};
inline constexpr Em half_stroke{0.4};
// Of lines of running text that stand beside others, so many begin in the middle of a sentence: where each begins one,
// they are the labels of rows.
inline constexpr Share goes_on{0.25};

}  // namespace cotejo::tables::lines
