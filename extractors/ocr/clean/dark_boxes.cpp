#include "extractors/ocr/clean/dark_boxes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "extractors/ocr/clean/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::dark_boxes;

// The upper and lower edge of a box, a place for each of its columns; pixels of the picture, the lower not included.
struct Edges {
  int x0 = 0;
  std::vector<int> upper, lower;
};

// What `of` makes of the values up to `reach` before and after each.
template <typename Of>
std::vector<int> windowed(const std::vector<int>& values, int reach, const Of& of) {
  const int count = static_cast<int>(values.size());
  std::vector<int> found(values.size());
  for (int i = 0; i < count; ++i)
    found[static_cast<std::size_t>(i)] =
        *of(values.begin() + std::max(0, i - reach), values.begin() + std::min(count, i + reach + 1));
  return found;
}

// The edges of a piece. Letters that reach to the rim of their box leave bays in it, which are closed.
Edges edges_of(PIX* piece, PixelBox box, int reach) {
  Edges edges{box.x0, std::vector<int>(static_cast<std::size_t>(box.width()), box.y1),
              std::vector<int>(static_cast<std::size_t>(box.width()), box.y0)};
  const int words = pixGetWpl(piece);
  const l_uint32* line = pixGetData(piece);
  for (int y = 0; y < box.height(); ++y, line += words)
    for (int x = 0; x < box.width(); ++x) {
      if (!GET_DATA_BIT(line, x)) continue;
      auto& upper = edges.upper[static_cast<std::size_t>(x)];
      upper = std::min(upper, box.y0 + y);
      edges.lower[static_cast<std::size_t>(x)] = box.y0 + y + 1;
    }
  using At = std::vector<int>::const_iterator;
  const auto least = [](At from, At to) { return std::min_element(from, to); };
  const auto most = [](At from, At to) { return std::max_element(from, to); };
  edges.upper = windowed(windowed(edges.upper, reach, least), reach, most);
  edges.lower = windowed(windowed(edges.lower, reach, most), reach, least);
  return edges;
}

// Calls use(line, x) for each pixel between the edges, `in` pixels off both.
template <typename Use>
void each_between(const Image& gray, const Edges& edges, int in, const Use& use) {
  const int words = pixGetWpl(gray.get());
  for (std::size_t i = 0; i < edges.upper.size(); ++i)
    for (int y = edges.upper[i] + in; y < edges.lower[i] - in; ++y)
      use(pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * words, edges.x0 + static_cast<int>(i));
}

// Of the pixels just inside an edge, dark ones.
double dark_along(const Image& gray, const Edges& edges, const std::vector<int>& edge, int off, int level) {
  const int words = pixGetWpl(gray.get());
  int dark = 0;
  for (std::size_t i = 0; i < edge.size(); ++i) {
    const int y = std::clamp(edge[i] + off, 0, height(gray) - 1);
    const l_uint32* line = pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * words;
    dark += GET_DATA_BYTE(line, edges.x0 + static_cast<int>(i)) < level;
  }
  return dark / static_cast<double>(std::max<std::size_t>(1, edge.size()));
}

// What fills a box, and what stands out from it.
struct Filling {
  int ground = 0;  // level
  double filled = 0, light = 0, dark = 0;
};
Filling filling_of(const Image& gray, const Edges& edges, int level) {
  std::array<int, 256> counts{};
  int all = 0;
  each_between(gray, edges, 1, [&](const l_uint32* line, int x) { ++counts[GET_DATA_BYTE(line, x)], ++all; });
  Filling filling;
  if (all == 0) return filling;
  int filled = 0;
  for (int i = 0; i < level; ++i) filled += counts[static_cast<std::size_t>(i)];
  for (int below = 0; filling.ground < 255; ++filling.ground) {
    below += counts[static_cast<std::size_t>(filling.ground)];
    if (2 * below >= filled) break;
  }
  int light = 0, dark = 0;
  for (int i = 0; i < 256; ++i) {
    light += i > filling.ground + kStandsOut ? counts[static_cast<std::size_t>(i)] : 0;
    dark += i < filling.ground - kStandsOut ? counts[static_cast<std::size_t>(i)] : 0;
  }
  const auto share = [&](int count) { return count / static_cast<double>(all); };
  filling.filled = share(filled), filling.light = share(light), filling.dark = share(dark);
  return filling;
}

double mean(const std::vector<int>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) /
         static_cast<double>(std::max<std::size_t>(1, values.size()));
}

// A piece that may be a box.
struct Piece {
  Edges edges;
  double upper = 0, lower = 0;  // pixels, in its middle
  Filling filling;
  bool inverted = false;
  [[nodiscard]] double wide() const { return static_cast<double>(edges.upper.size()); }
  [[nodiscard]] double high() const { return lower - upper; }
};

// Whether a piece is filled to its edges, with letters lighter than what fills it.
bool is_filled(const Image& gray, const Piece& piece, int level) {
  const Filling& filling = piece.filling;
  if (filling.filled < (piece.wide() < kLetterShaped * piece.high() ? kFilledLetter : kFilled)) return false;
  if (filling.light < filling.dark || (filling.ground > kDark && filling.light < kLetters)) return false;
  const auto along = [&](const std::vector<int>& edge, int off) {
    return dark_along(gray, piece.edges, edge, off, level);
  };
  return along(piece.edges.upper, 1) > kEdge && along(piece.edges.lower, -2) > kEdge;
}

// Whether two pieces stand side by side in one row of boxes.
bool in_one_row(const Piece& a, const Piece& b, double point) {
  return std::abs(a.upper - b.upper) < kOneRow * point && std::abs(a.lower - b.lower) < kOneRow * point;
}

// Paints the rim of a box white: where scanning blurred it into the paper, it is neither.
void wipe_rim(const Image& gray, const Edges& edges, int inside, int outside) {
  const auto wide = static_cast<int>(edges.upper.size());
  const auto wipe = [&](int x, int from, int to) {
    for (int y = std::max(0, from); y < std::min(height(gray), to); ++y)
      SET_DATA_BYTE(pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get()), x, 255);
  };
  for (int i = -outside; i < wide + outside; ++i) {
    const auto at = static_cast<std::size_t>(std::clamp(i, 0, wide - 1));
    const int x = std::clamp(edges.x0 + i, 0, width(gray) - 1), upper = edges.upper[at], lower = edges.lower[at];
    if (i < inside || i >= wide - inside) {
      wipe(x, upper - outside, lower + outside);
    } else {
      wipe(x, upper - outside, upper + inside);
      wipe(x, lower - inside, lower + outside);
    }
  }
}

// Inverts what is between the edges, and makes its ground white.
void invert(const Image& gray, Piece& piece, double point) {
  const int ground = piece.filling.ground;
  each_between(gray, piece.edges, 0, [&](l_uint32* line, int x) {
    const int level = GET_DATA_BYTE(line, x);
    SET_DATA_BYTE(line, x, static_cast<l_uint8>(std::min(255, 255 * (255 - level) / (255 - ground))));
  });
  const auto px = [&](double points) { return std::max(1, static_cast<int>(std::lround(points * point))); };
  wipe_rim(gray, piece.edges, px(kRimInside), px(kRimOutside));
  piece.inverted = true;
}

// The strips of a piece that ink runs across: a box, without the frame that it holds on to.
std::vector<PixelBox> strips_of(PIX* piece, PixelBox box) {
  std::vector<PixelBox> strips;
  int from = -1;
  for (int y = 0; y <= box.height(); ++y) {
    l_int32 inked = 0;
    if (y < box.height()) pixCountPixelsInRow(piece, y, &inked, nullptr);
    const bool across = inked > kAcross.of(box.width());
    if (across && from < 0) from = y;
    if (!across && from >= 0) {
      strips.push_back({box.x0, box.y0 + from, box.x1, box.y0 + y});
      from = -1;
    }
  }
  return strips;
}

std::vector<Piece> pieces_of(const PageImage& page, int level) {
  std::vector<Piece> found;
  const double point = page.dpi / 72;
  Image ink(pixThresholdToBinary(page.gray.get(), level));
  const int broadest = std::max(2, static_cast<int>(std::lround(kRule * point)));
  if (ink) pixOpenBrick(ink.get(), ink.get(), broadest, broadest);
  if (!ink) return found;
  PIXA* pieces = nullptr;
  BOXA* boxes = pixConnComp(ink.get(), &pieces, 8);
  const int rim = static_cast<int>(kRim * point), w = width(page.gray), h = height(page.gray);
  for (int i = 0; i < pixaGetCount(pieces); ++i) {
    l_int32 x = 0, y = 0, wide = 0, high = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &wide, &high);
    if (wide < kNarrow * point || high < kHigh * point) continue;
    if (x < rim || y < rim || x + wide > w - rim || y + high > h - rim) continue;
    PIX* piece = pixaGetPix(pieces, i, L_CLONE);
    for (const PixelBox& strip : strips_of(piece, {x, y, x + wide, y + high})) {
      if (strip.height() < kHigh * point) continue;
      BOX* area = boxCreate(0, strip.y0 - y, wide, strip.height());
      const Image part(pixClipRectangle(piece, area, nullptr));
      boxDestroy(&area);
      if (!part) continue;
      Piece one;
      one.edges = edges_of(part.get(), strip, static_cast<int>(kBay * point / 2));
      one.upper = mean(one.edges.upper), one.lower = mean(one.edges.lower);
      if (one.high() < kHigh * point) continue;
      one.filling = filling_of(page.gray, one.edges, level);
      if (is_filled(page.gray, one, level)) found.push_back(std::move(one));
    }
    pixDestroy(&piece);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&pieces);
  return found;
}

}  // namespace

std::vector<PixelShade> invert_dark_boxes(PageImage& page, int level) {
  std::vector<PixelShade> shades;
  const double point = page.dpi / 72;
  std::vector<Piece> pieces = pieces_of(page, level);
  for (Piece& piece : pieces)
    if (piece.wide() >= kWide * point) invert(page.gray, piece, point);
  // A narrow one could be a letter, but for a box beside it.
  for (Piece& piece : pieces) {
    if (piece.inverted) continue;
    const bool beside = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
      return other.wide() >= kWide * point && in_one_row(piece, other, point);
    });
    if (beside) invert(page.gray, piece, point);
  }
  for (const Piece& piece : pieces) {
    if (!piece.inverted) continue;
    const int x0 = piece.edges.x0, x1 = x0 + static_cast<int>(piece.edges.upper.size());
    shades.push_back({{x0, static_cast<int>(std::lround(piece.upper)), x1, static_cast<int>(std::lround(piece.lower))},
                      255 - piece.filling.ground,
                      true});
  }
  return shades;
}

}  // namespace cotejo::ocr
