// Rules and closed cells found in pixels: drawn by the test, looked for by the code.
#include "extractors/ocr/rules/pixel_rules.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/rules/pixel_cells.h"
#include "tests/extractors/ocr/pixel_fixtures.h"

namespace cotejo::ocr {
namespace {

TEST(PixelRules, AreFoundWhereTheyAreDrawn) {
  const PageImage image = image_of(PdfPage(300, 200).grid({20, 120, 280}, {20, 60, 100}).text(30, 45, "Total"));
  const PixelRules found = find_rules(image);
  EXPECT_EQ(count(found, true), 3);
  EXPECT_EQ(count(found, false), 3);
  const double s = image.dpi / 72;
  EXPECT_NEAR(found.rules[1].at / s, 60, 0.5);
  EXPECT_NEAR(found.rules[1].from / s, 20, 1);
  EXPECT_NEAR(found.rules[1].to / s, 280, 1);
}

TEST(PixelRules, AreFoundFaintAndBroken) {
  PdfPage page(300, 200);
  page.line(20, 30, 280, 30, 0.5, 0.55).line(20, 30, 20, 90).line(280, 30, 280, 90);
  for (double x = 20; x < 280; x += 6) page.line(x, 90, x + 4, 90, 0.8);
  EXPECT_EQ(count(find_rules(image_of(page)), true), 2);
}

TEST(PixelRules, AreNotSeenInText) {
  EXPECT_TRUE(find_rules(image_of(prose())).rules.empty());
  EXPECT_TRUE(find_rules(image_of(PdfPage(300, 100).text(10, 50, "LITIGIO HILTON", 24, true))).rules.empty());
}

TEST(PixelRules, AreNotSeenInOnesThatStandOneOverTheOther) {
  PdfPage page(200, 240);
  for (int i = 0; i < 14; ++i) page.text(40, 30 + 9.0 * i, i % 2 ? "1110101000 - 16" : "1110113000 - 51", 8);
  page.line(160, 20, 160, 160, 0.7);
  const PixelRules found = find_rules(image_of(page));
  EXPECT_EQ(count(found, false), 1);
}

TEST(PixelRules, AreFollowedWhereTheyAreWornToTheNextRule) {
  PdfPage page(300, 200);
  page.grid({20, 280}, {20, 180}).line(150, 20, 150, 60, 0.4).line(150, 140, 150, 180, 0.4);
  // In its middle the rule has gaps and steps aside by a pixel: no piece is as long as a rule.
  for (int i = 0; i < 10; ++i) page.line(150 + 0.36 * (i % 2), 60 + 8 * i, 150 + 0.36 * (i % 2), 67 + 8 * i, 0.4);
  for (int i = 0; i < 12; ++i) page.text(152, 40 + 10 * i, "-1.411.644.495,13", 8).text(100, 40 + 10 * i, "Capital", 8);
  const PageImage image = image_of(page);
  const PixelRules found = find_rules(image);
  EXPECT_EQ(count(found, false), 3);
  EXPECT_EQ(closed_cells(image, found).size(), 2U);
  take_out(image, found);
  EXPECT_LT(ink(image, 149, 62, 151.2, 138), 0.02);
}

TEST(PixelRules, AreJoinedWhereAWornPrintShowsPieces) {
  const auto page = [](bool traces, bool crossed) {
    PdfPage made(300, 400);
    made.grid({20, 280}, {20, 380}).line(150, 20, 150, 90, 0.4).line(150, 180, 150, 260, 0.4);
    for (int y = 93; traces && y < 180; y += 6) made.line(150, y, 150, y + 2.5, 0.4);
    for (int i = 0; i < 28; ++i) {
      if (crossed) made.text(100, 40 + 12 * i, "Obras de infraestructura", 8);
      made.text(40, 40 + 12 * i, "Obras", 8).text(230, 40 + 12 * i, "1.411.644", 8);
    }
    return count(find_rules(image_of(made)), false);
  };
  EXPECT_EQ(page(true, false), 3);
  EXPECT_EQ(page(false, false), 4);  // white: two cells above and below merged ones
  EXPECT_EQ(page(true, true), 4);
}

TEST(PixelRules, AreNotFollowedThroughStackedLetters) {
  PdfPage page(300, 200);
  page.grid({20, 280}, {20, 180}).line(150, 20, 150, 60, 0.4).line(150, 140, 150, 180, 0.4);
  for (int i = 0; i < 8; ++i) page.text(149.2, 70 + 9 * i, "llil", 8);
  EXPECT_EQ(count(find_rules(image_of(page)), false), 4);
}

TEST(PixelRules, GoOutAndLeaveTheLettersThatCrossThem) {
  PdfPage page(300, 100);
  page.grid({20, 280}, {20, 50.5, 80}).text(60, 50, "gypq", 12);  // descenders hang over the rule
  PageImage image = image_of(page);
  take_out(image, find_rules(image));
  EXPECT_EQ(ink(image, 120, 45, 270, 55), 0);
  EXPECT_GT(ink(image, 60, 40, 85, 50), 0.1);
  EXPECT_GT(ink(image, 60, 50, 85, 53), 0.05);
}

TEST(PixelCells, AreTheClosedBoxesOfAGrid) {
  const PageImage image = image_of(PdfPage(300, 200).grid({20, 120, 280}, {20, 60, 100}).line(20, 150, 200, 150));
  const auto cells = closed_cells(image, find_rules(image));
  ASSERT_EQ(cells.size(), 4U);
  const double s = image.dpi / 72;
  EXPECT_NEAR(cells[3].x0 / s, 121, 1.5);
  EXPECT_NEAR(cells[3].y1 / s, 99, 1.5);
}

TEST(PixelCells, HoldTheirLinesApart) {
  const PageImage image = image_of(PdfPage(200, 100)
                                       .text(20, 30, "Gesti\363n p\372blica", 10)
                                       .text(20, 42, "de la entidad", 10)
                                       .text(20, 60, "-", 10));
  const auto lines = lines_in(ink_of(image.gray, 160), {0, 0, width(image.gray), height(image.gray)}, image.dpi);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_LT(lines[0].ink.y1, lines[1].ink.y0 + 3);  // a descender at most
  EXPECT_LE(lines[0].room.y1, lines[1].room.y0 + 1);
  EXPECT_TRUE(lines_in(ink_of(image.gray, 160), {0, 200, 500, 270}, image.dpi).empty());
}

// The noise of a scan leaves holes in a pale hairline, and figures stand right beside it.
TEST(PixelRules, APaleHairlineIsFoundInNoiseBetweenFigures) {
  PdfPage page(300, 200);
  for (int i = 0; i < 15; ++i) page.text(102.6, 26 + 9 * i, "16.938.0", 9).text(139.4, 26 + 9 * i, "$", 9);
  page.line(138.4, 18, 138.4, 164, 0.7, 0.64);
  pdf::Raster raster = scanned(page);
  std::uint32_t state = 7;
  for (std::uint8_t& level : raster.gray) {
    int noise = -24;  // the sum of eight throws of 0 to 6
    for (int i = 0; i < 8; ++i) noise += static_cast<int>((state = state * 1664525 + 1013904223) >> 16) % 7;
    level = static_cast<std::uint8_t>(std::clamp(level + 3 * noise, 0, 255));
  }
  const PixelRules found = find_rules(image_of(raster));
  ASSERT_EQ(count(found, false), 1);
  EXPECT_NEAR(found.rules.back().from * 72 / 200, 18, 3);
  EXPECT_NEAR(found.rules.back().to * 72 / 200, 164, 3);
}

}  // namespace
}  // namespace cotejo::ocr
