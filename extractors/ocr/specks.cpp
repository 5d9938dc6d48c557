#include "extractors/ocr/specks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace cotejo::ocr {

namespace {

constexpr int kInk = 190;        // of paper at white: what would be taken for a mark at all
constexpr double kSpeck = 1.7;   // points, both ways; the full stop of 12-point text has 1.5
constexpr double kBeside = 2.6;  // points to the letter that a full stop, an accent or the dot of an i belongs to
constexpr double kLeader = 9;    // points between the dots of a leader, at most
constexpr double kRow = 40;      // points that a row of dots has at least

}  // namespace

void wipe_specks(PageImage& page) {
  const double point = page.dpi / 72;
  const auto px = [&](double points) { return std::max(1, static_cast<int>(std::lround(points * point))); };
  const Image ink = ink_of(page.gray, kInk);
  if (!ink) return;
  Image marks(pixSelectBySize(ink.get(), px(kSpeck), px(kSpeck), 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
  if (!marks) return;
  Image specks(pixSubtract(nullptr, ink.get(), marks.get()));
  // Beside a letter: its point or accent, and no speck.
  const int reach = 2 * px(kBeside) + 1;
  Image near(pixDilateBrick(nullptr, marks.get(), reach, reach));
  pixAnd(near.get(), near.get(), specks.get());
  Image kept(pixSeedfillBinary(nullptr, near.get(), specks.get(), 8));
  if (!kept) return;
  pixSubtract(specks.get(), specks.get(), kept.get());
  // Dots in a row.
  Image rows(pixCloseSafeBrick(nullptr, specks.get(), px(kLeader), 1));
  pixOpenBrick(rows.get(), rows.get(), px(kRow), 1);
  pixSeedfillBinary(rows.get(), rows.get(), specks.get(), 8);
  pixSubtract(specks.get(), specks.get(), rows.get());
  pixDilateBrick(specks.get(), specks.get(), 3, 3);
  pixSetMasked(page.gray.get(), specks.get(), 255);
}

}  // namespace cotejo::ocr
