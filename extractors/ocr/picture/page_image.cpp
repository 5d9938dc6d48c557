#include "extractors/ocr/picture/page_image.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/ocr/picture/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::page_image;

// Pixels per inch of the paper. A page larger than paper is a scan whose file does not tell its size: take it for A4.
double paper_dpi(const Image& gray, const model::Page& page) {
  const double pixels = std::max(width(gray), height(gray)), inches = std::max(page.width, page.height) / 72;
  return inches > kLongestPaper ? pixels / kUsualPaper : pixels / std::max(inches, kLeastPaper);
}

double share_under_images(const model::Page& page) {
  const model::Rect sheet{0, 0, page.width, page.height};
  double covered = 0;
  for (const model::ImageBox& image : page.images) covered += intersection(image.box, sheet).area();
  return covered / std::max(1.0, sheet.area());
}

}  // namespace

double drawing_dpi(const model::Page& page) {
  const model::Rect sheet{0, 0, page.width, page.height};
  double dpi = 0;
  for (const model::ImageBox& image : page.images) {
    if (image.box.empty() || intersection(image.box, sheet).area() < kShareOfPage * sheet.area()) continue;
    // Pixels and area, for a turned image has its pixel width along the page's height.
    const double pixels = static_cast<double>(image.pixel_width) * image.pixel_height;
    dpi = std::max(dpi, std::sqrt(pixels / image.box.area()) * 72);
  }
  dpi = dpi <= 0 ? kPlainDpi : std::clamp(dpi, kLeastDrawn, kMostDrawn);
  const double longer = std::max(page.width, page.height) / 72;
  if (longer > kLongestPaper) dpi = kPlainDpi * kUsualPaper / longer;
  const double square_inches = std::max(kLeastArea, page.width / 72 * page.height / 72);
  return std::min(dpi, std::sqrt(kMostPixels / square_inches));
}

void fit_resolution(PageImage& image) {
  const auto pixels = [&] { return static_cast<double>(width(image.gray)) * height(image.gray); };
  while ((image.dpi > kFinest || pixels() > kMostPixels) &&
         std::min(width(image.gray), height(image.gray)) > kSmallest) {
    image.gray.reset(pixScaleAreaMap2(image.gray.get()));
    if (image.coloured) image.coloured.reset(pixReduceRankBinary2(image.coloured.get(), 1, nullptr));
    image.dpi /= 2;
  }
  if (image.dpi < kCoarsest && pixels() * 4 < kMostPixels) {
    image.gray.reset(pixScaleGray2xLI(image.gray.get()));
    if (image.coloured) image.coloured.reset(pixExpandBinaryPower2(image.coloured.get(), 2));
    image.dpi *= 2;
  }
}

model::Result<PageImage> page_image(pdf::Document& document, const model::Page& page) {
  PageImage image;
  if (std::optional<pdf::Raster> picture = document.picture(page.number)) {
    image.gray = to_image(*picture);
    image.coloured = coloured_ink(*picture);
  } else {
    model::Result<pdf::Raster> drawn = document.render(page.number, drawing_dpi(page));
    if (!drawn) return drawn.error();
    image.gray = to_image(drawn.value());
    image.drawn = share_under_images(page) < kScan;
  }
  if (!image.gray) return model::Error{model::ErrorCode::out_of_memory, model::Stage::ocr, "", page.number, ""};
  image.dpi = paper_dpi(image.gray, page);
  fit_resolution(image);
  if (!image.gray) return model::Error{model::ErrorCode::out_of_memory, model::Stage::ocr, "", page.number, ""};
  return image;
}

}  // namespace cotejo::ocr
