// What is found in pixels before anything is read: drawn by the test, looked for by the code.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/again/dashes.h"
#include "extractors/ocr/again/overlooked.h"
#include "extractors/ocr/again/strays.h"
#include "extractors/ocr/clean/bilevel.h"
#include "extractors/ocr/clean/dust.h"
#include "extractors/ocr/clean/leaders.h"
#include "extractors/ocr/clean/light.h"
#include "extractors/ocr/clean/specks.h"
#include "extractors/ocr/clean/upright.h"
#include "extractors/ocr/ink/minus_signs.h"
#include "extractors/ocr/ink/word_boxes.h"
#include "extractors/ocr/page_words.h"
#include "extractors/ocr/rules/pixel_cells.h"
#include "extractors/ocr/rules/pixel_rules.h"
#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::ocr {
namespace {

using test::PdfPage;
using test::scanned;

PageImage image_of(const pdf::Raster& raster) {
  return {to_image(raster), raster.dpi};
}
PageImage image_of(const PdfPage& page, double dpi = 200) {
  return image_of(scanned(page, dpi));
}

double ink(const PageImage& image, double x0, double y0, double x1, double y1) {
  const double s = image.dpi / 72;
  return ink_share(ink_of(image.gray, 128), {static_cast<int>(x0 * s), static_cast<int>(y0 * s),
                                             static_cast<int>(x1 * s), static_cast<int>(y1 * s)});
}

PdfPage prose(double width = 300, double height = 200) {
  PdfPage page(width, height);
  for (int i = 0; i < 8; ++i) page.text(20, 30 + 20 * i, "Informe de ejecuci\363n presupuestal de la entidad", 10);
  return page;
}

int count(const PixelRules& found, bool horizontal) {
  return static_cast<int>(std::count_if(found.rules.begin(), found.rules.end(),
                                        [&](const PixelRule& r) { return r.horizontal == horizontal; }));
}

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

TEST(Again, DashesBetweenWordsArePutBack) {
  const auto between = [](const char* mark) {
    const PageImage image =
        image_of(PdfPage(300, 60).text(20, 30, "1110103000", 8).text(66, 30, mark, 8).text(74, 30, "26", 8));
    const double s = image.dpi / 72;
    const auto word = [&](const char* text, double x0, double x1) {
      PixelWord made;
      made.text = text;
      made.box = {static_cast<int>(x0 * s), static_cast<int>(24 * s), static_cast<int>(x1 * s),
                  static_cast<int>(30.2 * s)};
      return made;
    };
    std::vector<PixelWord> words{word("1110103000", 20, 65), word("26", 73.8, 83)};
    add_dashes(ink_of(image.gray, 180), words);
    return words.size() == 3 ? words[1].text : words.size() == 1 ? words[0].text : "";
  };
  EXPECT_EQ(between("-"), "-");
  EXPECT_EQ(between("."), "");
  EXPECT_EQ(between("_"), "1110103000_26");
  EXPECT_EQ(between("i"), "");
  EXPECT_EQ(between("="), "");
  EXPECT_EQ(between(""), "");
}

TEST(Again, ATiedCodeKeepsTheOtherReadingsOfItsParts) {
  const PageImage image =
      image_of(PdfPage(300, 60).text(20, 30, "9980", 8).line(38, 31, 42, 31, 0.5).text(43, 30, "51", 8));
  const double s = image.dpi / 72;
  const auto word = [&](const char* text, double x0, double x1, const char* other) {
    PixelWord made;
    made.text = text;
    made.confidence = 0.9;
    made.alternatives = {{other, 0.4}};
    made.box = {static_cast<int>(x0 * s), static_cast<int>(24 * s), static_cast<int>(x1 * s), static_cast<int>(30 * s)};
    return made;
  };
  std::vector<PixelWord> words{word("9980", 20, 38, "9960"), word("51", 43, 52, "57")};
  add_dashes(ink_of(image.gray, 180), words);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].text, "9980_51");
  ASSERT_EQ(words[0].alternatives.size(), 2U);
  EXPECT_EQ(words[0].alternatives[0].text, "9960_51");
  EXPECT_EQ(words[0].alternatives[1].text, "9980_57");
}

TEST(MinusSigns, AreBarsHalfWayUpTheDigits) {
  const auto read = [](double x0, double y0, double x1, double y1) {
    const PageImage image = image_of(PdfPage(200, 60).text(30, 40, "303,28", 10).line(x0, y0, x1, y1, 0.8));
    const double s = image.dpi / 72;
    const auto box = [&](double left, double right) {
      return PixelBox{static_cast<int>(left * s), static_cast<int>(32.7 * s), static_cast<int>(right * s),
                      static_cast<int>(40.2 * s)};
    };
    PixelWord word;
    word.text = "-303,28";
    word.confidence = 0.9;
    word.box = box(24, 59);
    word.symbols = {{"-", box(25, 28)}, {"3", box(30.2, 35.2)}, {"0", box(36, 41)}};
    std::vector<PixelWord> words{word};
    settle_minus_signs(ink_of(image.gray, 160), words);
    return words[0].text;
  };
  EXPECT_EQ(read(25, 37, 28, 37), "-303,28");
  EXPECT_EQ(read(25.5, 40, 28, 38.2), "303,28");  // a stroke at their foot
  EXPECT_EQ(read(26, 34, 26, 39), "303,28");      // an upright one
}

PixelWord spelt(const std::string& text, int x0, int step) {
  PixelWord word;
  word.text = text;
  word.box = {x0, 100, x0 + step * static_cast<int>(text.size()), 120};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int x = x0 + step * static_cast<int>(i);
    word.symbols.push_back({text.substr(i, 1), {x + 1, 100, x + step - 1, 120}});
  }
  return word;
}

TEST(Strays, AreWhatUprightRulesLeave) {
  PixelRules rules;
  rules.rules.push_back({false, 0, 400, 215, 2});
  const auto left = [&](const std::string& text, int x0) {
    std::vector<PixelWord> words{spelt(text, x0, 10)};
    drop_rests_of_rules(rules, 4, words);
    return words.empty() ? "" : words[0].text;
  };
  EXPECT_EQ(left("01", 200), "0");
  std::vector<PixelWord> doubtful{spelt("01", 200, 10)};
  doubtful[0].confidence = 0.95;
  drop_rests_of_rules(rules, 4, doubtful);
  ASSERT_EQ(doubtful[0].alternatives.size(), 1U);  // nothing is lost in silence
  EXPECT_EQ(doubtful[0].alternatives[0].text, "01");
  EXPECT_LT(doubtful[0].confidence, 0.8);
  EXPECT_EQ(left("I", 210), "");
  EXPECT_EQ(left("101", 100), "101");  // away from the rule
  EXPECT_EQ(left("05", 200), "05");    // no stroke
}

TEST(Strays, AreWordsThatRepeatAPieceOfAnother) {
  std::vector<PixelWord> words{spelt("1.327,23", 100, 10), spelt("23", 160, 10), spelt("23", 300, 10)};
  drop_repeated(words);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].text, "1.327,23");
  EXPECT_EQ(words[1].box.x0, 300);
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

TEST(Overlooked, LinesAreThoseThatNoWordCovers) {
  const PageImage image = image_of(
      PdfPage(300, 100).text(20, 30, "Apropiaci\363n", 10).text(20, 60, "definitiva", 10).line(20, 80, 280, 80));
  PixelWord word;
  word.box = {50, 55, 220, 95};  // the first line
  const auto lines = overlooked_lines(ink_of(image.gray, 160), {word}, 20);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NEAR(lines[0].y1 * 72 / image.dpi, 61, 3);
}

TEST(WordBoxes, AreFittedToTheirInk) {
  PdfPage page = prose();
  const PageImage image = image_of(page.text(20, 195, "$0", 10));
  const double s = image.dpi / 72;
  const auto at = [&](const char* text, double x0, double y0, double x1, double y1, double confidence) {
    PixelWord word;
    word.text = text;
    word.confidence = confidence;
    word.box = {static_cast<int>(x0 * s), static_cast<int>(y0 * s), static_cast<int>(x1 * s), static_cast<int>(y1 * s)};
    for (const char* c = text; *c != '\0'; ++c) word.symbols.push_back({std::string(1, *c), word.box});
    return word;
  };
  std::vector<PixelWord> words;
  for (int i = 0; i < 8; ++i) words.push_back(at("Informe", 19, 22 + 20 * i, 54, 31 + 20 * i, 0.95));
  words[3].box.y0 -= static_cast<int>(4 * s);             // from the line above
  words.push_back(at("$0", 19, 180, 32, 199, 0.5));       // as high as a line and more
  words.push_back(at("o", 15, 20, 60, 60, 0.2));          // over other words
  words.push_back(at("-", 250, 180, 256, 199, 0.2));      // no ink
  words.push_back(at("-", 20, 150, 30, 172, 0.48));       // a piece of letters
  words.push_back(at("INFORME", 19, 60, 150, 80, 0.95));  // may be a title
  fit_boxes(image, words);
  ASSERT_EQ(words.size(), 10U);
  EXPECT_NEAR(words[3].box.y0 / s, 90 - 7.2, 1);
  EXPECT_EQ(words[8].text, "$0");
  EXPECT_NEAR(words[8].box.x0 / s, 19, 0.5);
  EXPECT_NEAR(words[8].box.y0 / s, 195 - 7.5, 1);
  EXPECT_NEAR(words[8].box.y1 / s, 195 + 0.5, 1.2);
  EXPECT_EQ(words[9].text, "INFORME");
}

TEST(PageWords, AShadeEndsAtTheRuleNearItsEdge) {
  PageImage image{Image(pixCreate(600, 400, 8)), 144};
  PixelRules rules;
  rules.rules = {{true, 40, 560, 100, 1}, {true, 40, 560, 160, 1}, {true, 40, 100, 330, 1}};
  model::Page page;
  page.width = 300, page.height = 200;
  put_on_page(page, image, {}, rules, {{{48, 104, 552, 174}, 200}, {{48, 300, 552, 320}, 200}});
  ASSERT_EQ(page.shades.size(), 2U);
  EXPECT_NEAR(page.shades[0].box.y0, 50, 0.1);
  EXPECT_NEAR(page.shades[0].box.y1, 80, 0.1);
  EXPECT_NEAR(page.shades[0].box.x0, 24, 0.1);
  EXPECT_NEAR(page.shades[1].box.y1, 160, 0.1);  // the rule beside it is short
}

TEST(PageWords, AWordOverARuleBecomesTwo) {
  const PageImage image = image_of(PdfPage(200, 100).text(20, 30, "12 34"));
  PixelWord word;
  word.text = "1234";
  word.confidence = 0.8;
  word.box = {100, 50, 200, 80};
  for (int i = 0; i < 4; ++i)
    word.symbols.push_back({word.text.substr(static_cast<std::size_t>(i), 1), {100 + 25 * i, 50, 120 + 25 * i, 80}});
  PixelRules rules;
  rules.rules.push_back({false, 0, 200, 148, 2});
  model::Page page;
  page.width = 200;
  page.height = 100;
  put_on_page(page, image, {word}, rules, {});
  ASSERT_EQ(page.words.size(), 2U);
  EXPECT_EQ(page.words[0].text, "12");
  EXPECT_EQ(page.words[1].text, "34");
  EXPECT_EQ(page.origin, model::Origin::ocr);
  EXPECT_NEAR(page.confidence, 0.8, 1e-9);
  EXPECT_NEAR(page.words[0].font_size, 30 * 0.36 / 0.72, 0.2);
  EXPECT_NEAR(page.rules[0].from.x, 148 * 0.36, 0.2);
}

}  // namespace
}  // namespace cotejo::ocr
