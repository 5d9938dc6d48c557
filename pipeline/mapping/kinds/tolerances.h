#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace accounts {
// Share of a column's cells: what it is by them.
inline constexpr double kMost = 0.6;
// Rows that name accounts where no caption names a statement.
inline constexpr int kFewestAccounts = 2;
// Digits of an account: more are amounts without separators.
inline constexpr std::size_t kLongestCode = 9;
// Bytes: a name of an account, not a sentence.
inline constexpr std::size_t kLongestName = 80;
}  // namespace accounts

namespace staff {
// Ways of appointment side by side or one under the other: fewer make no table of them.
inline constexpr int kFewestWays = 2;
// Posts of one line: more are money.
inline constexpr std::int64_t kMostPosts = 1'000'000;
}  // namespace staff

}  // namespace cotejo::mapping::tolerances
