#include "extractors/pdf/painted/dotted_lines.h"

#include <algorithm>
#include <cmath>

#include "extractors/pdf/painted/tolerances.h"

namespace cotejo::pdf {

using model::Rect;
using model::Rule;

namespace {

using namespace tolerances::dotted_lines;

struct Dot {
  double at = 0;  // of its middle: y of a level line, x of an upright one
  double from = 0, to = 0;
  double thickness = 0;
};

void add_lines(std::vector<Dot> dots, bool level, std::vector<Rule>& rules) {
  std::sort(dots.begin(), dots.end(), [](const Dot& a, const Dot& b) {
    const double x = std::round(a.at / one_line), y = std::round(b.at / one_line);
    return x != y ? x < y : a.from < b.from;
  });
  for (std::size_t i = 0; i < dots.size();) {
    std::size_t end = i + 1;
    double reached = dots[i].to;
    while (end < dots.size() && std::abs(dots[end].at - dots[i].at) <= one_line &&
           dots[end].from - reached <= widest_white * (dots[end].to - dots[end].from)) {
      reached = std::max(reached, dots[end].to);
      ++end;
    }
    if (end - i >= least_dots) {
      const double at = dots[i].at;
      Rule rule;
      rule.from = level ? model::Point{dots[i].from, at} : model::Point{at, dots[i].from};
      rule.to = level ? model::Point{reached, at} : model::Point{at, reached};
      rule.thickness = dots[i].thickness;
      rules.push_back(rule);
    }
    i = end;
  }
}

}  // namespace

std::vector<Rule> dotted_lines(const std::vector<Rect>& dots) {
  std::vector<Dot> level, upright;
  for (const Rect& dot : dots) {
    level.push_back({dot.center_y(), dot.x0, dot.x1, dot.height()});
    upright.push_back({dot.center_x(), dot.y0, dot.y1, dot.width()});
  }
  std::vector<Rule> rules;
  add_lines(std::move(level), true, rules);
  add_lines(std::move(upright), false, rules);
  return rules;
}

}  // namespace cotejo::pdf
