#ifdef COTEJO_POPPLER_PRIVATE

#include "extractors/pdf/page_picture.h"

#include <poppler/Annot.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "extractors/pdf/backend.h"
#include "extractors/pdf/tolerances.h"

namespace cotejo::pdf {

namespace {

using namespace tolerances::page_picture;

using model::Rect;

// Where an image lies: its unit square under the matrix, axes only.
struct Placement {
  Rect box;             // points
  bool turned = false;  // its rows run down the page
  bool flip_x = false;  // along the page's x, it runs from right to left
  bool flip_y = false;
};

std::optional<Placement> placement_of(GfxState* state) {
  const double* m = state->getCTM();
  const double size = std::abs(m[0]) + std::abs(m[1]) + std::abs(m[2]) + std::abs(m[3]);
  if (!std::isfinite(size) || size <= 0) return std::nullopt;
  Placement place;
  place.turned = std::abs(m[0]) + std::abs(m[3]) < std::abs(m[1]) + std::abs(m[2]);
  const double askew = place.turned ? std::abs(m[0]) + std::abs(m[3]) : std::abs(m[1]) + std::abs(m[2]);
  if (askew > most_lean * size) return std::nullopt;
  // An image's first row is at the top of the unit square, v = 1; the page's y runs downwards.
  const double along_x = place.turned ? m[2] : m[0], along_y = place.turned ? m[1] : m[3];
  place.flip_x = place.turned ? along_x > 0 : along_x < 0;
  place.flip_y = place.turned ? along_y < 0 : along_y > 0;
  place.box = {std::min(m[4], m[4] + along_x), std::min(m[5], m[5] + along_y), std::max(m[4], m[4] + along_x),
               std::max(m[5], m[5] + along_y)};
  return place.box.empty() ? std::nullopt : std::optional(place);
}

// An image's samples: a gray level a pixel, or 0 and 255 for what a mask hides and paints.
struct Samples {
  int width = 0, height = 0;
  std::vector<std::uint8_t> values;
  std::vector<bool> coloured{};  // empty where nothing is
};

bool is_coloured(const unsigned char* rgb, std::uint8_t gray) {
  const auto [least, most] = std::minmax({rgb[0], rgb[1], rgb[2]});
  return most - least >= apart && most >= no_black && gray < no_paper;
}

bool sane(int width, int height) {
  return width > 0 && height > 0 && static_cast<double>(width) * height <= most_pixels;
}

Samples gray_samples(Stream* stream, int width, int height, GfxImageColorMap* colors) {
  Samples samples{width, height,
                  std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255)};
  ImageStream lines(stream, width, colors->getNumPixelComps(), colors->getBits());
  lines.reset();
  const GfxColorSpaceMode mode = colors->getColorSpace()->getMode();
  const bool may_have_colour = mode != csDeviceGray && mode != csCalGray && colors->getBits() > 1;
  std::vector<unsigned char> rgb(may_have_colour ? 3 * static_cast<std::size_t>(width) : 0);
  std::size_t found = 0;
  for (int y = 0; y < height; ++y) {
    unsigned char* line = lines.getLine();
    if (line == nullptr) break;
    const std::size_t start = static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    std::uint8_t* gray = samples.values.data() + start;
    colors->getGrayLine(line, gray, width);
    if (!may_have_colour || y % each != 0) continue;
    colors->getRGBLine(line, rgb.data(), width);
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
      if (!is_coloured(rgb.data() + 3 * x, gray[x])) continue;
      if (samples.coloured.empty()) samples.coloured.resize(samples.values.size());
      ++found;
      for (int row = 0; row < each && y + row < height; ++row)
        samples.coloured[start + static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + x] = true;
    }
  }
  if (found < fewest_coloured) samples.coloured.clear();
  lines.close();
  return samples;
}

Samples mask_samples(Stream* stream, int width, int height, bool invert) {
  Samples samples{width, height,
                  std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0)};
  ImageStream lines(stream, width, 1, 1);
  lines.reset();
  std::uint8_t* to = samples.values.data();
  for (int y = 0; y < height; ++y) {
    const unsigned char* line = lines.getLine();
    if (line == nullptr) break;
    for (int x = 0; x < width; ++x) *to++ = (line[x] != 0) == invert ? 255 : 0;  // without `invert`, a 0 paints
  }
  lines.close();
  return samples;
}

// Runs over a page twice: first it looks, then it paints.
class Painter : public OutputDev {
 public:
  Painter(double width, double height, bool images_only) : width_(width), height_(height), images_only_(images_only) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int type) override { return type < 4; }

  void drawChar(GfxState* state, double, double, double, double, double, double, CharCode, int, const Unicode*,
                int) override {
    constexpr int invisible = 3;
    if ((state->getRender() & invisible) != invisible) drawn();
  }
  void stroke(GfxState*) override { drawn(); }
  void fill(GfxState* state) override { fill_area(state); }
  void eoFill(GfxState* state) override { fill_area(state); }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return drawn();
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return drawn(); }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return drawn(); }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return drawn(); }

  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colors,
                 bool interpolate, const int* mask_colors, bool inline_image) override {
    if (wanted(state, width, height) && mask_colors == nullptr && !inline_image && colors->isOk()) {
      paint(state, gray_samples(stream, width, height, colors), nullptr);
    } else {
      if (mask_colors != nullptr || inline_image) other_ = true;
      OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, mask_colors, inline_image);
    }
  }
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                     bool inline_image) override {
    if (wanted(state, width, height) && !inline_image) {
      GfxGray gray;
      state->getFillGray(&gray);
      GfxRGB colour;
      state->getFillRGB(&colour);
      const unsigned char rgb[] = {colToByte(colour.r), colToByte(colour.g), colToByte(colour.b)};
      Samples ink{1, 1, {colToByte(gray)}};
      if (is_coloured(rgb, ink.values[0])) ink.coloured = {true};
      const Samples mask = mask_samples(stream, width, height, invert);
      paint(state, ink, &mask);
    } else {
      if (inline_image) other_ = true;
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
    }
  }
  void drawMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap* colors, bool,
                       Stream* mask_stream, int mask_width, int mask_height, bool mask_invert, bool) override {
    const bool wanted_both = wanted(state, width, height) & wanted(state, mask_width, mask_height);
    if (!wanted_both || !colors->isOk()) return;
    const Samples mask = mask_samples(mask_stream, mask_width, mask_height, mask_invert);
    paint(state, gray_samples(stream, width, height, colors), &mask);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap* colors,
                           bool, Stream* mask_stream, int mask_width, int mask_height, GfxImageColorMap* mask_colors,
                           bool) override {
    const bool wanted_both = wanted(state, width, height) & wanted(state, mask_width, mask_height);
    if (!wanted_both || !colors->isOk() || !mask_colors->isOk()) return;
    const Samples mask = gray_samples(mask_stream, mask_width, mask_height, mask_colors);
    paint(state, gray_samples(stream, width, height, colors), &mask);
  }

  // After the first run: the grid to paint on, or nothing when the page is not a picture.
  bool begin() {
    if (other_ || !covered_ || std::abs(scale_x_ / scale_y_ - 1) > most_unsquare) return false;
    const double columns = std::round(width_ * scale_x_), rows = std::round(height_ * scale_y_);
    if (columns < 1 || rows < 1 || columns * rows > most_pixels) return false;
    raster_.width = static_cast<int>(columns);
    raster_.height = static_cast<int>(rows);
    raster_.dpi = scale_x_ * 72;
    raster_.gray.assign(static_cast<std::size_t>(columns * rows), 255);
    painting_ = true;
    return true;
  }
  Raster take() { return std::move(raster_); }

 private:
  // Notes an image on the first run, and says on the second that its samples are wanted.
  bool wanted(GfxState* state, int width, int height) {
    if (!sane(width, height)) other_ = true;
    if (other_ || painting_) return !other_;
    const auto place = placement_of(state);
    if (!place || state->getFillOpacity() < 1) {
      other_ = true;
      return false;
    }
    const double share = intersection(place->box, {0, 0, width_, height_}).area() / (width_ * height_);
    if (share < (images_only_ ? least_of_images : least_cover)) return false;
    covered_ = true;
    if (place->turned) std::swap(width, height);
    if (width / place->box.width() > scale_x_) {
      scale_x_ = width / place->box.width();
      scale_y_ = height / place->box.height();
    }
    return false;
  }

  bool drawn() {
    other_ = other_ || !images_only_;
    return true;
  }

  void fill_area(GfxState* state) {
    GfxGray gray;
    state->getFillGray(&gray);
    if (colToByte(gray) < white_enough) drawn();
  }

  // Nearest samples: those of the finest image meet the grid one to one.
  void paint(GfxState* state, const Samples& ink, const Samples* mask) {
    const auto place = placement_of(state);
    if (!place) return;
    const double left = std::round(place->box.x0 * scale_x_), top = std::round(place->box.y0 * scale_y_);
    const double columns = std::max(1.0, std::round(place->box.width() * scale_x_));
    const double rows = std::max(1.0, std::round(place->box.height() * scale_y_));
    Rect clip;
    state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
    const auto bound = [](double value, int most) {
      return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
    };
    const int x0 = bound(std::max(left, std::floor(clip.x0 * scale_x_)), raster_.width);
    const int x1 = bound(std::min(left + columns, std::ceil(clip.x1 * scale_x_)), raster_.width);
    const int y0 = bound(std::max(top, std::floor(clip.y0 * scale_y_)), raster_.height);
    const int y1 = bound(std::min(top + rows, std::ceil(clip.y1 * scale_y_)), raster_.height);
    // The image's column or row that each of the grid's columns and rows shows.
    const auto indices = [](int from, int to, double start, double length, bool flip, int count) {
      std::vector<int> found;
      for (int i = from; i < to; ++i) {
        const double part = (i + 0.5 - start) / length;
        found.push_back(std::clamp(static_cast<int>((flip ? 1 - part : part) * count), 0, count - 1));
      }
      return found;
    };
    const bool turned = place->turned;
    const auto steps = [&](const Samples& samples) {
      // Offsets into the samples: that of a column and that of a row of the grid add up to a pixel's.
      const int across = turned ? samples.height : samples.width, down = turned ? samples.width : samples.height;
      std::pair offsets(indices(x0, x1, left, columns, place->flip_x, across),
                        indices(y0, y1, top, rows, place->flip_y, down));
      for (int& offset : turned ? offsets.first : offsets.second) offset *= samples.width;
      return offsets;
    };
    const auto [ink_x, ink_y] = steps(ink);
    const auto [mask_x, mask_y] = mask == nullptr ? std::pair<std::vector<int>, std::vector<int>>{} : steps(*mask);
    if (!ink.coloured.empty() && raster_.coloured.empty()) raster_.coloured.resize(raster_.gray.size());
    const bool has_colour = !raster_.coloured.empty();
    for (int y = y0; y < y1; ++y) {
      const auto row = static_cast<std::size_t>(y - y0);
      std::uint8_t* to =
          raster_.gray.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster_.width) + x0;
      for (std::size_t column = 0; column < ink_x.size(); ++column, ++to) {
        const unsigned value = ink.values[static_cast<std::size_t>(ink_x[column] + ink_y[row])];
        const unsigned cover =
            mask == nullptr ? 255 : mask->values[static_cast<std::size_t>(mask_x[column] + mask_y[row])];
        if (has_colour && cover >= 128)
          raster_.coloured[static_cast<std::size_t>(to - raster_.gray.data())] =
              !ink.coloured.empty() && ink.coloured[static_cast<std::size_t>(ink_x[column] + ink_y[row])];
        *to = cover == 255 ? static_cast<std::uint8_t>(value)
                           : static_cast<std::uint8_t>((value * cover + *to * (255 - cover)) / 255);
      }
    }
  }

  double width_, height_;
  bool images_only_;
  bool other_ = false, covered_ = false, painting_ = false;
  double scale_x_ = 0, scale_y_ = 1;  // pixels a point
  Raster raster_;
};

}  // namespace

std::optional<Raster> read_page_picture(PDFDoc& document, int number, double width, double height, bool images_only) {
  Painter painter(width, height, images_only);
  constexpr double dpi = 72;  // a pixel is a point
  document.displayPage(&painter, number, dpi, dpi, 0, false, true, false);
  if (!painter.begin()) return std::nullopt;
  document.displayPage(&painter, number, dpi, dpi, 0, false, true, false);
  return painter.take();
}

}  // namespace cotejo::pdf

#endif
