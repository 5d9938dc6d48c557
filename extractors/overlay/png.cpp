#include "extractors/overlay/png.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace cotejo::overlay {
namespace {

// Pages are mostly white: the fastest level packs them nearly as well as the best.
constexpr int kFastest = 1;

struct PixDelete {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};

struct Pixels {
  int x0, y0, x1, y1;
};

Pixels pixels_of(const pdf::Raster& picture, const std::optional<model::Rect>& part) {
  if (!part) return {0, 0, picture.width, picture.height};
  const double scale = picture.dpi / 72;
  const auto at = [&](double points, int most) {
    return std::clamp(static_cast<int>(std::lround(points * scale)), 0, most);
  };
  return {at(part->x0, picture.width), at(part->y0, picture.height), at(part->x1, picture.width),
          at(part->y1, picture.height)};
}

}  // namespace

std::string png_of(const pdf::Raster& picture, const std::optional<model::Rect>& part) {
  const Pixels cut = pixels_of(picture, part);
  if (cut.x1 <= cut.x0 || cut.y1 <= cut.y0) return {};
  const std::unique_ptr<Pix, PixDelete> pix(pixCreateNoInit(cut.x1 - cut.x0, cut.y1 - cut.y0, 8));
  if (!pix) return {};
  const int words = pixGetWpl(pix.get());
  for (int y = cut.y0; y < cut.y1; ++y) {
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y - cut.y0) * words;
    const std::uint8_t* from =
        picture.gray.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
    for (int x = cut.x0; x < cut.x1; ++x) SET_DATA_BYTE(line, x - cut.x0, from[x]);
  }
  pixSetZlibCompression(pix.get(), kFastest);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&bytes, &size, pix.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

}  // namespace cotejo::overlay
