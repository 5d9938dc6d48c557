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
// Between dashes, and between cells' own borders, in text sizes, with bounds in points for very small and very large
// type.
inline constexpr Em join{0.3};
inline constexpr Points least_join{2}, most_join{4};
// Between the lines of a double rule, likewise.
inline constexpr Em snap{0.25};
inline constexpr Points least_snap{1}, most_snap{2.5};
// One lattice stands inside another's box within this.
inline constexpr Points inside{0.1};
// What was merged may reach others: passes until nothing changes, a few at most.
inline constexpr int most_passes = 8;
// A page of thousands of separate boxes is a drawing; merging looks at every pair.
inline constexpr std::size_t most_groups = 2000;
// A row or column thinner than text is a gap between rules.
inline constexpr Em thinner_than_text{0.6};

// gutters
// Both sides of a double rule share so many of their borders of rows: the head of one may have names over two rows.
inline constexpr Share shared_borders{0.75};

// overflow
// Words of one line: their feet, and the space between two.
inline constexpr Em same_baseline{0.1}, touching_words{0.05}, widest_space{0.6};
// A word is printed over another where they share so much.
inline constexpr Em printed_width{0.3};
inline constexpr Share printed_height{0.5};

}  // namespace cotejo::tables::ruled
