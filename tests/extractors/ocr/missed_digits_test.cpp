// Signs that the engine dropped or doubled, told by the ink.
#include "extractors/ocr/again/missed_digits.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "extractors/ocr/again/crosses.h"
#include "tests/extractors/ocr/pixel_fixtures.h"

namespace cotejo::ocr {
namespace {

TextEngine& engine() {
  static model::Result<TextEngine> shared = TextEngine::create({});
  return shared.value();
}

// A word as it was read, with a symbol for each of its bytes, over the ink of what is printed.
PixelWord word_over(const PageImage& image, const std::string& text, double x0, double y0, double x1, double y1) {
  const double s = image.dpi / 72;
  PixelWord word;
  word.text = text;
  word.confidence = 0.92;
  word.box = {static_cast<int>(x0 * s), static_cast<int>(y0 * s), static_cast<int>(x1 * s), static_cast<int>(y1 * s)};
  for (const char sign : text) word.symbols.push_back({std::string(1, sign), word.box});
  return word;
}

TEST(MissedDigits, AFigureWithMoreInkThanSignsIsReadAgain) {
  const auto read = [](const char* printed, const char* as, double wide) {
    const PageImage image = image_of(PdfPage(200, 60).text(20, 30, printed, 9));
    std::vector<PixelWord> words{word_over(image, as, 20, 23.2, 20 + wide, 30.2)};
    read_missed_digits(engine(), image, words);
    return words[0];
  };
  EXPECT_EQ(read("77", "7", 10).text, "77");
  EXPECT_EQ(read("113", "13", 15).text, "113");
  EXPECT_EQ(read("511", "su", 15).text, "511");
  EXPECT_EQ(read("11", "u", 10).text, "11");
  EXPECT_GE(read("113", "13", 15).alternatives.size(), 1U);
  for (const char* sound : {"7", "13", "45%", "su"}) {
    const PixelWord word = read(sound, sound, sound[1] == '\0' ? 5 : sound[2] == '\0' ? 10 : 18);
    EXPECT_EQ(word.text, sound);
    EXPECT_EQ(word.confidence, 0.92) << sound;
  }
  // Ink that reads as no figure leaves a doubt.
  EXPECT_EQ(read("XZ", "7", 12).text, "7");
  EXPECT_LE(read("XZ", "7", 12).confidence, 0.7);
}

TEST(Crosses, OnePieceOfInkIsOneCross) {
  const auto read = [](const char* printed, const char* as, double wide) {
    const PageImage image = image_of(PdfPage(200, 60).text(20, 30, printed, 9));
    std::vector<PixelWord> words{word_over(image, as, 19.5, 23.2, 20 + wide, 30.2)};
    settle_crosses(ink_of(image.gray, 160), words);
    return words[0].text;
  };
  EXPECT_EQ(read("X", "Xx", 6.5), "X");
  EXPECT_EQ(read("X", "XX", 6.5), "X");
  EXPECT_EQ(read("XX", "XX", 12.5), "XX");
  EXPECT_EQ(read("X", "Xu", 6.5), "Xu");
}

}  // namespace
}  // namespace cotejo::ocr
