#pragma once

#include <memory>
#include <vector>

#include "extractors/pdf/raster.h"

struct Pix;

namespace cotejo::ocr {

// Leptonica's pictures, owned. Gray ones hold 8 bits a pixel (0 black), ink ones 1 bit (1 ink).
struct DestroyPix {
  void operator()(Pix* pix) const;
};
using Image = std::unique_ptr<Pix, DestroyPix>;

// A gray picture of a page.
struct PageImage {
  Image gray;
  // Pixels per inch of the paper, as far as can be told: what sizes of strokes and letters are measured by. A file that
  // calls a 300 dpi scan a page of three feet still has 300 here; places on the page come from the picture's size.
  double dpi = 0;
  // Ink of a clear colour: a pen's, a stamp's, or coloured print. Nothing where there is none.
  Image coloured{};
  // Drawn by the program from letters and lines, not scanned: it stands straight.
  bool drawn = false;
};

[[nodiscard]] int width(const Image& image);
[[nodiscard]] int height(const Image& image);

// A box of pixels, the right and bottom ones not included.
struct PixelBox {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  [[nodiscard]] int width() const { return x1 - x0; }
  [[nodiscard]] int height() const { return y1 - y0; }
};

[[nodiscard]] Image to_image(const pdf::Raster& raster);
[[nodiscard]] Image coloured_ink(const pdf::Raster& raster);

// Gray below `threshold` becomes ink.
[[nodiscard]] Image ink_of(const Image& gray, int threshold);

// The share of ink pixels in a box, 0 to 1; the box is cut to the picture, an empty one has none.
[[nodiscard]] double ink_share(const Image& ink, PixelBox box);

// Whether each row of a strip of the page holds ink, from its top; what lies beyond the picture is white.
[[nodiscard]] std::vector<bool> inked_rows(const Image& ink, PixelBox strip);

// The boxes of the connected pieces of ink in an area, in the page's pixels; the area is cut to the picture.
[[nodiscard]] std::vector<PixelBox> pieces_in(const Image& ink, PixelBox area);

}  // namespace cotejo::ocr
