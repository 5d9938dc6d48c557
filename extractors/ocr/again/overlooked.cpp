#include "extractors/ocr/again/overlooked.h"

#include <leptonica/allheaders.h>

#include <algorithm>

#include "extractors/ocr/again/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::overlooked;

}  // namespace

double unread_share(const Image& ink, const std::vector<PixelWord>& words, int text_height) {
  Image covered(pixCreateTemplate(ink.get()));
  if (!covered || text_height < kLowestText) return 0;
  const int margin = text_height / 3;
  for (const PixelWord& word : words)
    pixRasterop(covered.get(), word.box.x0 - margin, word.box.y0 - margin, word.box.width() + 2 * margin,
                word.box.height() + 2 * margin, PIX_SET, nullptr, 0, 0);
  int marks = 0, unread = 0;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if (h < kLeastLetter * text_height || h > kMostLetter * text_height || w > kMostLetter * text_height) continue;
    l_uint32 read = 0;
    pixGetPixel(covered.get(), x + w / 2, y + h / 2, &read);
    ++marks;
    unread += read == 0 ? 1 : 0;
  }
  boxaDestroy(&boxes);
  return marks < kFewMarks ? 0 : static_cast<double>(unread) / marks;
}

std::vector<PixelBox> overlooked_lines(const Image& ink, const std::vector<PixelWord>& words, int text_height) {
  std::vector<PixelBox> lines;
  if (text_height < kLowestText) return lines;
  Image rest(pixCopy(nullptr, ink.get()));
  if (!rest) return lines;
  const int margin = std::max(2, text_height / 3);
  for (const PixelWord& word : words) {
    pixRasterop(rest.get(), word.box.x0 - margin, word.box.y0 - margin, word.box.width() + 2 * margin,
                word.box.height() + 2 * margin, PIX_CLR, nullptr, 0, 0);
  }
  // Letters are what lasts an opening by a hair and is as high as text; joined along the line, they make bars.
  Image small(pixReduceRankBinaryCascade(rest.get(), 1, 1, 0, 0));
  Image bars(pixCloseSafeBrick(nullptr, small.get(), std::max(3, text_height / 4), 1));
  BOXA* boxes = pixConnCompBB(bars.get(), 8);
  const int count = boxaGetCount(boxes);
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    PixelBox box{x * 4, y * 4, (x + w) * 4, (y + h) * 4};
    if (box.height() < kLeastHigh * text_height || box.height() > kMostHigh * text_height ||
        box.width() < kLeastWide * text_height)
      continue;
    const double share = ink_share(ink, box);
    if (share < kLeastInk || share > kMostInk) continue;
    lines.push_back(box);
  }
  boxaDestroy(&boxes);
  if (lines.size() > kMost) lines.clear();
  std::sort(lines.begin(), lines.end(),
            [](const PixelBox& a, const PixelBox& b) { return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0; });
  return lines;
}

}  // namespace cotejo::ocr
