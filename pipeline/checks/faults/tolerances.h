#pragma once

#include "model/amount.h"
#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks {

// What failed relations tell.
// A difference of this many units is of rounding whatever the other sums of the table do.
inline constexpr model::Micro kAlwaysRounding = 2 * model::kMicro;
// So many figures that all end in zeros show what their column is rounded to.
inline constexpr unit::Count kRoundedFigures = 6;
// So many percentages that were rounded up show that their column is not cut.
inline constexpr unit::Count kShowsRounding = 2;
// Columns of one total row that leave out the same line: no one slips so in every column.
inline constexpr unit::Count kWholeLine = 3;

}  // namespace cotejo::checks
