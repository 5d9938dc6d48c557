// A picture made ready to be read: light, dust, borders, skew, leaders.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/clean/bilevel.h"
#include "extractors/ocr/clean/dust.h"
#include "extractors/ocr/clean/leaders.h"
#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/clean/specks.h"
#include "extractors/ocr/clean/upright.h"
#include "tests/extractors/ocr/pixel_fixtures.h"

namespace cotejo::ocr {
namespace {

TEST(Clean, SpecksGoAndFullStopsStay) {
  pdf::Raster raster = scanned(PdfPage(200, 60).text(20, 30, "1.234", 8));
  const double before = ink(image_of(raster), 20, 20, 60, 34);
  for (int i = 0; i < 40; ++i) raster.gray[static_cast<std::size_t>((5 + i % 5 * 4) * raster.width + 10 + 12 * i)] = 0;
  PageImage image = image_of(raster);
  despeckle(image);
  EXPECT_EQ(ink(image, 0, 0, 200, 10), 0);
  EXPECT_NEAR(ink(image, 20, 20, 60, 34), before, before * 0.02);
}

TEST(Clean, ADashBetweenTwoWordsIsNoDust) {
  PageImage image = image_of(PdfPage(200, 60)
                                 .text(20, 30, "1110103000", 6)
                                 .line(57, 28, 58.5, 28, 0.6)
                                 .text(62, 30, "26", 6)
                                 .line(90, 28, 91.5, 28, 0.6));
  wipe_specks(image);
  EXPECT_GT(ink(image, 56, 27, 59.5, 29), 0.1);
  EXPECT_EQ(ink(image, 85, 20, 100, 40), 0);  // with nothing on one side
}

TEST(Clean, DustIsWipedAndSignsAndLeadersStay) {
  PdfPage page(300, 120);
  page.text(20, 30, "Peticiones: 1.234,5 d\355as", 8).text(20, 60, "Quejas . . . . . . . . . . . . . . . . . 7", 8);
  pdf::Raster raster = scanned(page);
  const double text = ink(image_of(raster), 20, 20, 200, 36), dots = ink(image_of(raster), 50, 50, 180, 64);
  for (int i = 0; i < 30; ++i) {
    for (int y = 0; y < 3; ++y)
      for (int x = 0; x < 3; ++x)  // three pixels of 200 to an inch: over a point
        raster.gray[static_cast<std::size_t>((230 + 20 * (i % 4) + y) * raster.width + 30 + 25 * i + x)] = 0;
  }
  PageImage image = image_of(raster);
  wipe_specks(image);
  EXPECT_EQ(ink(image, 0, 76, 300, 120), 0);
  EXPECT_NEAR(ink(image, 20, 20, 200, 36), text, text * 0.01);
  EXPECT_NEAR(ink(image, 50, 50, 180, 64), dots, dots * 0.01);
}

TEST(Clean, GrainsOfAShadeGoFromAroundItsLetters) {
  pdf::Raster raster = scanned(PdfPage(200, 60).text(20, 30, "Trimestre I 1.234", 9, true), 300);
  const double text = ink(image_of(raster), 19, 21, 110, 33);
  for (int y = 60; y < 160; y += 5)
    for (int x = 50 + y % 3; x < 500; x += 5) raster.gray[static_cast<std::size_t>(y * raster.width + x)] = 0;
  PageImage image = image_of(raster);
  EXPECT_GT(ink(image, 19, 21, 110, 33), 1.1 * text);
  wipe_specks(image);
  EXPECT_NEAR(ink(image, 19, 21, 110, 33), text, 0.06 * text);
}

TEST(Clean, FaintPrintBecomesDark) {
  pdf::Raster raster = scanned(prose());
  for (std::uint8_t& level : raster.gray) level = static_cast<std::uint8_t>(150 + level * 100 / 255);
  PageImage image = image_of(raster);
  const double faint = ink(image, 20, 20, 280, 180);
  even_light(image);
  EXPECT_EQ(faint, 0);
  EXPECT_GT(ink(image, 20, 20, 280, 180), 0.03);
}

TEST(Clean, UnevenLightBecomesWhiteAndShadesAreTold) {
  PdfPage page = prose();
  page.box({20, 182, 200, 196}, 0.8);
  pdf::Raster raster = scanned(page);
  for (int y = 0; y < raster.height; ++y)
    for (int x = 0; x < raster.width; ++x) {
      auto& level = raster.gray[static_cast<std::size_t>(y * raster.width + x)];
      level = static_cast<std::uint8_t>(level * (0.8 + 0.2 * x / raster.width));  // a shadow at the left
    }
  PageImage image = image_of(raster);
  const auto shades = even_light(image);
  EXPECT_EQ(ink_share(ink_of(image.gray, 230), {0, 0, width(image.gray), 40}), 0);
  ASSERT_EQ(shades.size(), 1U);
  EXPECT_NEAR(shades[0].box.y0 * 72 / image.dpi, 182, 4);
  EXPECT_NEAR(shades[0].gray, 204, 12);
}

TEST(Clean, DarkHeadsAreInvertedAndFatLettersAreNot) {
  PdfPage page(300, 120);
  page.box({20, 20, 280, 40}, 0.15)
      .raw("1 g\n")
      .text(60, 34, "Descripci\363n", 10)
      .raw("0 g\n")
      .text(20, 90, "AVANCES PRIMER", 26, true);
  PageImage image = image_of(page);
  const double title = ink(image, 20, 65, 250, 95);
  even_light(image);
  EXPECT_LT(ink(image, 150, 22, 270, 38), 0.02);
  EXPECT_GT(ink(image, 60, 25, 110, 36), 0.08);
  EXPECT_NEAR(ink(image, 20, 65, 250, 95), title, 0.05);
}

// Letters nearly fill a low head, a heavy frame holds on to it, and its narrow boxes are no wider than a letter of a
// title.
TEST(Clean, LowHeadsAndTheNarrowBoxesBesideThemAreInverted) {
  PdfPage page(400, 200);
  page.box({20, 20, 380, 30}, 0.3).frame({20, 20, 380, 60}, 1.8);
  page.box({20, 80, 60, 92}, 0.4).box({62, 80, 74, 92}, 0.4).box({76, 80, 88, 92}, 0.4);
  page.raw("1 g\n").text(30, 28, "EJECUCI\323N DE GASTOS DE LA VIGENCIA, APROPIACI\323N DEFINITIVA", 8, true);
  page.text(26, 89, "Mes", 8, true).text(65, 89, "P", 8, true).text(79, 89, "R", 8, true).raw("0 g\n");
  page.text(20, 150, "DEBIDO", 40, true);
  PageImage image = image_of(page);
  PageImage title{Image(pixCopy(nullptr, image.gray.get())), image.dpi};
  Image leaning(pixRotateAMGray(image.gray.get(), 0.012F, 255));
  image.gray = std::move(leaning);
  auto shades = even_light(image);
  ASSERT_GE(shades.size(), 4U);
  const double turned = straighten(image);
  EXPECT_NEAR(turned, -0.7, 0.1);
  turn(shades, turned, image.gray);
  for (const PixelShade& shade : shades) {
    if (!shade.exact) continue;
    const double top = shade.box.y0 < 140 ? 20 : 80, foot = shade.box.y0 < 140 ? 30 : 92;
    EXPECT_NEAR(shade.box.y0 * 72 / image.dpi, top, 1);
    EXPECT_NEAR(shade.box.y1 * 72 / image.dpi, foot, 1);
  }
  EXPECT_LT(ink(image, 310, 22, 375, 28), 0.02);
  EXPECT_GT(ink(image, 31, 22, 280, 29), 0.1);
  EXPECT_LT(ink(image, 31, 22, 280, 29), 0.5);
  for (const double x : {63.0, 77.0}) {
    EXPECT_GT(ink(image, x, 81, x + 10, 91), 0.05);
    EXPECT_LT(ink(image, x, 81, x + 10, 91), 0.4);
  }
  EXPECT_NEAR(ink(image, 20, 115, 200, 155), ink(title, 20, 115, 200, 155), 0.03);
}

TEST(Clean, BlackBordersAndHolesAreWiped) {
  PdfPage page = prose(400, 400);
  page.box({0, 0, 12, 400}, 0).box({0, 390, 400, 400}, 0).box({30, 220, 45, 235}, 0);
  page.text(100, 300, "TOTAL GENERAL", 20, true);
  PageImage image = image_of(page);
  const double text = ink(image, 100, 280, 300, 305);
  even_light(image);
  EXPECT_NEAR(ink(image, 100, 280, 300, 305), text, 0.05);
  EXPECT_LT(ink(image, 2, 200, 10, 380), 0.05);
  EXPECT_LT(ink(image, 100, 392, 390, 399), 0.05);
}

// A punched hole as a scan shows it.
std::string disk(double x, double y, double radius) {
  const double k = 0.5523 * radius;  // of a circle by four curves
  const auto curve = [](std::initializer_list<double> points) {
    std::string drawn;
    for (const double point : points) drawn += std::to_string(point) + " ";
    return drawn + "c\n";
  };
  return "0 g\n" + std::to_string(x + radius) + " " + std::to_string(y) + " m\n" +
         curve({x + radius, y + k, x + k, y + radius, x, y + radius}) +
         curve({x - k, y + radius, x - radius, y + k, x - radius, y}) +
         curve({x - radius, y - k, x - k, y - radius, x, y - radius}) +
         curve({x + k, y - radius, x + radius, y - k, x + radius, y}) + "f\n";
}

TEST(Clean, PunchedHolesAreWipedAndFatLettersNearTheEdgeAreNot) {
  PdfPage page = prose(500, 400);
  page.raw(disk(24, 200, 9)).text(180, 66, "SI TUACI\323N", 20, true);
  PageImage image = image_of(page, 300);
  const double letters = ink(image, 178, 50, 204, 68);
  ASSERT_GT(ink(image, 18, 194, 30, 206), 0.9);
  even_light(image);
  EXPECT_EQ(ink(image, 14, 190, 34, 210), 0);
  EXPECT_NEAR(ink(image, 178, 50, 204, 68), letters, 0.05);
}

TEST(Clean, ASkewedPageIsSetStraight) {
  PageImage image = image_of(test::skewed(scanned(prose()), 2));
  EXPECT_NEAR(straighten(image), -2, 0.1);
  EXPECT_NEAR(straighten(image), 0, 0.1);
  PageImage blank = image_of(PdfPage(200, 200));
  EXPECT_EQ(straighten(blank), 0);
}

TEST(Clean, RulesThatLeanAreSetUpright) {
  for (const double degrees : {2.0, -1.5}) {
    PdfPage page = prose(400, 400);
    page.grid({20, 160, 280, 380}, {180, 210, 380});
    PageImage image = image_of(test::leaning(scanned(page), degrees));
    EXPECT_NEAR(set_rules_upright(image), degrees, 0.1);
    EXPECT_NEAR(set_rules_upright(image), 0, 0.1);
    EXPECT_EQ(count(find_rules(image), false), 4);
  }
  PageImage text = image_of(test::leaning(scanned(prose()), 2));
  EXPECT_EQ(set_rules_upright(text), 0);  // nothing says how it stands
}

TEST(Clean, ATurnedPageIsToldByItsLines) {
  EXPECT_EQ(quarter_turns_to_level(image_of(prose())), 0);
  EXPECT_EQ(quarter_turns_to_level(image_of(test::turned_clockwise(scanned(prose())))), 1);
}

// Ink that strays over the edges of letters, as the noise of a threshold has it.
PageImage fringed(double dpi, double size) {
  pdf::Raster raster = scanned(PdfPage(200, 60).text(20, 40, "Modalidad", size, true).line(20, 50, 180, 50, 0.2), dpi);
  for (std::uint8_t& level : raster.gray) level = level < 128 ? 0 : 255;
  const std::vector<std::uint8_t> sound = raster.gray;
  for (int y = 1; y + 1 < raster.height; ++y)
    for (int x = 1; x + 1 < raster.width; ++x) {
      const auto at = static_cast<std::size_t>(y * raster.width + x);
      const bool edge = sound[at] != sound[at - 1] || sound[at] != sound[at + static_cast<std::size_t>(raster.width)];
      if (edge && (7 * x + 5 * y) % 11 == 0) raster.gray[at] = static_cast<std::uint8_t>(255 - raster.gray[at]);
    }
  return image_of(raster);
}

int marks_of(const PageImage& image) {
  const Image ink = ink_of(image.gray, 128);
  l_int32 count = 0;
  pixCountConnComp(ink.get(), 8, &count);
  return count;
}

TEST(Clean, TheFringesOfAScanOfBlackAndWhiteAreSmoothed) {
  PageImage image = fringed(300, 12);
  const double before = ink(image, 19, 28, 90, 41), rule = ink(image, 20, 49.5, 180, 50.5);
  PageImage noisy{Image(pixCopy(nullptr, image.gray.get())), image.dpi};
  smooth_bilevel(image);
  EXPECT_NEAR(ink(image, 19, 28, 90, 41), before, 0.1 * before);
  EXPECT_GT(ink(image, 20, 49.5, 180, 50.5), 0.8 * rule);  // a hairline stays
  l_int32 same = 1;
  pixEqual(image.gray.get(), noisy.gray.get(), &same);
  EXPECT_EQ(same, 0);
  EXPECT_LE(marks_of(image), marks_of(noisy));
}

TEST(Clean, ThinLettersAndGrayScansAreNotSmoothed) {
  PageImage thin = fringed(200, 5), gray = image_of(prose(), 300);
  for (PageImage* image : {&thin, &gray}) {
    const PageImage before{Image(pixCopy(nullptr, image->gray.get())), image->dpi};
    smooth_bilevel(*image);
    l_int32 same = 0;
    pixEqual(image->gray.get(), before.gray.get(), &same);
    EXPECT_EQ(same, 1);
  }
}

TEST(Leaders, AreTakenOutAfterTextOnly) {
  PdfPage page(300, 100);
  page.text(20, 30, "Introducci\363n ........................................ 3", 10);
  page.text(150, 70, "........................................", 10);
  PageImage image = image_of(page);
  const auto words = take_out_leaders(image);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].text.find_first_not_of('.'), std::string::npos);
  EXPECT_NEAR(static_cast<double>(words[0].text.size()), 40, 1);
  EXPECT_GT(ink(image, 20, 20, 70, 32), 0.05);
  EXPECT_GT(ink(image, 150, 66, 250, 71), 0.01);
}

TEST(Clean, ADottedGridIsNoLeader) {
  PdfPage page(300, 120);
  page.raw("[2 2] 0 d\n").line(20, 21, 20, 80, 1.2).raw("[1 1] 0 d\n");
  for (const double y : {20.0, 40.0, 60.0, 80.0}) page.line(22, y, 280, y, 1);
  page.raw("[] 0 d\n");
  page.text(24, 34, "Enero", 9).text(110, 34, "112", 9).text(24, 54, "Febrero", 9).text(110, 54, "17", 9);
  PageImage image = image_of(page);
  EXPECT_TRUE(take_out_leaders(image).empty());
}

}  // namespace
}  // namespace cotejo::ocr
