#pragma once

#include <cstddef>

#include "base/units.h"
#include "extractors/tables/lines/tolerances.h"

// Lengths are in the page's text sizes (Em) unless they say points.
namespace cotejo::tables::heads {

using base::Em;
using base::Points;
using base::Share;

// Names stand so near above the table that they are of.
inline constexpr Em open_reach{2};
// Text may reach over a column's border by this many text sizes.
inline constexpr Em over_border{0.3};

// shaded_heads
// Points: a shade ends in the middle of the rule, or at either side of it.
inline constexpr Points shade_slack{3};
// Parts of the table's width that the band leaves bare at most.
inline constexpr Share bare{0.03};
// In text sizes: higher bands are backgrounds.
inline constexpr Em highest_band{5};
using lines::most_shades;

// free_groups
// Columns of labels before those that a name stands over.
inline constexpr std::size_t most_label_columns = 4;
// A name stands off the middle of its columns by no more than this part of their width.
inline constexpr Share off_middle{0.25};

// turned_heads
// Names that are turned on end reach no farther up.
inline constexpr Em highest_turned{20};
// Rows that the lattice leaves out below the head, as the name of a section over the first shaded row.
inline constexpr std::size_t most_between = 2;
// Lower than any page: where no name of a column is turned.
inline constexpr Points base_of_page{1e9};
// So many of the columns have a name.
inline constexpr Share mostly_named{0.6};

// rows_between_rules
// Rows of a head, and the name of a section below it.
inline constexpr int most_rows_above = 4;
// A row is no higher, in text sizes; and the two lines of a double rule stand no farther apart, points.
inline constexpr Em highest_row{6};
inline constexpr Points between_rules{5};

}  // namespace cotejo::tables::heads
