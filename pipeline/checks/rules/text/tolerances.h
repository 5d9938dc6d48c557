#pragma once

#include "pipeline/checks/arithmetic/units.h"

namespace cotejo::checks::tolerances {

namespace codigo_no_coincide {
// After a code, within which so many figures follow it that they are columns; shorter ones are years, shares, notes.
inline constexpr unit::Bytes kReach = 150;
inline constexpr unit::Count kColumns = 3;
inline constexpr unit::Bytes kShortestFigure = 4;
// Of a code in running text.
inline constexpr unit::Bytes kShortest = 6, kLongest = 41;
}  // namespace codigo_no_coincide

namespace marcador_sin_llenar {
// Digits of a year.
inline constexpr unit::Bytes kYear = 4;
// Before a line to write on: near words tell as much as the whole line does.
inline constexpr unit::Bytes kNear = 200;
// Between brackets: no longer than a line.
inline constexpr unit::Bytes kLongest = 60;
// Of a word: none is as long.
inline constexpr unit::Bytes kLongestWord = 60;
}  // namespace marcador_sin_llenar

}  // namespace cotejo::checks::tolerances
