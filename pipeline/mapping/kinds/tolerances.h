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
}  // namespace accounts

}  // namespace cotejo::mapping::tolerances
