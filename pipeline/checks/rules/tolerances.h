#pragma once

#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks {

// Between an amount in words and the figure stand at most brackets, a sign of money and words of money.
inline constexpr unit::Bytes kLongestJoint = 40;

// Words after a code in prose must be this like the table's description before the code is held to be the same one:
// neighbouring codes of a chart differ by one digit too.
inline constexpr unit::Share kSameWords = 0.72;

// Totals of PQRS in two tables that are farther apart count different sets (with or without congratulations …).
inline constexpr unit::Share kSameSet = 0.1;
// Tables speak of the same lines when so many of the codes that they share carry the same figures.
inline constexpr unit::Count kSharedCodes = 3;
// Two reports that share so many figures and differ in most of them tell of other things, or of other cut-offs that
// they do not print: one note says so, with the first difference as its evidence.
inline constexpr std::size_t kManyFigures = 6;

}  // namespace cotejo::checks
