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
// Figures of a row that count up from one: the numbers of the columns.
inline constexpr unit::Count kNumberedColumns = 3;

// So many units of the last digit, at most, a sum of rounded figures is looked for beside what they add up to.
inline constexpr unit::Count kRoundedUnits = 5;

// When a relation is meant.
// A sum or identity that is missed by more than this, and not by a way that people slip, was not meant.
inline constexpr unit::Share kNear = 0.2;
// A relation that only the numbers suggest must hold in this many rows, with results of this many digits in all, and
// fail in no more than a quarter as many: small counts agree by accident, long figures do not.
inline constexpr unit::Count kRowsOfItsOwn = 3;
inline constexpr unit::Digits kRowSumDigits = 8;
inline constexpr unit::Digits kProductDigits = 12;
// How sure a form of a percentage must be before a row may contradict it: each row that holds tells 2 + printed
// decimals digits, as a percentage agrees by accident once in 10^(2 + decimals); two whole percentages are the least.
inline constexpr unit::Digits kEnoughDigits = 4;
// Shares of a printed total that only their head and their 100 % show miss it by no more points than this.
inline constexpr int kNearShareOfTotal = 1;
// "II", "3", "B": what a label begins with and another label's formula names.
inline constexpr unit::Bytes kLongestMark = 5;

// What failed relations tell.
// A difference of this many units is of rounding whatever the other sums of the table do.
inline constexpr model::Micro kAlwaysRounding = 2 * model::kMicro;
// So many figures that all end in zeros show what their column is rounded to.
inline constexpr unit::Count kRoundedFigures = 6;
// So many percentages that were rounded up show that their column is not cut.
inline constexpr unit::Count kShowsRounding = 2;
// A difference below this is equal to some line by accident too often.
inline constexpr model::Micro kTellingDifference = 10 * model::kMicro;
// Columns of one total row that leave out the same line: no one slips so in every column.
inline constexpr unit::Count kWholeLine = 3;

// How far is searched: rows that are looked at, and columns of a table that is still searched without words to go by.
inline constexpr unit::Rows kRowSumSample = 48;
inline constexpr unit::Rows kProductSample = 48;
inline constexpr unit::Rows kPercentageSample = 64;
inline constexpr unit::Columns kRowSumColumns = 32;
inline constexpr unit::Columns kPercentageColumns = 24;
inline constexpr unit::Columns kProductColumns = 12;
inline constexpr unit::Columns kLongDifferences = 12;
// Rows in which nested sums without codes are looked for: the search is cubic.
inline constexpr unit::Rows kOuterRows = 60;

}  // namespace cotejo::checks
