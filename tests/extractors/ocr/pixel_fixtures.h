#pragma once

#include <algorithm>

#include "extractors/ocr/picture/page_image.h"
#include "extractors/ocr/rules/pixel_rules.h"
#include "tests/extractors/pdf/make_scan.h"

// Pictures that tests draw, and what they look at in them.
namespace cotejo::ocr {

using test::PdfPage;
using test::scanned;

inline PageImage image_of(const pdf::Raster& raster) {
  return {to_image(raster), raster.dpi};
}
inline PageImage image_of(const PdfPage& page, double dpi = 200) {
  return image_of(scanned(page, dpi));
}

inline double ink(const PageImage& image, double x0, double y0, double x1, double y1) {
  const double s = image.dpi / 72;
  return ink_share(ink_of(image.gray, 128), {static_cast<int>(x0 * s), static_cast<int>(y0 * s),
                                             static_cast<int>(x1 * s), static_cast<int>(y1 * s)});
}

inline PdfPage prose(double width = 300, double height = 200) {
  PdfPage page(width, height);
  for (int i = 0; i < 8; ++i) page.text(20, 30 + 20 * i, "Informe de ejecuci\363n presupuestal de la entidad", 10);
  return page;
}

inline int count(const PixelRules& found, bool horizontal) {
  return static_cast<int>(std::count_if(found.rules.begin(), found.rules.end(),
                                        [&](const PixelRule& r) { return r.horizontal == horizontal; }));
}

}  // namespace cotejo::ocr
