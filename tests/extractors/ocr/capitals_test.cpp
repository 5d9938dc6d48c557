#include "extractors/ocr/again/capitals.h"

#include <gtest/gtest.h>

#include "tests/extractors/pdf/make_scan.h"

namespace cotejo::ocr {
namespace {

using test::PdfPage;

struct Drawn {
  PageImage image;
  std::vector<PixelWord> words;

  // A word drawn at (20, 30·n) in 9 points, read as `text` with `confidence`.
  void add(const char* text, double confidence) {
    const double s = image.dpi / 72, y = 30.0 * (static_cast<double>(words.size()) + 1);
    PixelWord word;
    word.text = text;
    word.confidence = confidence;
    word.box = {static_cast<int>(19 * s), static_cast<int>((y - 8) * s), static_cast<int>(45 * s),
                static_cast<int>((y + 3) * s)};
    words.push_back(word);
  }
};

Drawn drawn() {
  PdfPage page(100, 240);
  page.text(20, 30, "CDP", 9, true).text(20, 60, "RP", 9, true).text(20, 90, "copa", 9).text(20, 120, "CDP", 9, true);
  page.text(20, 150, "III", 9, true).text(20, 180, "IV", 9, true).text(20, 210, "11", 9, true);
  const pdf::Raster raster = test::scanned(page);
  return {{to_image(raster), raster.dpi}, {}};
}

TEST(Capitals, AreReadWhereTheLettersAreOfOneHeight) {
  Drawn page = drawn();
  page.add("cop", 0.6);
  page.add("Rp", 0.7);
  page.add("copa", 0.6);  // is what it was read as: its p hangs
  page.add("Cdp", 0.95);  // read without doubt
  model::Result<TextEngine> engine = TextEngine::create(Settings{});
  ASSERT_TRUE(engine.ok());
  read_capitals(engine.value(), page.image, page.words);
  EXPECT_EQ(page.words[0].text, "CDP");
  EXPECT_EQ(page.words[0].alternatives.front(), (model::Reading{"cop", 0.6}));
  EXPECT_LE(page.words[0].confidence, 0.7);
  EXPECT_EQ(page.words[1].text, "RP");
  EXPECT_EQ(page.words[2].text, "copa");
  EXPECT_EQ(page.words[3].text, "Cdp");
}

TEST(Capitals, StrokesOfNumeralsAreCounted) {
  Drawn page = drawn();
  for (int i = 0; i < 4; ++i) page.add("", 0.9);
  page.add("il", 0.4);
  page.add("ll", 0.4);  // its ink is no row of strokes
  page.add("l1", 0.4);  // may be a figure
  model::Result<TextEngine> engine = TextEngine::create(Settings{});
  ASSERT_TRUE(engine.ok());
  read_capitals(engine.value(), page.image, page.words);
  EXPECT_EQ(page.words[4].text, "III");
  EXPECT_EQ(page.words[4].alternatives.front().text, "il");
  EXPECT_EQ(page.words[5].text, "ll");
  EXPECT_EQ(page.words[6].text, "l1");
}

}  // namespace
}  // namespace cotejo::ocr
