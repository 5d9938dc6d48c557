#include "extractors/tables/areas/zone_rules.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace cotejo::tables {
namespace {

using model::Rect;
using model::Rule;

// Rules that stop at the gutter cover so much of their side, and stand on so many heights.
constexpr double kCovers = 0.7;
constexpr int kBrokenRules = 2;
constexpr double kSameRule = 1.5;  // points
// … and leave no wider gap there, in text sizes.
constexpr double kRuleGap = 3;
// Gaps at one x, points.
constexpr double kSameGap = 2;

// Heights at which a rule ends at the gutter on its left and another begins on its right, each over most of its side.
int broken_rules(const Rect& left, const Rect& right, const Gap& gap, const std::vector<Rule>& rules, double y0,
                 double y1) {
  std::vector<double> ys;
  for (const Rule& a : rules) {
    if (!a.horizontal() || a.from.y < y0 || a.from.y > y1 || a.to.x > gap.right_begin || a.to.x < gap.left_end - 1)
      continue;
    if (std::min(a.to.x, left.x1) - std::max(a.from.x, left.x0) < kCovers * left.width()) continue;
    for (const Rule& b : rules) {
      if (!b.horizontal() || std::abs(b.from.y - a.from.y) > kSameRule || b.from.x <= a.to.x) continue;
      if (std::min(b.to.x, right.x1) - std::max(b.from.x, right.x0) < kCovers * right.width()) continue;
      if (std::none_of(ys.begin(), ys.end(), [&](double y) { return std::abs(y - a.from.y) < 2 * kSameRule; }))
        ys.push_back(a.from.y);
      break;
    }
  }
  return static_cast<int>(ys.size());
}

// Heights of the rules over most of a side that stop at the gutter.
std::vector<double> own_rules(const Rect& side, double left_limit, double right_limit, const std::vector<Rule>& rules,
                              double y0, double y1) {
  std::vector<double> ys;
  for (const Rule& rule : rules)
    if (rule.horizontal() && rule.from.y >= y0 && rule.from.y <= y1 && rule.from.x >= left_limit &&
        rule.to.x <= right_limit &&
        std::min(rule.to.x, side.x1) - std::max(rule.from.x, side.x0) >= kCovers * side.width())
      ys.push_back(rule.from.y);
  std::sort(ys.begin(), ys.end());
  ys.erase(std::unique(ys.begin(), ys.end(), [](double a, double b) { return b - a < 2 * kSameRule; }), ys.end());
  return ys;
}

// Whether each side has rules of its own at heights where the other has none.
bool ruled_apart(const Rect& left, const Rect& right, double x, const std::vector<Rule>& rules, double y0, double y1) {
  constexpr double far = 1e9;
  const std::vector<double> a = own_rules(left, -far, x, rules, y0, y1), b = own_rules(right, x, far, rules, y0, y1);
  const auto alone = [](const std::vector<double>& own, const std::vector<double>& others) {
    return std::count_if(own.begin(), own.end(), [&](double y) {
      return std::none_of(others.begin(), others.end(), [&](double z) { return std::abs(y - z) < 2 * kSameRule; });
    });
  };
  return alone(a, b) >= kBrokenRules && alone(b, a) >= kBrokenRules;
}

}  // namespace

bool parted_by_rules(const Rect& left, const Rect& right, const Gap& gap, const std::vector<Rule>& rules, double y0,
                     double y1) {
  return broken_rules(left, right, gap, rules, y0, y1) >= kBrokenRules ||
         ruled_apart(left, right, gap.x, rules, y0, y1);
}

std::vector<double> gaps_of_rules(const std::vector<Rule>& rules, double em) {
  std::vector<Rule> level;
  for (const Rule& rule : rules)
    if (rule.horizontal()) level.push_back(rule);
  std::sort(level.begin(), level.end(), [](const Rule& a, const Rule& b) {
    return a.from.y != b.from.y ? a.from.y < b.from.y : a.from.x < b.from.x;
  });
  std::vector<double> gaps, found;
  for (std::size_t i = 0; i < level.size(); ++i)
    for (std::size_t j = i + 1; j < level.size() && level[j].from.y - level[i].from.y <= kSameRule; ++j) {
      const double left = std::min(level[i].to.x, level[j].to.x), right = std::max(level[i].from.x, level[j].from.x);
      if (right > left && right - left < kRuleGap * em) gaps.push_back((left + right) / 2);
    }
  std::sort(gaps.begin(), gaps.end());
  for (std::size_t i = 0; i < gaps.size();) {
    std::size_t j = i;
    while (j < gaps.size() && gaps[j] - gaps[i] <= kSameGap) ++j;
    if (j - i >= static_cast<std::size_t>(kBrokenRules)) found.push_back(gaps[i + (j - i) / 2]);
    i = j;
  }
  return found;
}

}  // namespace cotejo::tables
