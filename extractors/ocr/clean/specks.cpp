#include "extractors/ocr/clean/specks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "extractors/ocr/clean/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::specks;

// Grains of a raster: a shade that a scan of black and white is left with, around the letters on it. They lie close to
// each other, where dust lies by itself and the points of letters are larger.
Image grains_of_shades(const Image& specks, double point) {
  const int most = std::max(1, static_cast<int>(std::lround(kGrain * point)));
  Image large(pixSelectBySize(specks.get(), most, most, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
  Image grains(pixSubtract(nullptr, specks.get(), large ? large.get() : specks.get()));
  const int size = std::max(4, static_cast<int>(kCell * point));
  const int columns = width(specks) / size + 1, rows = height(specks) / size + 1;
  std::vector<int> counts(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
  BOXA* boxes = pixConnCompBB(grains.get(), 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    ++counts[static_cast<std::size_t>(y / size) * columns + static_cast<std::size_t>(x / size)];
  }
  boxaDestroy(&boxes);
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      int around = 0;
      for (int r = std::max(0, row - 1); r <= std::min(rows - 1, row + 1); ++r)
        for (int c = std::max(0, column - 1); c <= std::min(columns - 1, column + 1); ++c)
          around += counts[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)];
      if (around < kMany) pixRasterop(grains.get(), column * size, row * size, size, size, PIX_CLR, nullptr, 0, 0);
    }
  return grains;
}

// Takes the dashes out of the specks: flat, and with letters on both sides.
void keep_dashes(const Image& marks, double point, const Image& specks) {
  BOXA* boxes = pixConnCompBB(specks.get(), 8);
  const auto reach = static_cast<int>(kDashReach * point), up = static_cast<int>(kDashHeight * point);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if (w < kShortestDash * point || w < kFlat * h) continue;
    const int middle = y + h / 2;
    const PixelBox left{x - reach, middle - up, x, middle + up}, right{x + w, middle - up, x + w + reach, middle + up};
    if (ink_share(marks, left) > 0 && ink_share(marks, right) > 0)
      pixRasterop(specks.get(), x, y, w, h, PIX_CLR, nullptr, 0, 0);
  }
  boxaDestroy(&boxes);
}

}  // namespace

void wipe_specks(PageImage& page) {
  const double point = page.dpi / 72;
  const auto px = [&](double points) { return std::max(1, static_cast<int>(std::lround(points * point))); };
  const Image ink = ink_of(page.gray, ink_level::mark);
  if (!ink) return;
  Image marks(pixSelectBySize(ink.get(), px(kSpeck), px(kSpeck), 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
  if (!marks) return;
  Image specks(pixSubtract(nullptr, ink.get(), marks.get()));
  const Image grains = grains_of_shades(specks, point);
  pixSubtract(specks.get(), specks.get(), grains.get());
  // Beside a letter: its point or accent, and no speck.
  const int reach = 2 * px(kBeside) + 1;
  Image near(pixDilateBrick(nullptr, marks.get(), reach, reach));
  pixAnd(near.get(), near.get(), specks.get());
  Image kept(pixSeedfillBinary(nullptr, near.get(), specks.get(), 8));
  if (!kept) return;
  pixSubtract(specks.get(), specks.get(), kept.get());
  keep_dashes(marks, point, specks);
  // Dots in a row.
  Image rows(pixCloseSafeBrick(nullptr, specks.get(), px(kLeader), 1));
  pixOpenBrick(rows.get(), rows.get(), px(kRow), 1);
  pixSeedfillBinary(rows.get(), rows.get(), specks.get(), 8);
  pixSubtract(specks.get(), specks.get(), rows.get());
  pixOr(specks.get(), specks.get(), grains.get());
  pixDilateBrick(specks.get(), specks.get(), 3, 3);
  pixSetMasked(page.gray.get(), specks.get(), 255);
}

}  // namespace cotejo::ocr
