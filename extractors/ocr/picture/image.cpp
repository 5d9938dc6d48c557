#include "extractors/ocr/picture/image.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstring>

namespace cotejo::ocr {

void DestroyPix::operator()(Pix* pix) const {
  pixDestroy(&pix);
}

int width(const Image& image) {
  return image ? pixGetWidth(image.get()) : 0;
}
int height(const Image& image) {
  return image ? pixGetHeight(image.get()) : 0;
}

Image to_image(const pdf::Raster& raster) {
  Image image(pixCreateNoInit(raster.width, raster.height, 8));
  if (!image) return image;
  const int words = pixGetWpl(image.get());
  l_uint32* line = pixGetData(image.get());
  const std::uint8_t* from = raster.gray.data();
  for (int y = 0; y < raster.height; ++y, line += words, from += raster.width) {
    line[words - 1] = 0;
    std::memcpy(line, from, static_cast<std::size_t>(raster.width));
  }
  pixEndianByteSwap(image.get());  // Leptonica keeps the first pixel in the high byte of a word
  return image;
}

Image coloured_ink(const pdf::Raster& raster) {
  if (raster.coloured.size() != raster.gray.size() || raster.coloured.empty()) return nullptr;
  Image image(pixCreate(raster.width, raster.height, 1));
  if (!image) return image;
  const int words = pixGetWpl(image.get());
  l_uint32* line = pixGetData(image.get());
  std::size_t at = 0;
  for (int y = 0; y < raster.height; ++y, line += words)
    for (int x = 0; x < raster.width; ++x)
      if (raster.coloured[at++]) SET_DATA_BIT(line, x);
  return image;
}

Image ink_of(const Image& gray, int threshold) {
  return Image(pixThresholdToBinary(gray.get(), threshold));
}

double ink_share(const Image& ink, PixelBox box) {
  box = {std::max(box.x0, 0), std::max(box.y0, 0), std::min(box.x1, width(ink)), std::min(box.y1, height(ink))};
  if (box.width() <= 0 || box.height() <= 0) return 0;
  const Box area{box.x0, box.y0, box.width(), box.height(), 1};
  l_int32 count = 0;
  pixCountPixelsInRect(ink.get(), const_cast<Box*>(&area), &count, nullptr);
  return count / (static_cast<double>(box.width()) * box.height());
}

std::vector<bool> inked_rows(const Image& ink, PixelBox strip) {
  Image shown(pixCreate(strip.width(), strip.height(), 1));
  pixRasterop(shown.get(), 0, 0, strip.width(), strip.height(), PIX_SRC, ink.get(), strip.x0, strip.y0);
  std::vector<bool> rows(static_cast<std::size_t>(strip.height()), false);
  for (int y = 0; y < strip.height(); ++y) {
    l_int32 any = 0;
    pixCountPixelsInRow(shown.get(), y, &any, nullptr);
    rows[static_cast<std::size_t>(y)] = any > 0;
  }
  return rows;
}

std::vector<PixelBox> pieces_in(const Image& ink, PixelBox area) {
  area = {std::max(0, area.x0), std::max(0, area.y0), std::min(width(ink), area.x1), std::min(height(ink), area.y1)};
  std::vector<PixelBox> pieces;
  if (area.width() <= 0 || area.height() <= 0) return pieces;
  BOX* box = boxCreate(area.x0, area.y0, area.width(), area.height());
  const Image shown(pixClipRectangle(ink.get(), box, nullptr));
  boxDestroy(&box);
  BOXA* boxes = shown ? pixConnCompBB(shown.get(), 8) : nullptr;
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    pieces.push_back({area.x0 + x, area.y0 + y, area.x0 + x + w, area.y0 + y + h});
  }
  boxaDestroy(&boxes);
  return pieces;
}

}  // namespace cotejo::ocr
