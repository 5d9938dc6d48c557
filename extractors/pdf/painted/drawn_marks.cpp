#include "extractors/pdf/painted/drawn_marks.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/disjoint_sets.h"
#include "extractors/pdf/painted/tolerances.h"

namespace cotejo::pdf {

using model::Point;
using model::Rect;

namespace {

using namespace tolerances::drawn_marks;

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool touch(const Rect& a, const Rect& b) {
  return a.x0 - kTouch <= b.x1 && b.x0 - kTouch <= a.x1 && a.y0 - kTouch <= b.y1 && b.y0 - kTouch <= a.y1;
}

// Where along the first stroke it meets the line of the second, 0 to 1 from end to end; -1 when they run alike.
double meeting(Point from, Point to, Point other_from, Point other_to) {
  const double ax = to.x - from.x, ay = to.y - from.y, bx = other_to.x - other_from.x, by = other_to.y - other_from.y;
  const double across = ax * by - ay * bx;
  if (std::abs(across) < 1e-9) return -1;
  return ((other_from.x - from.x) * by - (other_from.y - from.y) * bx) / across;
}

bool closed_in(const Rect& mark, const std::vector<model::Rule>& rules) {
  bool above = false, below = false, left = false, right = false;
  const double x = mark.center_x(), y = mark.center_y();
  for (const model::Rule& rule : rules) {
    if (rule.horizontal()) {
      if (rule.from.x > x || rule.to.x < x || std::abs(rule.from.y - y) > kCellHeight) continue;
      (rule.from.y < y ? above : below) = true;
    } else {
      if (rule.from.y > y || rule.to.y < y || std::abs(rule.from.x - x) > kCellWidth) continue;
      (rule.from.x < x ? left : right) = true;
    }
  }
  return above && below && left && right;
}

}  // namespace

Rect DrawnMarks::Stroke::box() const {
  return {from.x, std::min(from.y, to.y), to.x, std::max(from.y, to.y)};
}

void DrawnMarks::stroke(const std::vector<Subpath>& path) {
  if (strokes_.size() > kMost) return;
  for (const Subpath& piece : path) {
    if (piece.curved || piece.closed || piece.points.size() > 3) continue;
    for (std::size_t i = 0; i + 1 < piece.points.size(); ++i) {
      Stroke stroke{piece.points[i], piece.points[i + 1]};
      if (stroke.from.x > stroke.to.x) std::swap(stroke.from, stroke.to);
      const Rect box = stroke.box();
      if (std::min(box.width(), box.height()) < kLeast || std::max(box.width(), box.height()) > kLargest) continue;
      strokes_.push_back(stroke);
    }
  }
}

// A tick falls to its lowest point and rises farther than it fell; the strokes of a cross part each other.
const char* DrawnMarks::read(const Stroke& one, const Stroke& other) {
  if (one.falls() == other.falls()) return nullptr;
  const Stroke& falling = one.falls() ? one : other;
  const Stroke& rising = one.falls() ? other : one;
  const double along = meeting(falling.from, falling.to, rising.from, rising.to),
               across = meeting(rising.from, rising.to, falling.from, falling.to);
  const auto middle = [](double place) { return place > kMiddle && place < 1 - kMiddle; };
  if (middle(along) && middle(across)) return "X";
  const bool tick = distance(falling.to, rising.from) <= kTouch &&
                    distance(rising.from, rising.to) > distance(falling.from, falling.to);
  return tick ? "\u2713" : nullptr;
}

std::vector<model::Word> DrawnMarks::take(const std::vector<model::Rule>& rules) {
  std::vector<model::Word> marks;
  const std::vector<Stroke> strokes = std::exchange(strokes_, {});
  if (strokes.size() > kMost) return marks;  // a drawing
  base::DisjointSets together(strokes.size());
  for (std::size_t i = 0; i < strokes.size(); ++i)
    for (std::size_t k = i + 1; k < strokes.size(); ++k)
      if (touch(strokes[i].box(), strokes[k].box())) together.join(i, k);
  for (const std::vector<std::size_t>& group : together.groups()) {
    if (group.size() != 2) continue;
    const char* text = read(strokes[group[0]], strokes[group[1]]);
    const Rect box = model::united(strokes[group[0]].box(), strokes[group[1]].box());
    if (text == nullptr || !closed_in(box, rules)) continue;
    model::Word mark;
    mark.text = text;
    mark.box = box;
    mark.font_size = std::max(box.width(), box.height());
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace cotejo::pdf
