#include "extractors/tables/areas/zone_rules.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "extractors/tables/areas/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace areas;

using model::Rect;
using model::Rule;

// Heights at which a rule ends at the gutter on its left and another begins on its right, each over most of its side.
int broken_rules(const Rect& left, const Rect& right, const Gap& gap, const std::vector<Rule>& rules, double y0,
                 double y1) {
  std::vector<double> ys;
  for (const Rule& a : rules) {
    if (!a.horizontal() || a.from.y < y0 || a.from.y > y1 || a.to.x > gap.right_begin || a.to.x < gap.left_end - 1)
      continue;
    if (std::min(a.to.x, left.x1) - std::max(a.from.x, left.x0) < covers_side.of(left.width())) continue;
    for (const Rule& b : rules) {
      if (!b.horizontal() || std::abs(b.from.y - a.from.y) > same_height || b.from.x <= a.to.x) continue;
      if (std::min(b.to.x, right.x1) - std::max(b.from.x, right.x0) < covers_side.of(right.width())) continue;
      if (std::none_of(ys.begin(), ys.end(), [&](double y) { return std::abs(y - a.from.y) < 2 * same_height; }))
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
        std::min(rule.to.x, side.x1) - std::max(rule.from.x, side.x0) >= covers_side.of(side.width()))
      ys.push_back(rule.from.y);
  std::sort(ys.begin(), ys.end());
  ys.erase(std::unique(ys.begin(), ys.end(), [](double a, double b) { return b - a < 2 * same_height; }), ys.end());
  return ys;
}

// Whether each side has rules of its own at heights where the other has none.
bool ruled_apart(const Rect& left, const Rect& right, double x, const std::vector<Rule>& rules, double y0, double y1) {
  constexpr double far = 1e9;
  const std::vector<double> a = own_rules(left, -far, x, rules, y0, y1), b = own_rules(right, x, far, rules, y0, y1);
  const auto alone = [](const std::vector<double>& own, const std::vector<double>& others) {
    return std::count_if(own.begin(), own.end(), [&](double y) {
      return std::none_of(others.begin(), others.end(), [&](double z) { return std::abs(y - z) < 2 * same_height; });
    });
  };
  return alone(a, b) >= rules_at_gutter && alone(b, a) >= rules_at_gutter;
}

// Whether an upright rule that bounds one side runs down to the other's in the gap, each along most of its side, with
// white between the two.
bool bounded_apart(const Rect& left, const Rect& right, const Gap& gap, const std::vector<Rule>& rules, double em) {
  const auto along = [&](const Rect& side, double x) {
    double length = 0;
    for (const Rule& rule : rules)
      if (!rule.horizontal() && std::abs(rule.from.x - x) <= same_gap)
        length += std::max(0.0, std::min(rule.to.y, side.y1) - std::max(rule.from.y, side.y0));
    return length >= covers_side.of(side.height());
  };
  double first = gap.right_begin, last = gap.left_end;
  for (const Rule& rule : rules) {
    if (rule.horizontal() || rule.from.x < gap.left_end - same_gap || rule.from.x > gap.right_begin + same_gap)
      continue;
    if (along(left, rule.from.x)) first = std::min(first, rule.from.x);
    if (along(right, rule.from.x)) last = std::max(last, rule.from.x);
  }
  return last - first >= between_uprights.of(em);
}

}  // namespace

bool parted_by_rules(const Rect& left, const Rect& right, const Gap& gap, const std::vector<Rule>& rules, double y0,
                     double y1, double em) {
  return broken_rules(left, right, gap, rules, y0, y1) >= rules_at_gutter ||
         ruled_apart(left, right, gap.x, rules, y0, y1) || bounded_apart(left, right, gap, rules, em);
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
    for (std::size_t j = i + 1; j < level.size() && level[j].from.y - level[i].from.y <= same_height; ++j) {
      const double left = std::min(level[i].to.x, level[j].to.x), right = std::max(level[i].from.x, level[j].from.x);
      if (right > left && right - left < rule_gap.of(em)) gaps.push_back((left + right) / 2);
    }
  std::sort(gaps.begin(), gaps.end());
  for (std::size_t i = 0; i < gaps.size();) {
    std::size_t j = i;
    while (j < gaps.size() && gaps[j] - gaps[i] <= same_gap) ++j;
    if (j - i >= static_cast<std::size_t>(rules_at_gutter)) found.push_back(gaps[i + (j - i) / 2]);
    i = j;
  }
  return found;
}

}  // namespace cotejo::tables
