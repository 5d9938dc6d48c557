#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::normalise::tolerances {

namespace numbers {
// Characters: a spreadsheet fills a column that is too narrow with more.
inline constexpr std::size_t kFewestHashes = 3;
}  // namespace numbers

namespace tokens {
// Digits: a count of millions is printed in groups.
inline constexpr int kLongCount = 7;
}  // namespace tokens

}  // namespace cotejo::normalise::tolerances
