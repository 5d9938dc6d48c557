#include "extractors/ocr/clean/bilevel.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/clean/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::bilevel;

bool is_bilevel(const Image& gray) {
  constexpr int kEach = 4;  // rows and columns
  NUMA* histogram = pixGetGrayHistogram(gray.get(), kEach);
  if (histogram == nullptr) return false;
  double between = 0, all = 0;
  for (int level = 0; level < numaGetCount(histogram); ++level) {
    l_float32 count = 0;
    numaGetFValue(histogram, level, &count);
    all += count;
    if (level > kBlack && level < kWhite) between += count;
  }
  numaDestroy(&histogram);
  return between <= kGray * all;
}

int count(const Image& ink) {
  l_int32 pixels = 0;
  if (ink) pixCountPixels(ink.get(), &pixels, nullptr);
  return pixels;
}

// Whether letters' strokes outlast smoothing, which takes a pixel off each side of what is thinner than three.
bool has_thick_strokes(const Image& ink, double dpi) {
  const int size = std::max(2, static_cast<int>(std::lround(kLetter * dpi / 72)));
  const Image letters(pixSelectBySize(ink.get(), size, size, 8, L_SELECT_IF_BOTH, L_SELECT_IF_GT, nullptr));
  if (!letters) return false;
  const Image thick(pixOpenBrick(nullptr, letters.get(), 3, 3));
  return count(thick) >= kThick * count(letters);
}

}  // namespace

void smooth_bilevel(PageImage& page) {
  if (!is_bilevel(page.gray)) return;
  const Image ink = ink_of(page.gray, ink_level::dark);
  if (!ink || !has_thick_strokes(ink, page.dpi)) return;
  Image smooth(pixBlockrank(ink.get(), nullptr, 1, 1, kHalf));
  if (!smooth) return;
  const int length = std::max(3, static_cast<int>(std::lround(kRule * page.dpi / 72)));
  for (const bool level : {true, false}) {
    // The noise leaves holes of a pixel in a hairline.
    Image rules(pixCloseSafeBrick(nullptr, ink.get(), level ? 3 : 1, level ? 1 : 3));
    if (!rules) continue;
    pixOpenBrick(rules.get(), rules.get(), level ? length : 1, level ? 1 : length);
    pixOr(smooth.get(), smooth.get(), rules.get());
  }
  Image gray(pixConvert1To8(nullptr, smooth.get(), 255, 0));
  if (gray) page.gray = std::move(gray);
}

}  // namespace cotejo::ocr
