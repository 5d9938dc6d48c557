#pragma once

#include <cstddef>
#include <cstdint>

namespace cotejo::mapping::tolerances {

namespace announced_tables {
// Lines of a list that a sentence announces: one alone is no list.
inline constexpr int kFewestLines = 2;
// Blocks between which text and list belong together.
inline constexpr int kNearBlocks = 2;
}  // namespace announced_tables

namespace budget {
// Bytes: a stage's name, not a budget line about one.
inline constexpr std::size_t kLongestName = 60;
}  // namespace budget

namespace leader_lists {
// Items: fewer lines with dots are chance.
inline constexpr std::size_t kFewestItems = 3;
// Items behind "así:", of blocks that are a name and its money each.
inline constexpr std::size_t kFewestLoneItems = 2;
// Bytes: a name, not a sentence.
inline constexpr std::size_t kLongestLabel = 120;
// Dots that lead to a figure: an ellipsis has three.
inline constexpr int kFewestDots = 5;
}  // namespace leader_lists

}  // namespace cotejo::mapping::tolerances
