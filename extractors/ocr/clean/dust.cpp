#include "extractors/ocr/clean/dust.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>

#include "extractors/ocr/clean/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::dust;

}  // namespace

void despeckle(PageImage& page) {
  const int w = width(page.gray), h = height(page.gray);
  Image copy(pixCopy(nullptr, page.gray.get()));
  if (!copy || w < 3 || h < 3) return;
  const int words = pixGetWpl(copy.get());
  const l_uint32* from = pixGetData(copy.get());
  l_uint32* to = pixGetData(page.gray.get());
  for (int y = 1; y + 1 < h; ++y) {
    const l_uint32* line = from + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 1; x + 1 < w; ++x) {
      const int limit = GET_DATA_BYTE(line, x) + kStandsOut;
      if (limit > kPale || GET_DATA_BYTE(line, x - 1) < limit || GET_DATA_BYTE(line, x + 1) < limit) continue;
      int sum = 0, darkest = 255;
      for (const l_uint32* near : {line - words, line + words}) {
        for (int i = x - 1; i <= x + 1; ++i) {
          const int value = GET_DATA_BYTE(near, i);
          sum += value;
          darkest = std::min(darkest, value);
        }
      }
      if (darkest >= limit)
        SET_DATA_BYTE(to + static_cast<std::ptrdiff_t>(y) * words, x, static_cast<l_uint8>(sum / 6));
    }
  }
}

}  // namespace cotejo::ocr
