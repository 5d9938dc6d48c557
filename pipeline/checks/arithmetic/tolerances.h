#pragma once

#include "model/amount.h"
#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks {

// What a column is for.
// At least this share of a column's written body cells are figures before a column without a role is summed.
inline constexpr unit::Share kMostlyFigures = 0.7;
// What follows a figure and is a mark of a note ("(1)", "*") and no words.
inline constexpr unit::Bytes kNoteMark = 3;

// Numbers that count up from one are an ordinal; where there are so many, one may be missing.
inline constexpr int kLongOrdinal = 5;
// So many codes that stand before the names of rows, of different lines, are the rows' codes.
inline constexpr int kLeadingCodes = 4;
// Letters of a word that may be "total" or "totales" with one slip, and how like it is.
inline constexpr unit::Bytes kShortestTotal = 4, kLongestTotal = 8;
inline constexpr unit::Share kLikeTotal = 0.8, kLikeTotals = 0.85;
// Figures that may be years.
inline constexpr int kFirstYear = 1950, kLastYear = 2060;
// Figures of a row that count up from one: the numbers of the columns.
inline constexpr unit::Count kNumberedColumns = 3;

// How people slip.
// So many units of the last digit, at most, a sum of rounded figures is looked for beside what they add up to.
inline constexpr unit::Count kRoundedUnits = 5;
// A difference below this is equal to some line by accident too often.
inline constexpr model::Micro kTellingDifference = 10 * model::kMicro;

// Two columns are off by as much within this part of it: what rounding adds.
inline constexpr unit::Share kOneCause = 0.001;

}  // namespace cotejo::checks
