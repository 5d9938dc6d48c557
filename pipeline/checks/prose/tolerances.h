#pragma once

#include <cstddef>
#include <cstdint>

#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks {

// So many pairs, and this share of those of one noun, must keep to one number of all before the others are measured.
inline constexpr unit::Count kLeastPairs = 4;
inline constexpr unit::Share kMostly = 2.0 / 3;
// A pair is of the same whole when the whole that it would ask for is within this factor of it.
inline constexpr unit::Share kSameWhole = 2;

// A count in prose that is farther than this from a total, and no slip away from it, counts something else.
inline constexpr unit::Share kNearTotal = 0.2;
// Digits of different figures, two at least, that the row beside their own prints: by no accident.
inline constexpr std::size_t kShiftedDigits = 4;
// Digits of percentages that are shares of another total than their own: by no accident.
inline constexpr int kStaleShareDigits = 3;
// Amounts from here on, in pesos, agree or nearly agree with a table's figure for a reason, not by accident.
inline constexpr std::int64_t kLongAmount = 1'000'000;

// Two answers miss the number of those asked by no more than this, or they are not its two parts.
inline constexpr unit::Share kTwoParts = 0.1;
// A share that misses by more than this is a share of something else, unless a sister form shows the formula.
inline constexpr unit::Points kNearShare = 10;

// Between a number of things and the percentage that it is said to be.
inline constexpr unit::Bytes kLongestEquation = 70;
// Behind the last answer of a question stands that it does not apply.
inline constexpr unit::Bytes kClosingReach = 60;
// Lines of a total among which an amount of the text is looked for: the search is their square.
inline constexpr unit::Count kLongTable = 200;

}  // namespace cotejo::checks
