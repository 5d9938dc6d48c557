#include "extractors/ocr/clean/soft_edges.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>

#include "extractors/ocr/clean/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::soft_edges;

using Levels = std::array<int, 256>;

// What is nearly black right beside paper, with nothing between black and paper near it.
Image hard_ink(const Image& gray) {
  Image dark = ink_of(gray, kNearBlack + 1), shown = ink_of(gray, kPaper);
  if (!dark || !shown) return {};
  Image between(pixSubtract(nullptr, shown.get(), dark.get()));
  Image paper(pixInvert(nullptr, shown.get()));
  constexpr int side = 2 * kReach + 1;
  if (!between || !paper) return {};
  const Image near_between(pixDilateBrick(nullptr, between.get(), side, side));
  const Image near_paper(pixDilateBrick(nullptr, paper.get(), side, side));
  if (!near_between || !near_paper) return {};
  pixAnd(dark.get(), dark.get(), near_paper.get());
  return Image(pixSubtract(nullptr, dark.get(), near_between.get()));
}

template <typename Use>
void each_pixel(const Image& ink, const Image& gray, const Use& use) {
  const int wide = width(gray), high = height(gray), of_ink = pixGetWpl(ink.get()), of_gray = pixGetWpl(gray.get());
  for (int y = 0; y < high; ++y) {
    l_uint32* bits = pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * of_ink;
    l_uint32* line = pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * of_gray;
    for (int x = 0; x < wide; ++x)
      if (GET_DATA_BIT(bits, x)) use(line, x);
  }
}

// The level at which a pixel was hardly touched, or 0 where the levels tell nothing of edges.
int least_touched(const Levels& levels) {
  int all = 0;
  for (const int count : levels) all += count;
  const int soft = all - levels[0];
  if (all < kFewest || soft < kSoft * all) return 0;
  int top = 0;
  for (int found = 0; top < kNearBlack && found < kNearlyAll * soft;) found += levels[++top];
  if (top < kFewestLevels) return 0;
  int full = 0;
  for (int level = 0; level <= top / 3; ++level) full += levels[level];
  return full >= kFull * all ? top : 0;
}

}  // namespace

namespace {

// `become` gives a level of hard ink its new one, told the level at which a pixel was hardly touched.
template <typename Become>
bool change(PageImage& page, const Become& become) {
  const Image hard = hard_ink(page.gray);
  if (!hard) return false;
  Levels levels{};
  each_pixel(hard, page.gray, [&](l_uint32* line, int x) { ++levels[GET_DATA_BYTE(line, x)]; });
  const int top = least_touched(levels);
  if (top == 0) return false;
  each_pixel(hard, page.gray, [&](l_uint32* line, int x) {
    SET_DATA_BYTE(line, x, static_cast<l_uint8>(become(static_cast<int>(GET_DATA_BYTE(line, x)), top)));
  });
  return true;
}

}  // namespace

bool soften_edges(PageImage& page) {
  return change(page, [](int level, int top) { return std::min(255, level * 255 / top); });
}

bool drop_edges(PageImage& page) {
  return change(page, [](int level, int top) { return level > top / 3 ? 255 : level; });
}

}  // namespace cotejo::ocr
