#include "extractors/tables/half_ruled/one_row.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "extractors/tables/lines/cut_value.h"

namespace cotejo::tables {

namespace {

// Whether a column holds two figures, one below the other.
bool repeats_figure(const std::vector<TextLine>& lines, double x0, double x1) {
  std::string last;
  for (const TextLine& line : lines)
    for (const Segment& segment : line.segments) {
      const std::string text = segment.text();
      if (segment.box.center_x() < x0 || segment.box.center_x() > x1 || !is_value(text)) continue;
      if (!last.empty() && !is_rest_of_value(last, text)) return true;
      last = text;
    }
  return false;
}

}  // namespace

bool may_be_one_row(const std::vector<TextLine>& lines, const std::vector<double>& xs) {
  int repeating = 0, figures = 0;
  for (std::size_t c = 0; c + 1 < xs.size(); ++c) {
    const double x0 = xs[c], x1 = xs[c + 1];
    for (const TextLine& line : lines) {
      const bool here = std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& segment) {
        return segment.box.center_x() > x0 && segment.box.center_x() < x1 && is_value(segment.text());
      });
      if (!here) continue;
      ++figures;
      break;
    }
    repeating += repeats_figure(lines, x0, x1) ? 1 : 0;
  }
  return repeating == 0 || (repeating == 1 && figures > 2);
}

}  // namespace cotejo::tables
