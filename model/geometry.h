#pragma once

#include <algorithm>
#include <vector>

namespace cotejo::model {

// Lengths are PDF points (1/72 inch). The origin is the top left corner of the page as it is shown (after /Rotate);
// x grows to the right, y grows downwards.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

// A closed rectangle with x0 <= x1 and y0 <= y1. The default is an empty rectangle at the origin.
struct Rect {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;

  [[nodiscard]] double width() const { return x1 - x0; }
  [[nodiscard]] double height() const { return y1 - y0; }
  [[nodiscard]] double area() const { return width() * height(); }
  [[nodiscard]] double center_x() const { return (x0 + x1) / 2; }
  [[nodiscard]] double center_y() const { return (y0 + y1) / 2; }
  [[nodiscard]] bool empty() const { return x1 <= x0 || y1 <= y0; }
  [[nodiscard]] bool contains(Point p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// The common part; empty() when there is none.
inline Rect intersection(const Rect& a, const Rect& b) {
  Rect r{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
  return r.x1 < r.x0 || r.y1 < r.y0 ? Rect{} : r;
}

// The smallest rectangle that holds both; an all-zero rectangle counts as nothing.
inline Rect united(const Rect& a, const Rect& b) {
  if (a == Rect{}) return b;
  if (b == Rect{}) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Length of the overlap of the two boxes' x (y) extents, 0 when they are apart.
inline double overlap_x(const Rect& a, const Rect& b) {
  return std::max(0.0, std::min(a.x1, b.x1) - std::max(a.x0, b.x0));
}
inline double overlap_y(const Rect& a, const Rect& b) {
  return std::max(0.0, std::min(a.y1, b.y1) - std::max(a.y0, b.y0));
}

}  // namespace cotejo::model
