#pragma once

#include "base/units.h"

namespace cotejo::tables::lines {

using base::Em;

// segments
// Two middles nearer than this many text sizes stand on one line: superscripts rise by a third, single-spaced lines are
// a whole size apart.
inline constexpr Em same_line{0.42};
// From the line of one row to that of the next, in text sizes of the smaller: type needs as much.
inline constexpr Em lowest_row{0.8};
// Wider than the space of any font, in text sizes.
inline constexpr Em figure_gap{0.42};

}  // namespace cotejo::tables::lines
