// Negatives, dark uneven copies, photographs of sheets, and pages that cannot be read.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/again/overlooked.h"
#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/clean/perspective.h"
#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::ocr {
namespace {

using test::PdfPage;
using test::scanned;

PdfPage prose(double width, double height) {
  PdfPage page(width, height);
  for (int i = 0; 40 + 20 * i < height - 20; ++i)
    page.text(30, 40 + 20 * i, "Informe de ejecuci\363n presupuestal de la entidad", 10);
  return page;
}

double ink(const PageImage& image, double x0, double y0, double x1, double y1) {
  const double s = image.dpi / 72;
  return ink_share(ink_of(image.gray, 128), {static_cast<int>(x0 * s), static_cast<int>(y0 * s),
                                             static_cast<int>(x1 * s), static_cast<int>(y1 * s)});
}

TEST(PoorCopies, ANegativeIsTurned) {
  pdf::Raster raster = scanned(prose(300, 300));
  PageImage sound{to_image(raster), raster.dpi};
  EXPECT_FALSE(invert_negative(sound));
  for (std::uint8_t& level : raster.gray) level = static_cast<std::uint8_t>(255 - level);
  PageImage negative{to_image(raster), raster.dpi};
  EXPECT_TRUE(invert_negative(negative));
  EXPECT_NEAR(ink(negative, 20, 20, 280, 280), ink(sound, 20, 20, 280, 280), 0.01);
}

TEST(PoorCopies, APageOfDarkPaperIsNoNegative) {
  pdf::Raster raster = scanned(prose(300, 300));
  for (std::uint8_t& level : raster.gray) level = static_cast<std::uint8_t>(20 + level / 4);
  PageImage dark{to_image(raster), raster.dpi};
  EXPECT_FALSE(invert_negative(dark));
}

TEST(PoorCopies, PaperThatGrowsDarkIsNoBorder) {
  PdfPage page = prose(400, 400);
  page.text(280, 200, "1.234.567", 12, true);
  pdf::Raster raster = scanned(page);
  for (int y = 0; y < raster.height; ++y)
    for (int x = 0; x < raster.width; ++x) {
      auto& level = raster.gray[static_cast<std::size_t>(y * raster.width + x)];
      // Paper from 200 at the left to 80 at the right, and the lid's black beyond it.
      const double paper = 200 - 120.0 * x / raster.width;
      level = static_cast<std::uint8_t>(x > raster.width - 30 ? 20 : level * paper / 255 * 0.9 + 10);
    }
  PageImage image{to_image(raster), raster.dpi};
  even_light(image);
  EXPECT_GT(ink(image, 280, 188, 340, 202), 0.1);
  EXPECT_LT(ink(image, 300, 202, 380, 206), 0.1);
  EXPECT_LT(ink(image, 392, 20, 399, 380), 0.05);
}

TEST(PoorCopies, ADarkHeadAmongMuchTextIsStillInverted) {
  PdfPage page(400, 400);
  for (int i = 0; i < 40; ++i)
    page.text(20, 60 + 8 * i, "Informe de ejecuci\363n presupuestal de la entidad y de sus dependencias en el a\361o",
              8, true);
  page.box({20, 20, 380, 44}, 0.35).raw("1 g\n").text(60, 36, "Descripci\363n", 11, true).raw("0 g\n");
  const pdf::Raster raster = scanned(page);
  PageImage image{to_image(raster), raster.dpi};
  even_light(image);
  EXPECT_LT(ink(image, 200, 24, 370, 40), 0.05);
  EXPECT_GT(ink(image, 60, 27, 120, 37), 0.1);
}

// The page as a telephone sees it from aside: on a dark table, its upper side shorter than the lower one, and turned.
pdf::Raster photographed(const pdf::Raster& page) {
  pdf::Raster photo{page.width * 5 / 4, page.height * 5 / 4, page.dpi, {}};
  photo.gray.assign(static_cast<std::size_t>(photo.width) * static_cast<std::size_t>(photo.height), 40);
  for (int y = 0; y < photo.height; ++y)
    for (int x = 0; x < photo.width; ++x) {
      const double down = (y - 0.1 * photo.height - 0.05 * (x - photo.width / 2.0)) / (0.8 * photo.height);
      const double half = 0.36 + 0.05 * down, middle = 0.5 - 0.03 * down;
      const double along = (static_cast<double>(x) / photo.width - middle + half) / (2 * half);
      if (down < 0 || down >= 1 || along < 0 || along >= 1) continue;
      photo.gray[static_cast<std::size_t>(y * photo.width + x)] = page.gray[static_cast<std::size_t>(
          static_cast<int>(down * page.height) * page.width + static_cast<int>(along * page.width))];
    }
  return photo;
}

TEST(PoorCopies, ASheetPhotographedAtAnAngleIsSetFlat) {
  PdfPage page(300, 400);
  page.line(30, 60, 270, 60, 1.5).line(30, 340, 270, 340, 1.5).text(40, 200, "Total", 12);
  const pdf::Raster photo = photographed(scanned(page));
  PageImage image{to_image(photo), photo.dpi};
  EXPECT_NEAR(flatten(image), -2.4, 1.5);
  // Both rules are level: a row of pixels holds most of each.
  const Image dark = ink_of(image.gray, 150);
  int level = 0;
  for (int y = 0; y + 6 < height(image.gray); y += 3)
    if (ink_share(dark, {width(image.gray) / 4, y, 3 * width(image.gray) / 4, y + 6}) > 0.4) ++level;
  EXPECT_GE(level, 2);
  EXPECT_LE(level, 8);
  EXPECT_EQ(ink_share(dark, {0, 0, 10, height(image.gray)}), 0);  // the table is gone
}

TEST(PoorCopies, AScanIsLeftAsItIs) {
  const pdf::Raster raster = scanned(prose(300, 300));
  PageImage image{to_image(raster), raster.dpi};
  EXPECT_EQ(flatten(image), 0);
  PdfPage bordered = prose(300, 300);
  bordered.box({0, 0, 300, 8}, 0).box({0, 292, 300, 300}, 0).box({0, 0, 8, 300}, 0).box({292, 0, 300, 300}, 0);
  PageImage framed{to_image(scanned(bordered)), 200};
  EXPECT_EQ(flatten(framed), 0);
}

TEST(PoorCopies, LettersThatNoWordCoversAreCounted) {
  const pdf::Raster raster = scanned(prose(300, 300));
  const PageImage image{to_image(raster), raster.dpi};
  const Image inked = ink_of(image.gray, 160);
  const int text_height = static_cast<int>(7 * raster.dpi / 72);
  EXPECT_EQ(unread_share(inked, {}, text_height), 1);
  PixelWord upper_half;
  upper_half.box = {0, 0, raster.width, raster.height / 2};
  EXPECT_NEAR(unread_share(inked, {upper_half}, text_height), 0.5, 0.1);
  upper_half.box.y1 = raster.height;
  EXPECT_EQ(unread_share(inked, {upper_half}, text_height), 0);
}

}  // namespace
}  // namespace cotejo::ocr
