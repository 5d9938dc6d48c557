// What is put right after the first pass over a picture: boxes, dashes, strays, what was overlooked.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/again/dashes.h"
#include "extractors/ocr/again/overlooked.h"
#include "extractors/ocr/again/strays.h"
#include "extractors/ocr/ink/minus_signs.h"
#include "extractors/ocr/ink/word_boxes.h"
#include "extractors/ocr/page_words.h"
#include "tests/extractors/ocr/pixel_fixtures.h"

namespace cotejo::ocr {
namespace {

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

TEST(Strays, AreLowSignsWhereARuleBrokeOff) {
  PixelRules rules;
  rules.rules.push_back({true, 300, 900, 100, 2});   // level, from 300 on
  rules.rules.push_back({false, 150, 600, 500, 2});  // upright
  const auto stays = [&](const std::string& text, PixelBox box, double confidence = 0.6) {
    PixelWord word;
    word.text = text;
    word.box = box;
    word.confidence = confidence;
    std::vector<PixelWord> words{word};
    drop_broken_rules(rules, 3, 20, words);
    return !words.empty();
  };
  EXPECT_FALSE(stays("PPP", {240, 96, 270, 104}));
  EXPECT_FALSE(stays("TA", {400, 90, 430, 98}));      // the rule bends
  EXPECT_TRUE(stays("TA", {400, 90, 430, 98}, 0.9));  // small print over a rule
  EXPECT_TRUE(stays("-", {240, 98, 250, 102}));
  EXPECT_TRUE(stays("PPP", {240, 90, 270, 110}));  // as high as words are: struck through
  EXPECT_TRUE(stays("PPP", {40, 96, 70, 104}));    // far from its end
  EXPECT_FALSE(stays("1", {498, 620, 503, 629}, 0.96));
  EXPECT_TRUE(stays("1", {498, 620, 503, 640}, 0.96));
  EXPECT_TRUE(stays("o", {498, 620, 503, 629}, 0.96));  // a bullet
  EXPECT_TRUE(stays("12", {400, 97, 420, 105}, 0.5));   // a figure of smaller print
  EXPECT_TRUE(stays("$0,5", {400, 97, 420, 105}, 0.5));
  EXPECT_TRUE(stays("Fuente", {400, 97, 440, 105}, 0.5));
}

TEST(Strays, AreWordsThatRepeatAPieceOfAnother) {
  std::vector<PixelWord> words{spelt("1.327,23", 100, 10), spelt("23", 160, 10), spelt("23", 300, 10)};
  drop_repeated(words);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].text, "1.327,23");
  EXPECT_EQ(words[1].box.x0, 300);
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
