#include "extractors/ocr/figures.h"

#include <gtest/gtest.h>

namespace cotejo::ocr {
namespace {

PixelWord word(const char* text, int x1, int y, double confidence = 0.9) {
  PixelWord w;
  w.text = text;
  w.confidence = confidence;
  w.box = {x1 - 12 * static_cast<int>(w.text.size()), y, x1, y + 20};
  return w;
}

TEST(Figures, AreToldByTheirShape) {
  for (const char* text : {"1.234", "$", "$0", "-", "97,526%", "(12)", "31/12/2020"})
    EXPECT_TRUE(is_figure(text)) << text;
  for (const char* text : {"", "o", "Total", "2.1.A", "."}) EXPECT_FALSE(is_figure(text)) << text;
}

TEST(Figures, AreReadOutOfConfusedLetters) {
  EXPECT_EQ(as_figure("o"), "0");
  EXPECT_EQ(as_figure("so"), "$0");
  EXPECT_EQ(as_figure("s0"), "$0");
  EXPECT_EQ(as_figure("1.2l4"), "1.214");
  EXPECT_EQ(as_figure("5OO"), "");  // more letters than digits: not sure enough
  EXPECT_EQ(as_figure("Solo"), "");
  EXPECT_EQ(as_figure("1.234"), "");  // is one already
}

TEST(Figures, AreSettledOnlyInAColumnOfFigures) {
  std::vector<PixelWord> words{word("1.500.000", 400, 0), word("o", 400, 30),          word("2.750.000", 400, 60),
                               word("so", 400, 90),       word("300", 400, 120),       word("Reclamos", 100, 0),
                               word("o", 100, 30),        word("sugerencias", 100, 60)};
  settle_figures(words);
  EXPECT_EQ(words[1].text, "0");
  EXPECT_EQ(words[1].alternatives.front(), (model::Reading{"o", 0.9}));
  EXPECT_EQ(words[3].text, "$0");
  EXPECT_EQ(words[6].text, "o");
  EXPECT_TRUE(words[6].alternatives.empty());
}

TEST(Figures, RomanNumeralsAreNoWordsOfTwoLs) {
  std::vector<PixelWord> words{word("Trimestre", 100, 0), word("lll", 140, 0), word("ll,", 140, 40),
                               word("allí", 140, 80)};
  settle_figures(words);
  EXPECT_EQ(words[1].text, "III");
  EXPECT_EQ(words[2].text, "II,");
  EXPECT_EQ(words[3].text, "allí");
}

}  // namespace
}  // namespace cotejo::ocr
