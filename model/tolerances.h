#pragma once

#include <cstddef>

namespace cotejo::model::tolerances {

namespace doubtful {
// Confidence: a word of running text that weighs on no figure is shown only where it was hardly read.
inline constexpr double kHardlyRead = 0.6;
// Bytes of a cell that is read at a glance; the doubtful words of a longer one are shown each.
inline constexpr std::size_t kShortCell = 48;
}  // namespace doubtful

}  // namespace cotejo::model::tolerances
