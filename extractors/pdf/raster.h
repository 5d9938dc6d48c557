#pragma once

#include <cstdint>
#include <vector>

namespace cotejo::pdf {

// A gray picture, one byte a pixel, rows from the top without padding; 0 is black.
struct Raster {
  int width = 0;  // pixels
  int height = 0;
  double dpi = 0;  // pixels per inch of the page as shown
  std::vector<std::uint8_t> gray;
  // Where there is ink of a clear colour (a pen, a stamp, coloured print), a pixel each as in `gray`; empty where there
  // is none, or it was not looked for: only picture() does.
  std::vector<bool> coloured{};
};

}  // namespace cotejo::pdf
