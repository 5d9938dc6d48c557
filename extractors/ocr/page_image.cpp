#include "extractors/ocr/page_image.h"

#include <algorithm>
#include <cmath>

namespace cotejo::ocr {

namespace {

constexpr double kPlainDpi = 300;     // of pages that are not images
constexpr double kMostPixels = 36e6;  // gray, one byte each: the largest picture, with its copies, stays under 400 MB
constexpr double kCoarseSide = 1500;  // a page whose longer side has fewer pixels than this is enlarged
constexpr double kShareOfPage = 0.2;  // an image that covers less says nothing about the page's resolution

}  // namespace

double working_dpi(const model::Page& page) {
  const model::Rect sheet{0, 0, page.width, page.height};
  double dpi = 0;
  for (const model::ImageBox& image : page.images) {
    if (image.box.empty() || intersection(image.box, sheet).area() < kShareOfPage * sheet.area()) continue;
    // A turned image has its pixel width along the page's height: take the pairing that gives square pixels.
    const double straight = image.pixel_width / image.box.width() * 72,
                 across = image.pixel_height / image.box.height() * 72;
    const double turned = image.pixel_width / image.box.height() * 72,
                 turned_across = image.pixel_height / image.box.width() * 72;
    const bool is_turned = std::abs(std::log(turned / turned_across)) + 0.1 < std::abs(std::log(straight / across));
    dpi = std::max(dpi, is_turned ? std::max(turned, turned_across) : std::max(straight, across));
  }
  if (dpi <= 0) dpi = kPlainDpi;
  const double longer = std::max(page.width, page.height) / 72;
  if (dpi * longer < kCoarseSide) dpi *= 2;
  const double most = std::sqrt(kMostPixels / std::max(1.0, page.width / 72 * page.height / 72));
  return std::min(dpi, most);
}

model::Result<PageImage> page_image(pdf::Document& document, const model::Page& page) {
  const double dpi = working_dpi(page);
  model::Result<pdf::Raster> raster = document.render(page.number, dpi);
  if (!raster) return raster.error();
  return PageImage{to_image(raster.value()), raster.value().dpi};
}

}  // namespace cotejo::ocr
