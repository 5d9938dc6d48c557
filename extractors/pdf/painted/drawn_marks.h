#pragma once

#include <vector>

#include "extractors/pdf/painted/path_collector.h"
#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::pdf {

// Ticks and crosses that are drawn with two strokes into a cell or a box, where others are typed.
class DrawnMarks {
 public:
  void stroke(const std::vector<Subpath>& path);
  // A word each, "✓" or "X", of those that rules close in on four sides; the others are parts of a drawing.
  [[nodiscard]] std::vector<model::Word> take(const std::vector<model::Rule>& rules);

 private:
  struct Stroke {
    model::Point from, to;  // from the left
    [[nodiscard]] bool falls() const { return to.y > from.y; }
    [[nodiscard]] model::Rect box() const;
  };
  [[nodiscard]] static const char* read(const Stroke& one, const Stroke& other);

  std::vector<Stroke> strokes_;
};

}  // namespace cotejo::pdf
