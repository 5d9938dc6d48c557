#pragma once

#include <cstdint>
#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::pdf {

// What text is painted on: paper is white, later paint lies over earlier.
class Grounds {
 public:
  // A box painted in one colour, 0xRRGGBB.
  void paint(const model::Rect& box, std::uint32_t color);
  // An area whose colour is not known from place to place: a picture, a gradient, a drawing, a veil.
  void cover(const model::Rect& box);
  // Whether the word has the colour of what it stands on, all along: nobody sees it.
  [[nodiscard]] bool swallow(const model::Word& word) const;

 private:
  struct Ground {
    model::Rect box;
    std::uint32_t color = 0;
    bool known = true;
  };
  void add(const Ground& ground);
  [[nodiscard]] bool swallow(model::Point place, std::uint32_t color) const;

  std::vector<Ground> grounds_;
};

}  // namespace cotejo::pdf
