#include "extractors/ocr/clean/pens.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/clean/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::pens;

// The level of most of the page.
int paper_level(const Image& gray) {
  constexpr int kEach = 4;  // rows and columns
  NUMA* histogram = pixGetGrayHistogram(gray.get(), kEach);
  if (histogram == nullptr) return 255;
  l_float32 total = 0, below = 0;
  numaGetSum(histogram, &total);
  int level = 0;
  for (; level < 255 && 2 * below < total; ++level) {
    l_float32 count = 0;
    numaGetFValue(histogram, level, &count);
    below += count;
  }
  numaDestroy(&histogram);
  return level;
}

l_int32 pixels_of(const Image& ink) {
  l_int32 count = 0;
  if (ink) pixCountPixels(ink.get(), &count, nullptr);
  return count;
}

bool is_drawn(const Image& mark, double point) {
  const double w = width(mark) / point, h = height(mark) / point;
  if (std::max(w, h) < kLong || std::min(w, h) < kBroad) return false;
  const l_int32 ink = pixels_of(mark);
  if (ink > kFilled * width(mark) * height(mark)) return false;
  const int run = std::max(3, static_cast<int>(std::lround(kLine * point)));
  const Image level(pixOpenBrick(nullptr, mark.get(), run, 1)), upright(pixOpenBrick(nullptr, mark.get(), 1, run));
  return pixels_of(level) + pixels_of(upright) < kStraight * ink;
}

}  // namespace

void wipe_pens(PageImage& page) {
  if (!page.coloured) return;
  // Black print parts a stroke where it crosses it: what of it is near joins the pieces.
  const int near = 2 * std::max(2, static_cast<int>(std::lround(kCrossed / 2 * page.dpi / 72))) + 1;
  Image whole(pixDilateBrick(nullptr, page.coloured.get(), near, near));
  const int paper = paper_level(page.gray);
  const Image dark = ink_of(page.gray, static_cast<int>(kDark * paper));
  Image pens(pixCreateTemplate(page.coloured.get()));
  if (!whole || !dark || !pens) return;
  pixAnd(whole.get(), whole.get(), dark.get());
  pixOr(whole.get(), whole.get(), page.coloured.get());
  whole.reset(pixCloseSafeBrick(nullptr, whole.get(), 3, 3));
  if (!whole) return;
  PIXA* marks = nullptr;
  BOXA* boxes = pixConnComp(whole.get(), &marks, 8);
  for (int i = 0; i < pixaGetCount(marks); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const Image mark(pixaGetPix(marks, i, L_CLONE));
    if (mark && is_drawn(mark, page.dpi / 72)) pixRasterop(pens.get(), x, y, w, h, PIX_PAINT, mark.get(), 0, 0);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&marks);
  if (pixels_of(pens) == 0) return;
  Image edge(pixDilateBrick(nullptr, pens.get(), 5, 5));
  const Image black = ink_of(page.gray, static_cast<int>(kPrint * paper));
  if (!edge || !black) return;
  pixSubtract(edge.get(), edge.get(), black.get());
  pixAnd(pens.get(), pens.get(), page.coloured.get());
  pixOr(edge.get(), edge.get(), pens.get());
  pixSetMasked(page.gray.get(), edge.get(), static_cast<l_uint32>(paper));
}

}  // namespace cotejo::ocr
