#include "pipeline/checks/arithmetic/implied_whole.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cotejo::checks {
namespace {

std::pair<double, double> allowed(const SharePair& pair) {
  const double least = pair.percent - pair.unit, most = pair.percent + pair.unit;
  return {100 * pair.part / most, least > 0 ? 100 * pair.part / least : HUGE_VAL};
}

bool tells(const SharePair& pair) {
  return pair.part > 0 && pair.percent > pair.unit;
}

}  // namespace

ImpliedWhole implied_whole(const std::vector<SharePair>& pairs) {
  ImpliedWhole whole;
  whole.keeps.resize(pairs.size());
  std::vector<std::pair<double, int>> ends;  // where a pair begins (+1) and ceases (−1) to allow
  for (const SharePair& pair : pairs) {
    if (!tells(pair)) continue;
    const auto [low, high] = allowed(pair);
    ends.emplace_back(low, 1);
    ends.emplace_back(high, -1);
  }
  std::sort(ends.begin(), ends.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
  int open = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    open += ends[i].second;
    if (open <= whole.agree || i + 1 == ends.size()) continue;
    whole.agree = open;
    whole.low = ends[i].first;
    whole.high = ends[i + 1].first;
    whole.value = (whole.low + whole.high) / 2;
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [low, high] = allowed(pairs[i]);
    whole.keeps[i] = whole.value > 0 && tells(pairs[i]) && low <= whole.value && whole.value <= high;
  }
  return whole;
}

bool share_of_some_count(const SharePair& pair) {
  const auto [low, high] = allowed(pair);
  return std::floor(high) >= std::ceil(std::max(low, pair.part));
}

}  // namespace cotejo::checks
