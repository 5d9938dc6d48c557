#pragma once

#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks {

// When a relation is meant.
// A sum or identity that is missed by more than this, and not by a way that people slip, was not meant.
inline constexpr unit::Share kNear = 0.2;
// A relation that only the numbers suggest must hold in this many rows, with results of this many digits in all, and
// fail in no more than a quarter as many: small counts agree by accident, long figures do not.
inline constexpr unit::Count kRowsOfItsOwn = 3;
// Rows whose states, two at least, make their count, and so show that the states exclude each other.
inline constexpr unit::Count kRowsOfStates = 2;
inline constexpr unit::Digits kRowSumDigits = 8;
inline constexpr unit::Digits kProductDigits = 12;
// The least figure of a heading that is the sum of the lines below it by no accident.
inline constexpr double kLargeSum = 1000;
// Of the rows that a form misses, this share is off by what a column that it leaves out prints.
inline constexpr unit::Share kNearlyAll = 0.9;
// How sure a form of a percentage must be before a row may contradict it: each row that holds tells 2 + printed
// decimals digits, as a percentage agrees by accident once in 10^(2 + decimals); two whole percentages are the least.
inline constexpr unit::Digits kEnoughDigits = 4;
// Shares of a printed total that only their head and their 100 % show miss it by no more points than this.
inline constexpr int kNearShareOfTotal = 1;
// "II", "3", "B": what a label begins with and another label's formula names.
inline constexpr unit::Bytes kLongestMark = 5;

// How far is searched: rows that are looked at, and columns of a table that is still searched without words to go by.
inline constexpr unit::Rows kRowSumSample = 48;
inline constexpr unit::Rows kProductSample = 48;
inline constexpr unit::Rows kPercentageSample = 64;
inline constexpr unit::Columns kRowSumColumns = 32;
inline constexpr unit::Columns kPercentageColumns = 24;
inline constexpr unit::Columns kProductColumns = 12;
inline constexpr unit::Columns kLongDifferences = 12;
// Rows in which headings that sum the lines below them are looked for where nothing but their figures tells of them.
inline constexpr unit::Rows kOuterRows = 200;
// Lines right above a total that are looked at one after another.
inline constexpr unit::Rows kRunRows = 60;

}  // namespace cotejo::checks
