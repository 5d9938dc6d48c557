#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace column_numbers {
// Bytes: "(12)=(3)+(5)+(7)+(9)+(11)".
inline constexpr std::size_t kLongestFormula = 32;
// Columns that are numbered in a row.
inline constexpr int kFewestNumbers = 3;
}  // namespace column_numbers

namespace columns {
// A table with three stages of the budget is about money even where all its figures are small.
inline constexpr std::size_t kEnoughStages = 3;
// Beside amounts from here on a figure of execution up to the other is no amount, and may be a percentage.
inline constexpr double kMillions = 1'000'000;
inline constexpr double kLargestPercentage = 200;
}  // namespace columns

namespace head {
// Rows.
inline constexpr int kMostHeaderRows = 6;
// Bytes: heads name, cells tell.
inline constexpr std::size_t kLongHead = 60;
}  // namespace head

namespace meaning {
// Letters: shorter ones are the beginning of too many words.
inline constexpr std::size_t kShortestAbbreviation = 3;
// Letters: one in six or seven misread.
inline constexpr std::size_t kLettersPerSlip = 6;
// Bytes: a head, not a sentence.
inline constexpr std::size_t kLongestSimilar = 60;
// Letters: "com" alone may be compromisos, comisiones, compras …
inline constexpr std::size_t kFewestLetters = 4;
// Words: heads are short; sentences are not abbreviations.
inline constexpr std::size_t kMostWords = 6;
}  // namespace meaning

namespace role {
// Bytes: "Cuatrimestre septiembre - diciembre".
inline constexpr std::size_t kLongestPeriod = 40;
}  // namespace role

}  // namespace cotejo::mapping::tolerances
