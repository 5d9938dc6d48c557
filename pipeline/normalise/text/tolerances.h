#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::normalise::tolerances {

namespace text {
// Code points: similarity costs their product.
inline constexpr std::size_t kLongestCompared = 1000;
}  // namespace text

}  // namespace cotejo::normalise::tolerances
