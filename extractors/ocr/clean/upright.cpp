#include "extractors/ocr/clean/upright.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/angles.h"
#include "extractors/ocr/clean/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::upright;

}  // namespace

int quarter_turns_to_level(const PageImage& page) {
  // Small and smeared: text lines become bars. Level bars outlast a level opening, upright ones an upright one.
  const int factor = std::max(1, static_cast<int>(std::lround(page.dpi / kSmallDpi)));
  Image small(pixScaleGrayToBinaryFast(page.gray.get(), factor, ink_level::uneven));
  if (!small) return 0;
  // Rules run both ways and say nothing: take them out first.
  Image level_rules(pixOpenBrick(nullptr, small.get(), kRule, 1)),
      upright_rules(pixOpenBrick(nullptr, small.get(), 1, kRule));
  pixSubtract(small.get(), small.get(), level_rules.get());
  pixSubtract(small.get(), small.get(), upright_rules.get());
  Image level(pixCloseBrick(nullptr, small.get(), kSmear, 1)), upright(pixCloseBrick(nullptr, small.get(), 1, kSmear));
  pixOpenBrick(level.get(), level.get(), kBar, kBarThick);
  pixOpenBrick(upright.get(), upright.get(), kBarThick, kBar);
  l_int32 level_pixels = 0, upright_pixels = 0;
  pixCountPixels(level.get(), &level_pixels, nullptr);
  pixCountPixels(upright.get(), &upright_pixels, nullptr);
  return upright_pixels > kFewestPixels && upright_pixels > kClearly * level_pixels ? 1 : 0;
}

void turn(PageImage& page, int quarters) {
  if (quarters % 4 == 0) return;
  page.gray.reset(pixRotateOrth(page.gray.get(), quarters % 4));
  if (page.coloured) page.coloured.reset(pixRotateOrth(page.coloured.get(), quarters % 4));
}

double straighten(PageImage& page) {
  Image ink = ink_of(page.gray, ink_level::uneven);
  const int reduction = page.dpi >= kByFour ? 4 : page.dpi >= kByTwo ? 2 : 1;
  l_float32 angle = 0, confidence = 0;
  const int failed = pixFindSkewSweepAndSearch(ink.get(), &angle, &confidence, std::min(8, reduction * 2), reduction,
                                               kSweep, kSweepStep, kSearchStep);
  if (failed || confidence < kSure || std::abs(angle) < kStraight) return 0;
  const auto radians = static_cast<l_float32>(angle * base::degree);
  page.gray.reset(pixRotateAMGray(page.gray.get(), radians, 255));
  if (page.coloured)
    page.coloured.reset(pixRotateBySampling(page.coloured.get(), width(page.coloured) / 2, height(page.coloured) / 2,
                                            radians, L_BRING_IN_WHITE));
  return angle;
}

double set_rules_upright(PageImage& page) {
  const Image ink = ink_of(page.gray, ink_level::uneven);
  const Image strokes(
      pixOpenBrick(nullptr, ink.get(), 1, std::max(2, static_cast<int>(std::lround(kStems * page.dpi / 72)))));
  const Image lying(strokes ? pixRotateOrth(strokes.get(), 1) : nullptr);
  if (!lying) return 0;
  l_float32 angle = 0, confidence = 0;
  const int failed =
      pixFindSkewSweepAndSearch(lying.get(), &angle, &confidence, 4, 1, kRuleSweep, kRuleSweepStep, kSearchStep);
  if (failed || confidence < kSure || std::abs(angle) < kLean) return 0;
  const auto radians = static_cast<l_float32>(angle * base::degree);
  Image gray(pixHShearLI(page.gray.get(), height(page.gray) / 2, radians, L_BRING_IN_WHITE));
  if (!gray) return 0;
  page.gray = std::move(gray);
  if (page.coloured)
    page.coloured.reset(pixHShear(nullptr, page.coloured.get(), height(page.coloured) / 2, radians, L_BRING_IN_WHITE));
  return -angle;
}

}  // namespace cotejo::ocr
