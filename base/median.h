#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cotejo::base {

// The value below which a share (0 to 1, exclusive) of the values lies: the one at place share × count of the sorted
// values, rounded down, never a mean of two. `values` is not empty.
template <class T>
[[nodiscard]] T quantile(std::vector<T> values, double share) {
  const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size()));
  std::nth_element(values.begin(), values.begin() + place, values.end());
  return values[static_cast<std::size_t>(place)];
}

// The upper one of the two middle values where their number is even. `values` is not empty.
template <class T>
[[nodiscard]] T median(std::vector<T> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace cotejo::base
