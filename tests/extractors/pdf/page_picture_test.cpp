#include <gtest/gtest.h>

#include "extractors/pdf/document.h"
#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::pdf {
namespace {

using test::PdfFile;
using test::PdfPage;
using test::scan_pdf;
using test::TemporaryFile;

Raster six_levels() {
  return {3, 2, 72, {10, 60, 110, 160, 210, 250}};
}

std::optional<Raster> picture_of(const std::string& bytes, bool images_only = false) {
  const TemporaryFile file(bytes);
  auto document = Document::open(file.path());
  EXPECT_TRUE(document.ok());
  return document.value().picture(1, images_only);
}

TEST(PagePicture, GivesTheImagesOwnPixels) {
  const auto picture = picture_of(scan_pdf(six_levels(), 300, 200, "300 0 0 200 0 0"));
  if (!picture) GTEST_SKIP() << "built without Poppler's own headers";
  EXPECT_EQ(picture->width, 3);
  EXPECT_EQ(picture->height, 2);
  EXPECT_NEAR(picture->dpi, 0.72, 1e-9);
  EXPECT_EQ(picture->gray, six_levels().gray);
}

// However the image is laid on the page, its picture is what the page shows: compared with a drawing of it.
TEST(PagePicture, FollowsFlipsAndTurns) {
  struct Case {
    const char* matrix;
    double width, height;
    int rotate;
  };
  const Case cases[] = {{"300 0 0 200 0 0", 300, 200, 0},    {"-300 0 0 200 300 0", 300, 200, 0},
                        {"300 0 0 -200 0 200", 300, 200, 0}, {"-300 0 0 -200 300 200", 300, 200, 0},
                        {"0 300 -200 0 200 0", 200, 300, 0}, {"0 -300 200 0 0 300", 200, 300, 0},
                        {"0 300 200 0 0 0", 200, 300, 0},    {"0 -300 -200 0 200 300", 200, 300, 0},
                        {"300 0 0 200 0 0", 300, 200, 90},   {"300 0 0 200 0 0", 300, 200, 180},
                        {"300 0 0 200 0 0", 300, 200, 270}};
  for (const Case& c : cases) {
    const TemporaryFile file(scan_pdf(six_levels(), c.width, c.height, c.matrix, {}, c.rotate));
    auto document = Document::open(file.path());
    const auto picture = document.value().picture(1);
    if (!picture) GTEST_SKIP() << "built without Poppler's own headers";
    const auto drawn = document.value().render(1, 72).value();
    ASSERT_EQ(picture->width * picture->height, 6) << c.matrix << c.rotate;
    for (int y = 0; y < picture->height; ++y)
      for (int x = 0; x < picture->width; ++x) {
        const int at = (y * 2 + 1) * drawn.height / picture->height / 2 * drawn.width +
                       (x * 2 + 1) * drawn.width / picture->width / 2;
        EXPECT_NEAR(picture->gray[static_cast<std::size_t>(y * picture->width + x)],
                    drawn.gray[static_cast<std::size_t>(at)], 1)
            << c.matrix << " /Rotate " << c.rotate << " at " << x << "," << y;
      }
  }
}

TEST(PagePicture, IsNoneWhereThePageShowsMoreThanImages) {
  const std::string visible = "BT /F 10 Tf 20 20 Td (Texto) Tj ET", hidden = "BT 3 Tr /F 10 Tf 20 20 Td (Texto) Tj ET";
  const auto with = [&](const std::string& more) { return scan_pdf(six_levels(), 300, 200, "300 0 0 200 0 0", more); };
  // Without Poppler's own headers no page is told to be a picture.
  const bool has_pictures = picture_of(with("")).has_value();
  EXPECT_FALSE(picture_of(with(visible)));
  EXPECT_FALSE(picture_of(with("0 0 m 100 100 l S")));
  EXPECT_EQ(picture_of(with(hidden)).has_value(), has_pictures);
  EXPECT_EQ(picture_of(with(visible), true).has_value(), has_pictures);
  EXPECT_FALSE(picture_of(PdfFile().add(PdfPage().text(72, 72, "Texto")).bytes()));
  EXPECT_FALSE(picture_of(scan_pdf(six_levels(), 300, 200, "60 0 0 40 0 0")));       // a logo
  EXPECT_FALSE(picture_of(scan_pdf(six_levels(), 300, 200, "290 30 -20 195 5 0")));  // askew
}

}  // namespace
}  // namespace cotejo::pdf
