#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::ruled {

using base::Em;
using base::Points;
using base::Share;

// edges
// Points between the lines of pieces that are one rule: rounding, and both halves of a border drawn for each cell.
inline constexpr Points same_line{0.75};

// grid
// A side counts as drawn when this much of it is: broken and dashed rules are, a short stroke beside a cell is not.
inline constexpr Share drawn_part{0.6};
// An upright edge ends between two level lines when it ends farther from both than this, in widths of a double rule.
inline constexpr Share implied_off{3};
// More squares than any page of text could fill are a hatching; its lattice would only cost memory.
inline constexpr std::size_t most_squares = 200000;

// ruled
// Points: how far an edge may end short of the edge that it meets. A table inside a cell keeps farther away.
inline constexpr Points touch{1.0};

// overflow
// Words of one line: their feet, and the space between two.
inline constexpr Em same_baseline{0.1}, touching_words{0.05}, widest_space{0.6};
// A word is printed over another where they share so much.
inline constexpr Em printed_width{0.3};
inline constexpr Share printed_height{0.5};

}  // namespace cotejo::tables::ruled
