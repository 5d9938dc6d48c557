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
// What speaks against a place that would mend a relation, beside the confidence of its reading: people slip more in
// what they compute than in what they copy, and few slips have no name.
inline constexpr double kCopied = 0.5, kNoSlip = 0.25;
// One in so many of what a figure should be: off by more is a misreading and no slip of the pen.
inline constexpr int kFarOff = 5;
// Digits of a figure that a misreading took apart: shorter ones are too often right by accident.
inline constexpr std::size_t kLongFigure = 4;
// Runs of digits of a figure whose last group lacks its end: of two, the second may be decimals.
inline constexpr std::size_t kRunsOfCutFigure = 3;
// So many columns of a total that are all off by what a line of them would print: no one slips so.
inline constexpr std::size_t kColumnsOfALine = 3;

}  // namespace cotejo::checks
