#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace counts {
// A report's counts of petitions stay far below this; what is above is money or a code.
inline constexpr std::int64_t kMostPetitions = 1'000'000'000;
}  // namespace counts

namespace lines {
// Words of a type, channel or dependency: longer labels are sentences.
inline constexpr std::ptrdiff_t kMostNameWords = 12;
}  // namespace lines

namespace pqrs {
// Pages, cover and letter: where a report says what it is.
inline constexpr int kFirstPages = 2;
// A report on several subjects names petitions on a page or two; one on petitions, on one page of so many at least.
inline constexpr std::size_t kPagesEach = 5;
}  // namespace pqrs

namespace table {
// Lines of text above the table, within which words speak of it.
inline constexpr double kLinesAbove = 3;
// Types side by side: they are counts of petitions whatever the rows are.
inline constexpr int kTypesOfPetitions = 3;
}  // namespace table

namespace words {
// Words: "estado del tramite al final del periodo".
inline constexpr std::ptrdiff_t kTelling = 3;
// Letters: longer texts are sentences, and label nothing.
inline constexpr std::size_t kLongestLabel = 200;
}  // namespace words

}  // namespace cotejo::mapping::tolerances
