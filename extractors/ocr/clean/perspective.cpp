#include "extractors/ocr/clean/perspective.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "base/angles.h"
#include "extractors/ocr/clean/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::perspective;

constexpr int kMap = 8;  // pixels of the picture to one of the map that the sheet is found in

struct Corner {
  double x = 0, y = 0;
};
using Sheet = std::array<Corner, 4>;  // from the top left, clockwise

struct DestroyPta {
  void operator()(PTA* points) const { ptaDestroy(&points); }
};
using Points = std::unique_ptr<PTA, DestroyPta>;

Points points_of(const Sheet& sheet) {
  Points points(ptaCreate(4));
  for (const Corner& corner : sheet)
    ptaAddPt(points.get(), static_cast<l_float32>(corner.x), static_cast<l_float32>(corner.y));
  return points;
}

// The level that parts the map best into dark and light (Otsu).
int parting_level(const Image& map) {
  NUMA* histogram = pixGetGrayHistogram(map.get(), 1);
  l_float32 all = 0;
  double sum = 0, below = 0, sum_below = 0, best = -1;
  int level = 0;
  if (histogram == nullptr) return level;
  numaGetSum(histogram, &all);
  std::array<double, 256> counts{};
  for (int i = 0; i < 256; ++i) {
    l_float32 count = 0;
    numaGetFValue(histogram, i, &count);
    counts[static_cast<std::size_t>(i)] = count;
    sum += i * counts[static_cast<std::size_t>(i)];
  }
  numaDestroy(&histogram);
  for (int i = 0; i < 255; ++i) {
    below += counts[static_cast<std::size_t>(i)];
    sum_below += i * counts[static_cast<std::size_t>(i)];
    const double above = all - below;
    if (below <= 0 || above <= 0) continue;
    const double apart = sum_below / below - (sum - sum_below) / above;
    if (below * above * apart * apart > best) best = below * above * apart * apart, level = i + 1;
  }
  return level;
}

// Whether each side of the picture runs over the dark that is around a sheet.
bool dark_around(const Image& dark) {
  const int w = width(dark), h = height(dark);
  const std::array<PixelBox, 4> sides{PixelBox{0, 0, w, 2}, {0, h - 2, w, h}, {0, 0, 2, h}, {w - 2, 0, w, h}};
  return std::all_of(sides.begin(), sides.end(),
                     [&](const PixelBox& side) { return ink_share(dark, side) > kDarkSide; });
}

// The largest light area of the map, letters and all.
Image sheet_of(const Image& dark) {
  Image light(pixInvert(nullptr, dark.get()));
  if (!light) return light;
  light.reset(pixCloseSafeBrick(nullptr, light.get(), kLetters, kLetters));
  PIXA* pieces = nullptr;
  BOXA* boxes = pixConnComp(light.get(), &pieces, 8);
  Image sheet(pixCreateTemplate(light.get()));
  l_int32 most = 0;
  for (int i = 0; sheet && i < pixaGetCount(pieces); ++i) {
    const Image piece(pixaGetPix(pieces, i, L_CLONE));
    l_int32 pixels = 0, x = 0, y = 0, w = 0, h = 0;
    pixCountPixels(piece.get(), &pixels, nullptr);
    if (pixels <= most) continue;
    most = pixels;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    pixClearAll(sheet.get());
    pixRasterop(sheet.get(), x, y, w, h, PIX_SRC, piece.get(), 0, 0);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&pieces);
  const Image holes(sheet ? pixHolesByFilling(sheet.get(), 4) : nullptr);
  if (holes) pixOr(sheet.get(), sheet.get(), holes.get());
  return sheet;
}

double area_of(const Sheet& s) {
  double twice = 0;
  for (std::size_t i = 0; i < 4; ++i) twice += s[i].x * s[(i + 1) % 4].y - s[(i + 1) % 4].x * s[i].y;
  return std::abs(twice) / 2;
}

// The corners of the area, if it is one of four corners.
std::optional<Sheet> corners_of(const Image& sheet) {
  Sheet corners;
  std::array<double, 4> best{1e9, -1e9, -1e9, 1e9};  // of x + y, x - y, x + y, x - y
  double pixels = 0;
  for (int y = 0; y < height(sheet); ++y)
    for (int x = 0; x < width(sheet); ++x) {
      l_uint32 value = 0;
      pixGetPixel(sheet.get(), x, y, &value);
      if (value == 0) continue;
      ++pixels;
      const Corner here{x + 0.5, y + 0.5};
      if (x + y < best[0]) best[0] = x + y, corners[0] = here;
      if (x - y > best[1]) best[1] = x - y, corners[1] = here;
      if (x + y > best[2]) best[2] = x + y, corners[2] = here;
      if (x - y < best[3]) best[3] = x - y, corners[3] = here;
    }
  const double area = area_of(corners), page = static_cast<double>(width(sheet)) * height(sheet);
  if (area < kLeastOfPicture * page || std::abs(pixels / std::max(area, 1.0) - 1) > kRagged) return std::nullopt;
  return corners;
}

double length(Corner a, Corner b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// How far each side leans clockwise, radians: top, foot, left, right.
std::array<double, 4> leans_of(const Sheet& s) {
  return {std::atan2(s[1].y - s[0].y, s[1].x - s[0].x), std::atan2(s[2].y - s[3].y, s[2].x - s[3].x),
          std::atan2(s[0].x - s[3].x, s[3].y - s[0].y), std::atan2(s[1].x - s[2].x, s[2].y - s[1].y)};
}

// The upright rectangle of the sheet's size, with its middle where turning the picture straight puts it.
Sheet straight(const Sheet& s, double turned, double picture_width, double picture_height) {
  const double w = (length(s[0], s[1]) + length(s[3], s[2])) / 2, h = (length(s[0], s[3]) + length(s[1], s[2])) / 2;
  const double x = (s[0].x + s[1].x + s[2].x + s[3].x) / 4 - picture_width / 2,
               y = (s[0].y + s[1].y + s[2].y + s[3].y) / 4 - picture_height / 2;
  const double mx = std::cos(-turned) * x - std::sin(-turned) * y + picture_width / 2,
               my = std::sin(-turned) * x + std::cos(-turned) * y + picture_height / 2;
  return {{{mx - w / 2, my - h / 2}, {mx + w / 2, my - h / 2}, {mx + w / 2, my + h / 2}, {mx - w / 2, my + h / 2}}};
}

// What is around the sheet, and the shadow along its edge.
void wipe_around(const Image& gray, const Sheet& s, double edge) {
  const auto x0 = static_cast<int>(s[0].x + edge), y0 = static_cast<int>(s[0].y + edge);
  const auto x1 = static_cast<int>(s[2].x - edge), y1 = static_cast<int>(s[2].y - edge);
  const int w = width(gray), h = height(gray);
  for (const PixelBox& side : {PixelBox{0, 0, w, y0}, {0, y1, w, h}, {0, 0, x0, h}, {x1, 0, w, h}}) {
    if (side.width() <= 0 || side.height() <= 0) continue;
    BOX* area = boxCreate(std::max(0, side.x0), std::max(0, side.y0), side.width(), side.height());
    pixSetInRectArbitrary(gray.get(), area, 255);
    boxDestroy(&area);
  }
}

}  // namespace

double flatten(PageImage& page) {
  const Image half(pixScaleAreaMap2(page.gray.get())), quarter(half ? pixScaleAreaMap2(half.get()) : nullptr);
  const Image map(quarter ? pixScaleAreaMap2(quarter.get()) : nullptr);
  if (!map || std::min(width(map), height(map)) < kSmallest) return 0;
  const Image dark = ink_of(map, parting_level(map));
  if (!dark || !dark_around(dark)) return 0;
  const Image area = sheet_of(dark);
  std::optional<Sheet> sheet = area ? corners_of(area) : std::nullopt;
  if (!sheet) return 0;
  for (Corner& corner : *sheet) corner = {corner.x * kMap, corner.y * kMap};
  const std::array<double, 4> leans = leans_of(*sheet);
  const auto upright = [](double lean) { return std::abs(lean) < kLeastLean * base::degree; };
  if (std::all_of(leans.begin(), leans.end(), upright)) return 0;
  const double turned = (leans[0] + leans[1] + leans[2] + leans[3]) / 4;
  if (std::abs(turned) > kMostTurned * base::degree) return 0;
  const Sheet flat = straight(*sheet, turned, width(page.gray), height(page.gray));
  const Points from = points_of(*sheet), to = points_of(flat);
  Image gray(pixProjectivePtaGray(page.gray.get(), to.get(), from.get(), 255));
  if (!gray) return 0;
  wipe_around(gray, flat, kEdge * page.dpi / 72);
  if (page.coloured)
    page.coloured.reset(pixProjectiveSampledPta(page.coloured.get(), to.get(), from.get(), L_BRING_IN_WHITE));
  page.gray = std::move(gray);
  return -turned / base::degree;
}

}  // namespace cotejo::ocr
