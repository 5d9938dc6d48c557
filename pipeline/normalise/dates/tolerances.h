#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::normalise::tolerances {

namespace year_parts {
// Bytes without spaces: what is longer names no part of a year.
inline constexpr std::size_t kLongestHead = 48;
}  // namespace year_parts

}  // namespace cotejo::normalise::tolerances
