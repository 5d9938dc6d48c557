#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace budget_code {
// Bytes of a code.
inline constexpr std::size_t kLongest = 60;
// Capitals of a group in it: more are a word.
inline constexpr std::size_t kMostLetters = 3;
// Bytes of a code whose parts a dash or a low line parts: shorter ones are a range or a pair.
inline constexpr std::size_t kShortestParted = 5;
// Digits of a project in the national bank of projects.
inline constexpr std::size_t kShortestProject = 13, kLongestProject = 15;
}  // namespace budget_code

namespace code_tree {
// Digits of accounts of the public catalogue: "1105" is under "1100".
inline constexpr std::size_t kShortestAccount = 4;
}  // namespace code_tree

namespace sheet {
// Bytes: "$ 84.120.055.689.377,00 millones de pesos" and its like.
inline constexpr std::size_t kLongestFigure = 48;
// Bytes: a cell that is a date and nothing else.
inline constexpr std::size_t kLongestDate = 40;
// Digits alone, too many for a figure without separators.
inline constexpr std::size_t kFewestDigits = 10;
// Spaces between groups of three digits: so many are surely those of one figure.
inline constexpr int kSurely = 3;
// So many cells of such groups show that another column of the table is printed like the ones that are sure.
inline constexpr int kAlike = 2;
// Places for each cell: a table with more is no table, and would fill the memory.
inline constexpr std::size_t kSparsest = 1000;
}  // namespace sheet

namespace unit_note {
// Bytes: a note on units, not a paragraph.
inline constexpr std::size_t kLongestNote = 120;
}  // namespace unit_note

namespace cut_figures {
// Bytes: longer than any end of a figure.
inline constexpr std::size_t kMostPiece = 12;
// Rows below, where the rest of it may stand: its own label may lie between.
inline constexpr int kRowsBelow = 2;
// So many figures of one column that break off over their end are no figures of two lines each.
inline constexpr int kCutOften = 3;
}  // namespace cut_figures

}  // namespace cotejo::mapping::tolerances
