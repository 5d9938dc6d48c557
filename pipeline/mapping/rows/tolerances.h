#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace link {
// Points of indentation that make a level: less is the unevenness of glyphs' side bearings.
inline constexpr double kIndentStep = 2.0;
// Levels of indentation: more are the unevenness of a centred column.
inline constexpr std::size_t kMostLevels = 6;
}  // namespace link

namespace rows {
// Digits: a shorter number before words is a running one.
inline constexpr std::size_t kShortestBareCode = 6;
// Bytes of dots behind a name that lead to its figure; an ellipsis has three.
inline constexpr std::size_t kFewestBytes = 4;
// Rows with a short code: fewer are names that begin with a number.
inline constexpr int kFewestShortCodes = 3;
// Digits of a short code.
inline constexpr std::size_t kShortestShortCode = 2;
inline constexpr std::size_t kLongestShortCode = 5;
// Items: codes beyond do not count the lines of a list.
inline constexpr int kLongestList = 99;
}  // namespace rows

namespace sums {
// Rows: the search is quadratic at worst.
inline constexpr std::size_t kMostRows = 2000;
}  // namespace sums

}  // namespace cotejo::mapping::tolerances
