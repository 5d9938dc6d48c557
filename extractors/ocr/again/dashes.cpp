#include "extractors/ocr/again/dashes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <optional>

#include "extractors/ocr/again/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::dashes;

// The ink between two words, in the page's pixels; none where there is none, or where it is in several pieces.
std::optional<PixelBox> only_mark(const Image& ink, PixelBox gap) {
  if (gap.width() <= 0 || gap.height() <= 0) return std::nullopt;
  BOX* area = boxCreate(gap.x0, gap.y0, gap.width(), gap.height());
  const Image shown(pixClipRectangle(ink.get(), area, nullptr));
  boxDestroy(&area);
  BOXA* boxes = shown ? pixConnCompBB(shown.get(), 8) : nullptr;
  std::optional<PixelBox> mark;
  if (boxaGetCount(boxes) == 1) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, 0, &x, &y, &w, &h);
    mark = PixelBox{gap.x0 + x, gap.y0 + y, gap.x0 + x + w, gap.y0 + y + h};
  }
  boxaDestroy(&boxes);
  return mark;
}

std::optional<PixelBox> dash_between(const Image& ink, const PixelWord& left, const PixelWord& right) {
  const double high = std::max(left.box.height(), right.box.height());
  const PixelBox gap{left.box.x1 + 1, std::min(left.box.y0, right.box.y0), right.box.x0 - 1,
                     std::max(left.box.y1, right.box.y1)};
  if (gap.width() < kLeastGap * high || gap.width() > kMostGap * high) return std::nullopt;
  const std::optional<PixelBox> mark = only_mark(ink, gap);
  if (!mark) return std::nullopt;
  const double wide = mark->width(), thick = mark->height(), middle = (mark->y0 + mark->y1) / 2.0 - gap.y0;
  const bool bar =
      wide >= kLeastWide * high && wide <= kMostWide * high && thick <= kThickest * high && wide >= kSlender * thick;
  const bool apart = mark->x0 > gap.x0 && mark->x1 < gap.x1;
  const bool half_way = middle > kHighest * gap.height() && middle < kLowest * gap.height();
  return bar && apart && half_way ? mark : std::nullopt;
}

}  // namespace

void add_dashes(const Image& ink, std::vector<PixelWord>& words) {
  std::vector<PixelWord> whole;
  for (PixelWord& word : words) {
    if (!whole.empty() && whole.back().line == word.line)
      if (const std::optional<PixelBox> mark = dash_between(ink, whole.back(), word)) {
        PixelWord dash;
        dash.text = "-";
        dash.confidence = kConfidence;
        dash.box = *mark;
        dash.line = word.line;
        dash.symbols = {{"-", *mark}};
        whole.push_back(std::move(dash));
      }
    whole.push_back(std::move(word));
  }
  words = std::move(whole);
}

}  // namespace cotejo::ocr
