#include "extractors/overlay/canvas.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/overlay/tolerances.h"

namespace cotejo::overlay {

namespace {

using namespace tolerances::canvas;

l_uint32 pixel_of(int r, int g, int b) {
  l_uint32 pixel = 0;
  composeRGBPixel(r, g, b, &pixel);
  return pixel;
}

Box* pixels(int x0, int y0, int x1, int y1) {
  return boxCreate(x0, y0, std::max(1, x1 - x0), std::max(1, y1 - y0));
}

}  // namespace

void Canvas::PixDelete::operator()(Pix* pix) const {
  pixDestroy(&pix);
}

Canvas::Canvas(const pdf::Raster& picture)
    : scale_(picture.dpi / 72),
      lettering_(std::max(least_letter_pixels, static_cast<int>(std::lround(letter_points * picture.dpi / 72)))) {
  pix_.reset(pixCreate(picture.width, picture.height, 32));
  if (!pix_) return;
  l_uint32* data = pixGetData(pix_.get());
  const l_int32 stride = pixGetWpl(pix_.get());
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      const int level = darkest + picture.gray[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                               static_cast<std::size_t>(x)] *
                                      (255 - darkest) / 255;
      data[static_cast<std::ptrdiff_t>(y) * stride + x] = pixel_of(level, level, level);
    }
}

int Canvas::px(double points) const {
  return static_cast<int>(std::lround(std::clamp(points, -1e5, 1e5) * scale_));
}

void Canvas::box(const model::Rect& r, Color c, int width) {
  Box* frame = pixels(px(r.x0), px(r.y0), px(r.x1), px(r.y1));
  pixRenderBoxArb(pix_.get(), frame, width, c.r, c.g, c.b);
  boxDestroy(&frame);
}

void Canvas::tint(const model::Rect& r, Color c, float strength) {
  Box* area = pixels(px(r.x0), px(r.y0), px(r.x1), px(r.y1));
  pixBlendInRect(pix_.get(), area, pixel_of(c.r, c.g, c.b), strength);
  boxDestroy(&area);
}

void Canvas::line(double x0, double y0, double x1, double y1, Color c, int width) {
  pixRenderLineArb(pix_.get(), px(x0), px(y0), px(x1), px(y1), width, c.r, c.g, c.b);
}

int Canvas::letters(int x, int y, std::string_view text, Color c) {
  const int width = pixGetWidth(pix_.get()), height = pixGetHeight(pix_.get());
  l_uint32* data = pixGetData(pix_.get());
  const l_int32 stride = pixGetWpl(pix_.get());
  for (const Lettering::Glyph& glyph : lettering_.glyphs(text)) {
    for (int row = 0; row < glyph.rows; ++row)
      for (int column = 0; column < glyph.columns; ++column) {
        const int at_x = x + glyph.left + column, at_y = y - glyph.top + row;
        if (at_x < 0 || at_x >= width || at_y < 0 || at_y >= height) continue;
        l_uint32& pixel = data[static_cast<std::ptrdiff_t>(at_y) * stride + at_x];
        int r = 0, g = 0, b = 0;
        extractRGBValues(pixel, &r, &g, &b);
        const int ink = glyph.cover[static_cast<std::size_t>(row) * static_cast<std::size_t>(glyph.columns) +
                                    static_cast<std::size_t>(column)];
        const auto mixed = [&](int paper, int color) { return (paper * (255 - ink) + color * ink) / 255; };
        pixel = pixel_of(mixed(r, c.r), mixed(g, c.g), mixed(b, c.b));
      }
    x += glyph.advance;
  }
  return x;
}

void Canvas::label(double x, double y, std::string_view text, Color c) {
  const int line = lettering_.line_height(), wide = lettering_.width(text);
  if (wide == 0) return;
  const int left = std::clamp(px(x), 0, std::max(0, static_cast<int>(pixGetWidth(pix_.get())) - wide));
  const int top = std::max(0, px(y) - line);
  Box* ground = pixels(left, top, left + wide, top + line);
  pixBlendInRect(pix_.get(), ground, pixel_of(255, 255, 255), nearly_covering);
  boxDestroy(&ground);
  letters(left, top + lettering_.ascent(), text, c);
}

void Canvas::strip(const std::vector<std::vector<Part>>& paragraphs) {
  const int line = lettering_.line_height(), margin = line, space = lettering_.width(" ");
  const int width = pixGetWidth(pix_.get()), page_height = pixGetHeight(pix_.get());
  if (line == 0) return;
  struct Word {
    int x, line;
    std::string_view text;
    Color color;
  };
  std::vector<Word> words;
  int lines = 0;
  for (const std::vector<Part>& paragraph : paragraphs) {
    int x = margin;
    for (const Part& part : paragraph)
      for (std::size_t at = 0; at < part.text.size();) {
        const std::size_t end = std::min(part.text.find(' ', at), part.text.size());
        const std::string_view word = std::string_view(part.text).substr(at, end - at);
        const int wide = lettering_.width(word);
        if (x > margin && x + wide > width - margin) {
          x = margin;
          ++lines;
        }
        words.push_back({x, lines, word, part.color});
        x += wide + space;
        at = end + 1;
      }
    ++lines;
  }
  const int height = lines * line + 2 * margin;
  std::unique_ptr<Pix, PixDelete> taller(pixCreate(width, page_height + height, 32));
  if (!taller) return;
  pixSetAll(taller.get());
  pixRasterop(taller.get(), 0, 0, width, page_height, PIX_SRC, pix_.get(), 0, 0);
  pix_ = std::move(taller);
  pixRenderLineArb(pix_.get(), 0, page_height, width, page_height, 2, gray.r, gray.g, gray.b);
  for (const Word& word : words)
    letters(word.x, page_height + margin + word.line * line + lettering_.ascent(), word.text, word.color);
}

bool Canvas::write(const std::string& path) const {
  return pixWrite(path.c_str(), pix_.get(), IFF_PNG) == 0;
}

std::string Canvas::png() const {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&bytes, &size, pix_.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

}  // namespace cotejo::overlay
