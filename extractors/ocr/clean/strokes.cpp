#include "extractors/ocr/clean/strokes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/angles.h"
#include "extractors/ocr/clean/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::strokes;

struct DestroySel {
  void operator()(SEL* sel) const { selDestroy(&sel); }
};
using Sel = std::unique_ptr<SEL, DestroySel>;

// A straight line of pixels through the middle.
Sel line(int length, double degrees) {
  const double across = std::cos(degrees * base::pi / 180), down = std::sin(degrees * base::pi / 180);
  const int half = length / 2;
  Sel sel(selCreate(2 * half + 1, 2 * half + 1, nullptr));
  if (!sel) return sel;
  selSetOrigin(sel.get(), half, half);
  for (int i = -half; i <= half; ++i)
    selSetElement(sel.get(), half + static_cast<int>(std::lround(i * down)),
                  half + static_cast<int>(std::lround(i * across)), SEL_HIT);
  return sel;
}

// Whether there is a mark that is higher than letters, or wider than a few of them that touch.
bool has_large_mark(const Image& ink, int text_height) {
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  bool found = false;
  for (int i = 0; i < boxaGetCount(boxes) && !found; ++i) {
    l_int32 w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &w, &h);
    found = h > kHigh * text_height || w > kWide * text_height;
  }
  boxaDestroy(&boxes);
  return found;
}

}  // namespace

Image without_strokes(const Image& gray, int text_height) {
  const int length = static_cast<int>(kLong * text_height);
  if (text_height < kLowestText || std::max(width(gray), height(gray)) < length) return nullptr;
  const Image ink = ink_of(gray, ink_level::faint);
  if (!ink || !has_large_mark(ink, text_height)) return nullptr;
  Image strokes(pixCreateTemplate(ink.get()));
  // Of each direction, with what of the letters is restored across it.
  Image letters(pixCreateTemplate(ink.get()));
  const int broad = std::max(3, static_cast<int>(kBroadest * text_height));
  struct Run {
    Image ink;
    double degrees = 0;
  };
  std::vector<Run> runs;
  for (double degrees = 0; degrees < 180; degrees += kStep) {
    const Sel along = line(length, degrees);
    Image run(along ? pixOpen(nullptr, ink.get(), along.get()) : nullptr);
    if (!run) return nullptr;
    l_int32 none = 0;
    pixZero(run.get(), &none);
    if (none) continue;
    pixOr(strokes.get(), strokes.get(), run.get());
    runs.push_back({std::move(run), degrees});
  }
  if (runs.empty()) return nullptr;
  // The stroke's ragged edge goes with it.
  Image edge(pixCopy(nullptr, strokes.get()));
  pixAnd(edge.get(), edge.get(), ink.get());
  Image rest(pixSubtract(nullptr, ink.get(), edge.get()));
  if (!rest) return nullptr;
  // A letter's stroke goes on at the other side of what crossed it.
  for (double degrees = 0; degrees < 180; degrees += 45) {
    const Sel across = line(broad, degrees);
    Image joined(across ? pixCloseSafe(nullptr, rest.get(), across.get()) : nullptr);
    if (joined) pixOr(letters.get(), letters.get(), joined.get());
  }
  pixAnd(letters.get(), letters.get(), edge.get());
  Image out(pixDilateBrick(nullptr, edge.get(), 3, 3));
  pixSubtract(out.get(), out.get(), letters.get());
  pixSubtract(out.get(), out.get(), rest.get());
  Image clean(pixCopy(nullptr, gray.get()));
  if (clean && out) pixSetMasked(clean.get(), out.get(), 255);
  return clean;
}

}  // namespace cotejo::ocr
