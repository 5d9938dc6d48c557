#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::cells {

using base::Em;
using base::Share;

// cell_text
// Lines of one paragraph stand at most this many text sizes apart, top to top; what is farther begins a new one when
// the cell's own lines stand closer.
inline constexpr Em extra_leading{1.3};
// In text sizes, top to top: a blank line stands between.
inline constexpr Em blank_line{2.2};

// header_rows
// Rows of a head: a longer run of bold or shaded rows is the table's own style, of plain ones the table's rows.
inline constexpr int most_styled = 6;
inline constexpr std::size_t most_plain = 4;
// Rows that a cell which begins in the head may reach down.
inline constexpr int farthest_reach = 4;

// part_at_heads
// Names of a head, which are no figures, that stand again in a row below.
inline constexpr int least_names = 3;

// part_cells
// Of a cell that a shade lies under: across and down.
inline constexpr Share under_cell{0.5};
// A figure, its sign of money, a mark of a note; words are not told by sums.
inline constexpr std::size_t few_words = 3;

// part_sheet
// Rows with values under the names of their columns make a table of their own from so many on.
inline constexpr int rows_under_own_head = 2;

}  // namespace cotejo::tables::cells
