#pragma once

#include <cstdint>
#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::pdf {

// A piece of a path, page points; a curve's control points are marked.
struct Subpath {
  std::vector<model::Point> points;
  bool curved = false;
  bool closed = false;
};

// The smallest upright box that holds the points, of which there is one at least.
[[nodiscard]] model::Rect bounds(const std::vector<model::Point>& points);

// The upright box that a path is, empty when it is anything else.
[[nodiscard]] model::Rect as_box(const std::vector<Subpath>& path);

// Sorts what is painted into rules, shades and images. White on white shows nothing, so a white rule counts only where
// it parts a shade.
class PathCollector {
 public:
  // `clip` is the smallest rectangle that holds the clipping area; what falls outside is not seen.
  void stroke(const std::vector<Subpath>& path, double thickness, std::uint32_t color, const model::Rect& clip);
  void fill(const std::vector<Subpath>& path, std::uint32_t color, const model::Rect& clip);
  void image(const model::Rect& box, int pixel_width, int pixel_height, const model::Rect& clip);
  // Moves everything into the page; the collector is empty afterwards.
  void take(model::Page& page);

 private:
  void add_rule(model::Point a, model::Point b, double thickness, std::uint32_t color, const model::Rect& clip);
  void add_box(const model::Rect& box, std::uint32_t color, const model::Rect& clip);

  std::vector<model::Rule> rules_;
  std::vector<model::Rule> white_rules_;
  std::vector<model::Shade> shades_;
  std::vector<model::Rect> dots_;  // boxes too short for a rule and too small for a shade
  std::vector<model::ImageBox> images_;
  bool has_curves_ = false;
};

}  // namespace cotejo::pdf
