#include "extractors/tables/areas/frames.h"

#include <algorithm>
#include <iterator>

#include "extractors/tables/areas/tolerances.h"

namespace cotejo::tables {

using model::Rect;
using model::Rule;

std::vector<Rect> frames_by_size(std::vector<Rect> frames, double text_size) {
  std::erase_if(frames, [&](const Rect& frame) { return frame.height() < areas::lowest_frame.of(text_size); });
  std::stable_sort(frames.begin(), frames.end(), [](const Rect& a, const Rect& b) { return a.area() < b.area(); });
  return frames;
}

PageContext inside_frame(const PageContext& page, const Rect& frame) {
  PageContext inside;
  inside.page = page.page;
  inside.text_size = page.text_size;
  std::copy_if(page.words.begin(), page.words.end(), std::back_inserter(inside.words), [&](int word) {
    const Rect& box = page.page->words[static_cast<std::size_t>(word)].box;
    return frame.contains({box.center_x(), box.center_y()});
  });
  std::copy_if(page.rules.begin(), page.rules.end(), std::back_inserter(inside.rules), [&](const Rule& rule) {
    return frame.contains({(rule.from.x + rule.to.x) / 2, (rule.from.y + rule.to.y) / 2});
  });
  for (const double y : {frame.y0, frame.y1}) inside.rules.push_back({{frame.x0, y}, {frame.x1, y}});
  std::copy_if(page.taken.begin(), page.taken.end(), std::back_inserter(inside.taken), [&](const Rect& area) {
    return area.area() < frame.area() && frame.contains({area.center_x(), area.center_y()});
  });
  return inside;
}

}  // namespace cotejo::tables
