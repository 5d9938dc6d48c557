#include "extractors/layout/turned.h"

#include <algorithm>
#include <array>

namespace cotejo::layout {

namespace {

using model::Page;
using model::Point;
using model::Rect;

Point upright(Point p, const Page& page, int direction) {
  switch (direction) {
    case 90:
      return {p.y, page.width - p.x};
    case 180:
      return {page.width - p.x, page.height - p.y};
    case 270:
      return {page.height - p.y, p.x};
    default:
      return p;
  }
}

Point back(Point p, const Page& page, int direction) {
  switch (direction) {
    case 90:
      return {page.width - p.y, p.x};
    case 180:
      return {page.width - p.x, page.height - p.y};
    case 270:
      return {p.y, page.height - p.x};
    default:
      return p;
  }
}

Rect around(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

Rect upright(const Rect& r, const Page& page, int direction) {
  return around(upright(Point{r.x0, r.y0}, page, direction), upright(Point{r.x1, r.y1}, page, direction));
}

}  // namespace

int reading_direction(const Page& page) {
  std::array<std::size_t, 4> characters{};
  for (const model::Word& word : page.words)
    if (!word.hidden) characters[static_cast<std::size_t>(((word.rotation / 90) % 4 + 4) % 4)] += word.text.size();
  return 90 * static_cast<int>(std::max_element(characters.begin(), characters.end()) - characters.begin());
}

Page turned_upright(const Page& page, int direction) {
  Page turned = page;
  if (direction % 180 != 0) std::swap(turned.width, turned.height);
  for (model::Word& word : turned.words) {
    word.box = upright(word.box, page, direction);
    word.rotation = static_cast<std::int16_t>((word.rotation - direction + 360) % 360);
  }
  for (model::Rule& rule : turned.rules) {
    const Rect line = around(upright(rule.from, page, direction), upright(rule.to, page, direction));
    rule.from = {line.x0, line.y0};
    rule.to = {line.x1, line.y1};
  }
  for (model::Shade& shade : turned.shades) shade.box = upright(shade.box, page, direction);
  for (model::ImageBox& image : turned.images) image.box = upright(image.box, page, direction);
  return turned;
}

Rect turned_back(const Rect& box, const Page& page, int direction) {
  return around(back({box.x0, box.y0}, page, direction), back({box.x1, box.y1}, page, direction));
}

}  // namespace cotejo::layout
