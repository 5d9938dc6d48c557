#pragma once

#include <vector>

namespace cotejo::checks {

// How many, and the percentage that is printed beside it.
struct SharePair {
  double part = 0;
  double percent = 0;
  double unit = 1;  // of the last printed digit of the percentage
};

// The whole that most of the pairs are parts of, printed or not.
struct ImpliedWhole {
  double value = 0;  // the middle of the wholes that all of `keeps` allow; 0 when there is none
  double low = 0;    // the least and the largest of them
  double high = 0;
  std::vector<bool> keeps;  // for each pair
  int agree = 0;
};

// Each pair allows the wholes of which its part is its percentage, rounded or cut; pairs of nothing allow any and do
// not count.
[[nodiscard]] ImpliedWhole implied_whole(const std::vector<SharePair>& pairs);

// Whether some whole number of things has `part` of them as its percentage: 25 is 28,26 % of none.
[[nodiscard]] bool share_of_some_count(const SharePair& pair);

}  // namespace cotejo::checks
