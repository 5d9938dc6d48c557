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
// Columns of a page: lines whose left edges are within so many points of each other, a few characters.
inline constexpr double kSameEdge = 12;
// The parts are meant as all of the whole when they come within this of it.
inline constexpr unit::Share kNearWhole = 0.02;
// Three answers miss 100 % by more than this, and are a comparison with another time when they come to more than that.
inline constexpr unit::Points kAnswersOff = 1.5, kAnswersMost = 200;
// Pairs of a number and its percentage, and numbers, of one report: it has dozens; the search is their product.
inline constexpr std::size_t kMostPairs = 500, kMostCounts = 5000;
// Lines of a report that tell of an earlier time: it has dozens; the search is their square.
inline constexpr std::size_t kMostDated = 300;
// Between a number and what it is said to be: "que corresponde a" and its like, with spaces and brackets.
inline constexpr unit::Bytes kLongestEquates = 34;
// Between a label and its figure: in one phrase, and in one clause.
inline constexpr unit::Bytes kPhrase = 45, kClause = 80;
// Of a line that names what it counts.
inline constexpr unit::Bytes kLongestLabel = 80;
// Before a figure, within which words say of what time it is, and after it, within which its noun stands.
inline constexpr unit::Bytes kLead = 40, kNounReach = 40;
// No other thing is counted with the same digits, two of them swapped.
inline constexpr double kLongCount = 1000;
// Lines of a total among which an amount of the text is looked for: the search is their square.
inline constexpr unit::Count kLongTable = 200;

}  // namespace cotejo::checks
