#pragma once

#include <vector>

#include "model/geometry.h"

namespace cotejo::pdf {

// Where on the page text has been painted so far, coarsely: the stretch of each height that holds any. Tells at little
// cost that a box painted now lies over no text, as nearly all boxes do.
class PaintedLines {
 public:
  explicit PaintedLines(double page_height);
  void add(model::Point middle);  // of a glyph, on the page
  // False when surely no glyph's middle lies in the box.
  [[nodiscard]] bool may_hold_text(const model::Rect& box) const;

 private:
  struct Stretch {
    double from, to;  // points; from > to where nothing is painted
  };
  [[nodiscard]] std::size_t line_of(double y) const;

  double step_;  // points of height that share a stretch
  std::vector<Stretch> lines_;
};

}  // namespace cotejo::pdf
