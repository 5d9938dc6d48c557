#include "extractors/pdf/painted/painted_lines.h"

#include <algorithm>
#include <limits>

#include "extractors/pdf/painted/tolerances.h"

namespace cotejo::pdf {

namespace {

using namespace tolerances::painted_lines;

}  // namespace

PaintedLines::PaintedLines(double page_height)
    : step_(std::max(finest.value, page_height / most_lines)),
      lines_(static_cast<std::size_t>(std::max(0.0, page_height) / step_) + 1,
             {std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()}) {}

std::size_t PaintedLines::line_of(double y) const {
  return std::min(lines_.size() - 1, static_cast<std::size_t>(std::max(0.0, y) / step_));
}

void PaintedLines::add(model::Point middle) {
  Stretch& line = lines_[line_of(middle.y)];
  line.from = std::min(line.from, middle.x);
  line.to = std::max(line.to, middle.x);
}

bool PaintedLines::may_hold_text(const model::Rect& box) const {
  for (std::size_t i = line_of(box.y0); i <= line_of(box.y1); ++i)
    if (lines_[i].from <= box.x1 && lines_[i].to >= box.x0) return true;
  return false;
}

}  // namespace cotejo::pdf
