#include "extractors/ocr/clean/light.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "extractors/ocr/clean/dark_boxes.h"
#include "extractors/ocr/clean/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::light;

constexpr int kMap = 8;  // pixels of the picture to one of the map of its light

Image eighth(const Image& gray) {
  Image half(pixScaleAreaMap2(gray.get()));
  Image quarter(pixScaleAreaMap2(half.get()));
  return Image(pixScaleAreaMap2(quarter.get()));
}

PixelBox box_of(BOX* box) {
  l_int32 x = 0, y = 0, w = 0, h = 0;
  boxGetGeometry(box, &x, &y, &w, &h);
  return {x, y, x + w, y + h};
}

// The components of an ink picture with the share of their box that they fill.
struct Blob {
  PixelBox box;
  double fill = 0;
};
std::vector<Blob> blobs(const Image& ink) {
  std::vector<Blob> found;
  PIXA* pieces = nullptr;
  BOXA* boxes = pixConnComp(ink.get(), &pieces, 8);
  const int count = pixaGetCount(pieces);
  for (int i = 0; i < count; ++i) {
    BOX* box = boxaGetBox(boxes, i, L_CLONE);
    PIX* piece = pixaGetPix(pieces, i, L_CLONE);
    l_int32 pixels = 0;
    pixCountPixels(piece, &pixels, nullptr);
    const PixelBox b = box_of(box);
    found.push_back({b, pixels / (static_cast<double>(b.width()) * b.height())});
    pixDestroy(&piece);
    boxDestroy(&box);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&pieces);
  return found;
}

// The level in a box that a share of its pixels stays under. A high share tells the paper or the shade between letters.
int level_of(const Image& gray, PixelBox box, double share) {
  BOX* area = boxCreate(box.x0, box.y0, box.width(), box.height());
  constexpr int kEach = 2;  // rows and columns: a shade is large
  NUMA* histogram = pixGetGrayHistogramInRect(gray.get(), area, kEach);
  boxDestroy(&area);
  if (histogram == nullptr) return 255;
  l_float32 total = 0;
  numaGetSum(histogram, &total);
  l_float32 below = 0;
  int level = 0;
  for (; level < 255; ++level) {
    l_float32 count = 0;
    numaGetFValue(histogram, level, &count);
    below += count;
    if (below >= share * total) break;
  }
  numaDestroy(&histogram);
  return level;
}

// Whether what is beside a box is lighter, but for one side: a shadow grows over the page, a shade has edges.
bool stands_out(const Image& gray, PixelBox box, int level) {
  const int off = 2 * kMap, strip = 2 * kMap, w = width(gray), h = height(gray);
  const PixelBox sides[] = {{box.x0, box.y0 - off - strip, box.x1, box.y0 - off},
                            {box.x0, box.y1 + off, box.x1, box.y1 + off + strip},
                            {box.x0 - off - strip, box.y0, box.x0 - off, box.y1},
                            {box.x1 + off, box.y0, box.x1 + off + strip, box.y1}};
  int darker = 0;
  for (const PixelBox& side : sides) {
    const PixelBox cut{std::max(side.x0, 0), std::max(side.y0, 0), std::min(side.x1, w), std::min(side.y1, h)};
    if (cut.width() > 0 && cut.height() > 0) darker += level >= kShaded * level_of(gray, cut, 0.5);
  }
  return darker <= 1;
}

void fill_box(const Image& gray, PixelBox box, int value) {
  BOX* area = boxCreate(box.x0, box.y0, box.width(), box.height());
  pixSetInRectArbitrary(gray.get(), area, static_cast<l_uint32>(value));
  boxDestroy(&area);
}

// The map closed: marks smaller than `points` vanish into what is around them.
Image closed(const Image& map, double dpi, double points) {
  const int size = std::max(3, static_cast<int>(points * dpi / 72 / kMap) | 1);
  // Mirrored borders: the closing must not see the picture's end as paper or ink.
  Image framed(pixAddMirroredBorder(map.get(), size, size, size, size));
  if (!framed) return Image(pixCloseGray(map.get(), 3, 3));
  Image done(pixCloseGray(framed.get(), size, size));
  return Image(pixRemoveBorder(done.get(), size));
}

// The last tiles reach to the picture's end, for the map is cut to whole ones.
PixelBox on_picture(PixelBox map_box, const Image& gray) {
  const int w = width(gray), h = height(gray);
  return {map_box.x0 * kMap, map_box.y0 * kMap, map_box.x1 >= w / kMap ? w : map_box.x1 * kMap,
          map_box.y1 >= h / kMap ? h : map_box.y1 * kMap};
}

// A punched hole is dark in its middle; a pair of fat letters near the paper's edge, as dark to the map, is not.
bool is_solid(const Image& ink, PixelBox box) {
  const int x = box.width() / 4, y = box.height() / 4;
  return ink_share(ink, {box.x0 + x, box.y0 + y, box.x1 - x, box.y1 - y}) > kSolid;
}

// The level under which a place of the map, its text closed away, is a border, a hole or a dark box, and no paper.
// Uneven copies have paper of every level from light to dark without a gap: theirs is where the gap comes.
int darkest_paper(const Image& map) {
  NUMA* histogram = pixGetGrayHistogram(map.get(), 1);
  if (histogram == nullptr) return kDarkBox;
  std::vector<double> shares(256, 0);
  l_float32 all = 0;
  numaGetSum(histogram, &all);
  for (int level = 0; level < 256; ++level) {
    l_float32 count = 0;
    numaGetFValue(histogram, level, &count);
    shares[static_cast<std::size_t>(level)] = count / std::max(all, 1.0F);
  }
  numaDestroy(&histogram);
  const auto around = [&](int level) {
    return std::accumulate(shares.begin() + level - kStep, shares.begin() + level, 0.0);
  };
  double lighter = 0;
  int level = 255;
  for (; level > kDarkBox && lighter < 0.5; --level) lighter += shares[static_cast<std::size_t>(level)];
  // From the level of most of the paper down, as far as there is paper.
  for (; level - kStep > kDarkBorder; level -= kStep)
    if (around(level) < kNoPaper) break;
  return std::min(kDarkBox, level);
}

// Inverts dark boxes and wipes borders and holes, so that what is left dark is text, rules and drawings.
std::vector<PixelShade> lift_dark(PageImage& page) {
  const Image map = eighth(page.gray);
  if (!map) return {};
  const int level = darkest_paper(closed(map, page.dpi, kText));
  // Dark even where white letters stand in it: the letters' strokes are opened away.
  const int letters = std::max(3, static_cast<int>(kWhiteStroke * page.dpi / 72 / kMap) | 1);
  Image opened(pixOpenGray(map.get(), letters, letters));
  Image dark(pixThresholdToBinary(opened.get(), level));
  const double inch = page.dpi / kMap;
  // Where paper itself is dark, ink is darker.
  const Image ink = ink_of(page.gray, ink_level::dark - kDarkBox + level);
  Image at_border(pixCreateTemplate(dark.get()));
  for (const Blob& blob : blobs(dark)) {
    const PixelBox& b = blob.box;
    const bool at_edge = b.x0 <= 1 || b.y0 <= 1 || b.x1 >= width(map) - 1 || b.y1 >= height(map) - 1;
    const double w = b.width() / inch, h = b.height() / inch;
    const bool near_edge = b.x0 < inch || b.x1 > width(map) - inch || b.y0 < inch || b.y1 > height(map) - inch;
    const auto hole_wide = [](double inches) { return inches > kLeastHole && inches < kMostHole; };
    const bool hole = near_edge && hole_wide(w) && hole_wide(h) && blob.fill > kLeastRound && blob.fill < kMostRound;
    const bool border = at_edge && (w < kBorder || h < kBorder || blob.fill < 0.5);  // along one side, or several
    const PixelBox area = on_picture(b, page.gray);
    if (hole && is_solid(ink, area)) {
      fill_box(page.gray,
               {std::max(0, area.x0 - kMap), std::max(0, area.y0 - kMap), std::min(width(page.gray), area.x1 + kMap),
                std::min(height(page.gray), area.y1 + kMap)},
               255);
    } else if (border) {
      // The border may lean, and run around text: its own pixels are wiped, not its box.
      pixRasterop(at_border.get(), b.x0, b.y0, b.width(), b.height(), PIX_SET, nullptr, 0, 0);
    }
  }
  pixRasterop(at_border.get(), 2, 2, width(map) - 4, height(map) - 4, PIX_CLR, nullptr, 0, 0);
  pixAnd(at_border.get(), at_border.get(), dark.get());
  Image border(pixSeedfillBinary(nullptr, at_border.get(), dark.get(), 8));
  if (!border) return {};
  pixDilateBrick(border.get(), border.get(), 3, 3);
  for (int y = 0; y < height(map); ++y)
    for (int x = 0; x < width(map); ++x) {
      l_uint32 value = 0;
      pixGetPixel(border.get(), x, y, &value);
      if (value) fill_box(page.gray, on_picture({x, y, x + 1, y + 1}, page.gray), 255);
    }
  // Where paper itself is dark, the ground of boxes is darker.
  return invert_dark_boxes(page, level < kDarkBox ? ink_level::dark - kDarkBox + level : kMiddling);
}

// Faint print made dark: its ink becomes as black as a sound copy's. What is darker than half of the ink's pixels tells
// how black it is, for letters have edges as well.
void darken(PageImage& page) {
  const int w = width(page.gray), h = height(page.gray);
  NUMA* histogram = pixGetGrayHistogram(page.gray.get(), 2);
  if (histogram == nullptr) return;
  double inked = 0, below = 0;
  const auto count = [&](int level) {
    l_float32 value = 0;
    numaGetFValue(histogram, level, &value);
    return static_cast<double>(value);
  };
  for (int level = 0; level < kLight; ++level) inked += count(level);
  int level = 0;
  for (; level < kLight && below < kOfInk.of(inked); ++level) below += count(level);
  numaDestroy(&histogram);
  if (inked * 4 < kLeastInked * w * h || level <= kFaint) return;
  Image darker(pixGammaTRC(nullptr, page.gray.get(), 1.0F, std::min(level, kPalest) - kBlack, 255));
  if (darker) page.gray = std::move(darker);
}

}  // namespace

bool invert_negative(PageImage& page) {
  if (level_of(page.gray, {0, 0, width(page.gray), height(page.gray)}, 0.5) >= kNegative) return false;
  const Image half(pixScaleAreaMap2(page.gray.get()));
  if (!half || std::min(width(half), height(half)) < 16) return false;
  // Strokes are lighter than the mean around them, or darker; the gaps between them differ less.
  const int around = std::max(2, static_cast<int>(kStroke * page.dpi / 72 / 2));
  const Image mean(pixBlockconv(half.get(), around, around));
  if (!mean) return false;
  const Image light(pixSubtractGray(nullptr, half.get(), mean.get())),
      dark(pixSubtractGray(nullptr, mean.get(), half.get()));
  const auto strokes = [](const Image& difference) {
    return 1 - ink_share(ink_of(difference, kStandsOut), {0, 0, width(difference), height(difference)});
  };
  if (!light || !dark || strokes(light) < kSomeText || strokes(light) < kMoreLight * strokes(dark)) return false;
  pixInvert(page.gray.get(), page.gray.get());
  return true;
}

std::vector<PixelShade> even_light(PageImage& page) {
  std::vector<PixelShade> shades = lift_dark(page);
  Image map = eighth(page.gray);
  if (!map || width(map) < 8 || height(map) < 8) return shades;
  // Background: text closed away. Paper: shaded boxes closed away too, up to a strip of them two thirds of an inch
  // high.
  Image background = closed(map, page.dpi, kText);
  Image paper = closed(background, page.dpi, kShadeHigh);

  Image darker(pixThresholdToBinary(background.get(), 255));
  pixClearAll(darker.get());
  for (int y = 0; y < height(map); ++y)
    for (int x = 0; x < width(map); ++x) {
      l_uint32 here = 0, around = 0;
      pixGetPixel(background.get(), x, y, &here);
      pixGetPixel(paper.get(), x, y, &around);
      if (here < kShaded * around) pixSetPixel(darker.get(), x, y, 1);
    }
  pixOpenBrick(darker.get(), darker.get(), 3, 2);
  for (const Blob& blob : blobs(darker)) {
    const double inch = page.dpi / kMap;
    if (blob.box.width() < kShadeWide * inch || blob.box.height() < kBoxHigh * inch || blob.fill < kBoxFilled) continue;
    const PixelBox area = on_picture(blob.box, page.gray);
    const PixelBox inner{area.x0 + kMap, area.y0 + kMap, area.x1 - kMap, area.y1 - kMap};
    if (inner.width() < kMap || inner.height() < kMap) continue;
    const int light = level_of(page.gray, inner, kBetweenLetters), level = level_of(page.gray, inner, 0.5);
    const int around = std::max(1, level_of(paper, blob.box, 0.5));
    if (light < kShaded * around && stands_out(page.gray, area, light))
      shades.push_back({area, std::min(255, 255 * level / around)});
  }
  // Nothing is darker than this, or the black of a border would be lifted without end.
  Image black(pixThresholdToBinary(background.get(), kDarkest));
  pixSetMasked(background.get(), black.get(), kDarkest);
  Image inverse(pixGetInvBackgroundMap(background.get(), kPaper, 1, 1));
  Image evened(inverse ? pixApplyInvBackgroundGrayMap(page.gray.get(), inverse.get(), kMap, kMap) : nullptr);
  if (evened) {
    // What the map's last whole tile does not reach stays as it was; Leptonica leaves it black.
    const int w = width(page.gray), h = height(page.gray), x = width(map) * kMap, y = height(map) * kMap;
    pixRasterop(evened.get(), x, 0, w - x, h, PIX_SRC, page.gray.get(), x, 0);
    pixRasterop(evened.get(), 0, y, w, h - y, PIX_SRC, page.gray.get(), 0, y);
    page.gray = std::move(evened);
  }
  darken(page);
  return shades;
}

}  // namespace cotejo::ocr
