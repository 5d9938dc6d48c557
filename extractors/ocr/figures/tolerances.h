#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::ocr::tolerances {

// Budget codes.
namespace codes {
// Of digits: fewer are a figure, or an hour.
inline constexpr std::size_t kRuns = 3;
// Sound codes in a column that tell what it holds.
inline constexpr std::size_t kMates = 3;
// Signs of the rest of a code that its column cut.
inline constexpr std::size_t kLongest = 3;
// Times a code's height, twice the way down to what stands under it: the next line and no farther.
inline constexpr int kBelow = 5;
}  // namespace codes

// The ends of figures, and what was cut off them.
namespace figure_ends {
// Of a figure's height: figures that end so near each other stand in one column.
inline constexpr base::Share kFlush{0.6};
// Other figures of a column.
inline constexpr int kMates = 2;
// Times a figure's height, twice the way down to what stands under it: the next line and no farther.
inline constexpr int kBelow = 5;
}  // namespace figure_ends

// Roman numerals at the heads of rows.
namespace numerals {
// Signs of a numeral and what closes it.
inline constexpr std::size_t kLongest = 6;
// Numerals read beyond doubt under each other: two make a list.
inline constexpr std::size_t kMates = 2;
// The last numeral that is of nothing but strokes.
inline constexpr std::size_t kMostStrokes = 3;
// Heights of a word: from a label to what stands left of it in another column, …
inline constexpr int kColumnsAway = 2;
// … and between the beginnings of labels under each other, at most.
inline constexpr int kAligned = 1;
}  // namespace numerals

// Figures among words.
namespace figures {
// Words looked at above and below.
inline constexpr std::size_t kNear = 3;
// Heights of a word between rows of one column: labels have several lines.
inline constexpr double kRowsAway = 8;
// Words of a page; beyond that it is no page of text.
inline constexpr std::size_t kMostWords = 20000;
// Pixels: the height that a word is taken to have at least, where places are compared.
inline constexpr int kLeastHigh = 8;
// Heights of an amount, between it and its currency sign at the other edge of the column.
inline constexpr int kToSign = 8;
// Signs of an amount beside a lone sign, at least.
inline constexpr std::size_t kFewestSigns = 5;
// Signs of a word that may be a digit read as something else, at most: symbols of the engine, bytes.
inline constexpr std::size_t kMostSymbols = 2, kMostBytes = 4;
}  // namespace figures

// Points and commas of figures.
namespace separators {
// Figures that tell a page's style.
inline constexpr int kFewest = 5;
// Times as many as of the other style.
inline constexpr int kClearly = 4;
// Heights of a figure: a word space at most, less than between columns.
inline constexpr double kSpace = 0.75;
// More beside a 1, which does not fill its room.
inline constexpr double kOne = 0.2;
// Figures with decimals that tell of a column that it has such.
inline constexpr int kColumn = 3;
// Pieces that one figure falls into, at most.
inline constexpr std::size_t kMostPieces = 5;
// Digits of the first piece: two groups that a lost point glued.
inline constexpr std::size_t kLongestFirst = 6;
// Figures of a column with the other sign that tell what its sign is.
inline constexpr int kMatesThatTell = 2;
// Of the page's amounts, one in so many has decimals: they are meant.
inline constexpr int kSomeWithDecimals = 4;
}  // namespace separators

}  // namespace cotejo::ocr::tolerances
