#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace coded_items {
// Letters and digits of the code before an item: "A1", "PR12".
inline constexpr std::size_t kMostLetters = 2, kMostDigits = 2;
}  // namespace coded_items

namespace head {
// Rows.
inline constexpr int kMostHeadRows = 5;
// Words of one head: longer texts are commitments.
inline constexpr std::ptrdiff_t kMostHeadWords = 9;
// Bytes of one head, not a commitment.
inline constexpr std::size_t kLongestHead = 40;
// Spaces in a head that the first row ran into: it is told by what it begins with.
inline constexpr std::ptrdiff_t kLongHead = 4;
// Columns under one head that says what none of them is.
inline constexpr int kWideGroup = 4;
}  // namespace head

namespace headless {
// Rows: fewer prove nothing.
inline constexpr int kFewestRows = 3;
// Share of a column's cells: what its shape rests on, for want of a head.
inline constexpr double kMost = 0.7;
// Columns: what is to be done, and two that say more of it.
inline constexpr int kFewestColumns = 3;
// Letters of a verb and of the noun of one: shorter words with such an end are something else ("mar", "cion").
inline constexpr std::size_t kShortestVerb = 5, kShortestDeed = 7;
}  // namespace headless

namespace shape {
// Below this share of its filled cells a column is not what its shape suggests.
inline constexpr double kMost = 0.6;
// Words after a figure ("12 (doce) jornadas"): more make a sentence ("1.1 Elaborar y divulgar …").
inline constexpr int kMostUnitWords = 2;
// Bytes: "X", "Sí".
inline constexpr std::size_t kLongestMark = 8;
// Bytes: "1.2.3" and blanks about it.
inline constexpr std::size_t kLongestSerial = 48;
// Digits of each part of "12.3.1": more are years and amounts.
inline constexpr std::size_t kMostSerialDigits = 3;
}  // namespace shape

namespace forms {
// Columns: two pairs of a name and what it is.
inline constexpr int kMostColumns = 4;
// Names that the vocabulary knows: fewer make no form.
inline constexpr std::size_t kFewestNames = 3;
}  // namespace forms

namespace status_marks {
// Columns of states side by side.
inline constexpr std::size_t kFewestStates = 2;
}  // namespace status_marks

}  // namespace cotejo::mapping::tolerances
