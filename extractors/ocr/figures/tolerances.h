#pragma once

#include <cstddef>

namespace cotejo::ocr::tolerances {

// Budget codes.
namespace codes {
// Of digits: fewer are a figure, or an hour.
inline constexpr std::size_t kRuns = 3;
// Sound codes in a column that tell what it holds.
inline constexpr std::size_t kMates = 3;
}  // namespace codes

// Figures among words.
namespace figures {
// Words looked at above and below.
inline constexpr std::size_t kNear = 3;
// Heights of a word between rows of one column: labels have several lines.
inline constexpr double kRowsAway = 8;
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
}  // namespace separators

}  // namespace cotejo::ocr::tolerances
