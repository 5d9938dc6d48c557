#include "extractors/pdf/painted/path_collector.h"

#include <algorithm>
#include <cmath>

#include "extractors/pdf/painted/dotted_lines.h"
#include "extractors/pdf/painted/tolerances.h"

namespace cotejo::pdf {

using model::Point;
using model::Rect;
using model::Rule;

namespace {

using namespace tolerances::path_collector;

bool is_white(std::uint32_t color) {
  return ((color >> 16) & 0xFF) >= near_white && ((color >> 8) & 0xFF) >= near_white && (color & 0xFF) >= near_white;
}

bool thin(const Rect& box) {
  const double narrow = std::min(box.width(), box.height()), wide = std::max(box.width(), box.height());
  return narrow <= thickest_rule && wide >= rule_aspect * narrow && wide > lean;
}

// Every side of the polygon is upright or level.
bool rectilinear(const Subpath& path) {
  if (path.curved) return false;
  const auto& p = path.points;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Point& a = p[i];
    const Point& b = p[(i + 1) % p.size()];
    if (std::abs(a.x - b.x) > lean && std::abs(a.y - b.y) > lean) return false;
  }
  return true;
}

double polygon_area(const std::vector<Point>& p) {
  double twice = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Point& a = p[i];
    const Point& b = p[(i + 1) % p.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

// The inner box leaves a frame no thicker than a rule.
bool frames(const Rect& outer, const Rect& inner) {
  const double sides[] = {inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1};
  return std::all_of(std::begin(sides), std::end(sides), [](double s) { return s >= 0 && s <= thickest_rule; });
}

bool parts_a_shade(const Rule& rule, const std::vector<model::Shade>& shades) {
  const Rect line{rule.from.x, rule.from.y, rule.to.x, rule.to.y};
  return std::any_of(shades.begin(), shades.end(), [&](const model::Shade& shade) {
    const Rect reach{shade.box.x0 - 1, shade.box.y0 - 1, shade.box.x1 + 1, shade.box.y1 + 1};
    return overlap_x(reach, line) + overlap_y(reach, line) >= 0.5 * rule.length() && reach.x0 <= line.x1 &&
           reach.x1 >= line.x0 && reach.y0 <= line.y1 && reach.y1 >= line.y0;
  });
}

}  // namespace

Rect bounds(const std::vector<Point>& points) {
  Rect box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const Point& p : points)
    box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
  return box;
}

Rect as_box(const std::vector<Subpath>& path) {
  if (path.size() != 1 || path[0].curved) return {};
  const std::vector<Point>& p = path[0].points;
  if (p.size() < 4 || p.size() > 5) return {};
  if (p.size() == 5 && (p[4].x != p[0].x || p[4].y != p[0].y)) return {};
  for (std::size_t i = 0; i < 4; ++i)
    if (std::abs(p[i].x - p[(i + 1) % 4].x) > lean && std::abs(p[i].y - p[(i + 1) % 4].y) > lean) return {};
  return {std::min(p[0].x, p[2].x), std::min(p[0].y, p[2].y), std::max(p[0].x, p[2].x), std::max(p[0].y, p[2].y)};
}

void PathCollector::add_rule(Point a, Point b, double thickness, std::uint32_t color, const Rect& clip) {
  const bool level = std::abs(a.y - b.y) <= std::abs(a.x - b.x);
  Rule rule;
  rule.thickness = thickness;
  const double half = thickness / 2;
  if (level) {
    const double y = (a.y + b.y) / 2;
    if (y + half < clip.y0 || y - half > clip.y1) return;
    rule.from = {std::max(std::min(a.x, b.x), clip.x0), y};
    rule.to = {std::min(std::max(a.x, b.x), clip.x1), y};
    if (rule.to.x <= rule.from.x) return;
  } else {
    const double x = (a.x + b.x) / 2;
    if (x + half < clip.x0 || x - half > clip.x1) return;
    rule.from = {x, std::max(std::min(a.y, b.y), clip.y0)};
    rule.to = {x, std::min(std::max(a.y, b.y), clip.y1)};
    if (rule.to.y <= rule.from.y) return;
  }
  (is_white(color) ? white_rules_ : rules_).push_back(rule);
}

void PathCollector::add_box(const Rect& full, std::uint32_t color, const Rect& clip) {
  if (thin(full)) {
    if (full.width() >= full.height())
      add_rule({full.x0, full.center_y()}, {full.x1, full.center_y()}, full.height(), color, clip);
    else
      add_rule({full.center_x(), full.y0}, {full.center_x(), full.y1}, full.width(), color, clip);
    return;
  }
  const Rect box = intersection(full, clip);
  if (box.width() <= thickest_rule || box.height() <= thickest_rule) {
    if (!box.empty() && thin(box))
      add_box(box, color, clip);
    else if (!box.empty() && !is_white(color))
      dots_.push_back(box);
    return;
  }
  if (!is_white(color)) shades_.push_back({box, color});
}

void PathCollector::stroke(const std::vector<Subpath>& path, double thickness, std::uint32_t color, const Rect& clip) {
  for (const Subpath& piece : path) {
    if (piece.curved) {
      if (!is_white(color)) has_curves_ = true;
      continue;
    }
    const std::size_t n = piece.points.size();
    for (std::size_t i = 0; i + 1 < n + (piece.closed ? 1 : 0); ++i) {
      const Point a = piece.points[i], b = piece.points[(i + 1) % n];
      const double dx = std::abs(a.x - b.x), dy = std::abs(a.y - b.y);
      if (std::max(dx, dy) <= lean) continue;
      if (std::min(dx, dy) > std::max(lean.value, std::min(most_lean.value, long_lean.of(std::max(dx, dy))))) {
        if (!is_white(color)) has_curves_ = true;
        continue;
      }
      if (thickness <= thickest_rule) {
        add_rule(a, b, thickness, color, clip);
      } else {  // a shade drawn by one broad stroke
        const double half = thickness / 2;
        Rect box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
        if (dx >= dy)
          box = {box.x0, box.y0 - half, box.x1, box.y1 + half};
        else
          box = {box.x0 - half, box.y0, box.x1 + half, box.y1};
        add_box(box, color, clip);
      }
    }
  }
}

void PathCollector::fill(const std::vector<Subpath>& path, std::uint32_t color, const Rect& clip) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Subpath& piece = path[i];
    if (piece.points.size() < 2) continue;
    const Rect box = bounds(piece.points);
    if (!thin(box) && !rectilinear(piece)) {
      if (!is_white(color) && std::max(box.width(), box.height()) > thickest_rule) has_curves_ = true;
      continue;
    }
    if (i + 1 < path.size() && path[i + 1].points.size() >= 4 && rectilinear(path[i + 1])) {
      const Rect next = bounds(path[i + 1].points);
      const bool outside = frames(box, next), inside = frames(next, box);
      if ((outside || inside) && !thin(box) && !thin(next)) {
        const Rect& o = outside ? box : next;
        const Rect& n = outside ? next : box;
        add_box({o.x0, o.y0, o.x1, n.y0}, color, clip);
        add_box({o.x0, n.y1, o.x1, o.y1}, color, clip);
        add_box({o.x0, o.y0, n.x0, o.y1}, color, clip);
        add_box({n.x1, o.y0, o.x1, o.y1}, color, clip);
        ++i;
        continue;
      }
    }
    if (!thin(box) && polygon_area(piece.points) < whole_box.of(box.area())) continue;
    add_box(box, color, clip);
  }
}

void PathCollector::image(const Rect& box, int pixel_width, int pixel_height, const Rect& clip) {
  const Rect seen = intersection(box, clip);
  if (seen.empty()) return;
  if (thin(box)) {  // a line drawn as a stretched pixel
    add_box(box, 0, clip);
    return;
  }
  images_.push_back({seen, pixel_width, pixel_height});
}

void PathCollector::take(model::Page& page) {
  page.rules = std::move(rules_);
  for (const Rule& rule : white_rules_)
    if (parts_a_shade(rule, shades_)) page.rules.push_back(rule);
  for (const Rule& rule : dotted_lines(dots_)) page.rules.push_back(rule);
  page.shades = std::move(shades_);
  page.images = std::move(images_);
  page.has_curves = has_curves_;
  *this = PathCollector{};
}

}  // namespace cotejo::pdf
