#include "extractors/ocr/clean/upright.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;

}  // namespace

int quarter_turns_to_level(const PageImage& page) {
  // Small and smeared: text lines become bars. Level bars outlast a level opening, upright ones an upright one.
  const int factor = std::max(1, static_cast<int>(std::lround(page.dpi / 75)));
  Image small(pixScaleGrayToBinaryFast(page.gray.get(), factor, 140));
  if (!small) return 0;
  // Rules run both ways and say nothing: take them out first.
  Image level_rules(pixOpenBrick(nullptr, small.get(), 40, 1)),
      upright_rules(pixOpenBrick(nullptr, small.get(), 1, 40));
  pixSubtract(small.get(), small.get(), level_rules.get());
  pixSubtract(small.get(), small.get(), upright_rules.get());
  Image level(pixCloseBrick(nullptr, small.get(), 7, 1)), upright(pixCloseBrick(nullptr, small.get(), 1, 7));
  pixOpenBrick(level.get(), level.get(), 25, 2);
  pixOpenBrick(upright.get(), upright.get(), 2, 25);
  l_int32 level_pixels = 0, upright_pixels = 0;
  pixCountPixels(level.get(), &level_pixels, nullptr);
  pixCountPixels(upright.get(), &upright_pixels, nullptr);
  return upright_pixels > 200 && upright_pixels > 1.5 * level_pixels ? 1 : 0;
}

void turn(PageImage& page, int quarters) {
  if (quarters % 4 == 0) return;
  page.gray.reset(pixRotateOrth(page.gray.get(), quarters % 4));
  if (page.coloured) page.coloured.reset(pixRotateOrth(page.coloured.get(), quarters % 4));
}

double straighten(PageImage& page) {
  Image ink = ink_of(page.gray, ink_level::uneven);
  // Reduced to some 100 dpi for the sweep and 150 for the search: as exact as a scan is straight.
  const int reduction = page.dpi >= 250 ? 4 : page.dpi >= 140 ? 2 : 1;
  l_float32 angle = 0, confidence = 0;
  const int failed = pixFindSkewSweepAndSearch(ink.get(), &angle, &confidence, std::min(8, reduction * 2), reduction,
                                               8.0F, 1.0F, 0.01F);
  // Leptonica asks for 3; under that the page has too few lines to tell. Less than this moves a line by a pixel over a
  // page.
  if (failed || confidence < 3 || std::abs(angle) < 0.03) return 0;
  const auto radians = static_cast<l_float32>(angle * kDegree);
  page.gray.reset(pixRotateAMGray(page.gray.get(), radians, 255));
  if (page.coloured)
    page.coloured.reset(pixRotateBySampling(page.coloured.get(), width(page.coloured) / 2, height(page.coloured) / 2,
                                            radians, L_BRING_IN_WHITE));
  return angle;
}

double set_rules_upright(PageImage& page) {
  constexpr double kStems = 9;   // points: the stems of text are shorter
  constexpr double kLean = 0.3;  // degrees: less moves the ends of a rule of half a page by a letter at most
  const Image ink = ink_of(page.gray, ink_level::uneven);
  const Image strokes(
      pixOpenBrick(nullptr, ink.get(), 1, std::max(2, static_cast<int>(std::lround(kStems * page.dpi / 72)))));
  const Image lying(strokes ? pixRotateOrth(strokes.get(), 1) : nullptr);
  if (!lying) return 0;
  l_float32 angle = 0, confidence = 0;
  const int failed = pixFindSkewSweepAndSearch(lying.get(), &angle, &confidence, 4, 1, 5.0F, 0.5F, 0.01F);
  if (failed || confidence < 3 || std::abs(angle) < kLean) return 0;
  const auto radians = static_cast<l_float32>(angle * kDegree);
  Image gray(pixHShearLI(page.gray.get(), height(page.gray) / 2, radians, L_BRING_IN_WHITE));
  if (!gray) return 0;
  page.gray = std::move(gray);
  if (page.coloured)
    page.coloured.reset(pixHShear(nullptr, page.coloured.get(), height(page.coloured) / 2, radians, L_BRING_IN_WHITE));
  return -angle;
}

}  // namespace cotejo::ocr
