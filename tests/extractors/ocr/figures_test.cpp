#include "extractors/ocr/figures/figures.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/extractors/ocr/figure_words.h"

namespace cotejo::ocr {
namespace {

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
  EXPECT_EQ(as_figure("o!"), "0");  // the rule beside it
  EXPECT_EQ(as_figure("0|"), "0");
  EXPECT_EQ(as_figure("2!"), "21");
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

TEST(Figures, AZeroThatEndsItsRowIsBorneOutByTheTwoBeforeIt) {
  std::vector<PixelWord> words{word("20", 400, 0), word("0", 500, 2), word("D", 600, 4), word("Total", 600, 40)};
  words.push_back(word("0", 400, 80));
  words.push_back(word("Grado", 500, 80));
  words.push_back(word("D", 600, 80));
  settle_figures(words);
  EXPECT_EQ(words[2].text, "0");
  EXPECT_EQ(words[6].text, "D");  // one figure alone tells nothing
}

TEST(Figures, AFiftyWithoutACurrencySignIsTheZeroOfItsColumn) {
  std::vector<PixelWord> words;
  const char* const column[] = {"$4.500.000", "50", "$0", "$7.200.000", "50", "$1.000"};
  for (int i = 0; i < 6; ++i) words.push_back(word(column[i], 400, 40 * i));
  const char* const counts[] = {"45", "50", "12", "7", "50", "31"};
  for (int i = 0; i < 6; ++i) words.push_back(word(counts[i], 800, 40 * i));
  for (std::size_t i = 0; i < words.size(); ++i) words[i].line = static_cast<int>(i);
  settle_figures(words);
  EXPECT_EQ(words[1].text, "$0");
  EXPECT_EQ(words[4].text, "$0");
  EXPECT_EQ(words[1].alternatives.front().text, "50");
  EXPECT_EQ(words[7].text, "50");
}

TEST(Figures, AFiveWhereTheColumnHasItsCurrencySignIsThatSign) {
  std::vector<PixelWord> words;
  const char* const column[] = {"$4.500.000", "543.500.000", "$0", "$7.200.000"};
  for (int i = 0; i < 4; ++i) words.push_back(word(column[i], 400, 40 * i));
  const char* const plain[] = {"4.500.000", "543.500.000", "0", "7.200.000"};
  for (int i = 0; i < 4; ++i) words.push_back(word(plain[i], 800, 40 * i));
  words.push_back(word("51.900.000", 400, 160));  // another such slip does not speak against it
  words.push_back(word("$2.400.000", 400, 200));
  words.push_back(word("\u201c51.700.000", 400, 240));  // dust before it
  words.push_back(word("$1.000", 400, 280));
  for (std::size_t i = 0; i < words.size(); ++i) words[i].line = static_cast<int>(i);
  settle_figures(words);
  EXPECT_EQ(words[8].text, "$1.900.000");
  EXPECT_EQ(words[10].text, "$1.700.000");
  EXPECT_EQ(words[1].text, "$43.500.000");
  EXPECT_EQ(words[1].alternatives.front().text, "543.500.000");
  EXPECT_EQ(words[5].text, "543.500.000");
}

TEST(Figures, AZeroUnderTheHeadOfItsColumnIsSettledByThoseUnderIt) {
  std::vector<PixelWord> words;
  const char* const column[] = {"presupuestal", "Adiciones", "Reducciones", "so", "$0", "so", "$1.750.000"};
  for (int i = 0; i < 7; ++i) words.push_back(word(column[i], 400, 30 * i));
  const char* const heads[] = {"Ejecucion", "trimestre", "Recibidas", "l2", "14", "20", "7"};
  for (int i = 0; i < 7; ++i) words.push_back(word(heads[i], 800, 30 * i));
  settle_figures(words);
  EXPECT_EQ(words[3].text, "$0");
  EXPECT_EQ(words[5].text, "$0");
  EXPECT_EQ(words[10].text, "l2") << "no zero: a head may be a letter and a digit";
}

TEST(Figures, HeadsDoNotSpeakAgainstACurrencySign) {
  std::vector<PixelWord> words;
  const char* const column[] = {"Adiciones", "59,000,000", "-S0", "$200,000", "$0", "$1,000,000"};
  for (int i = 0; i < 6; ++i) words.push_back(word(column[i], 400, 30 * i));
  words.push_back(word("57,800,000", 400, 180));
  words.push_back(word("$4,000,000", 400, 210));
  for (std::size_t i = 0; i < words.size(); ++i) words[i].line = static_cast<int>(i);
  settle_figures(words);
  EXPECT_EQ(words[6].text, "$7,800,000");
}

TEST(Figures, ALoneLetterBeforeAnAmountIsItsCurrencySign) {
  std::vector<PixelWord> words;
  const char* const signs[] = {"$", "s", "$", "5", "$"};
  for (int i = 0; i < 5; ++i) {
    words.push_back(word(signs[i], 260, 40 * i));
    words.push_back(word("640.856.828", 400, 40 * i));
  }
  for (int i = 0; i < 5; ++i) {  // numbers of lines before amounts without a sign
    words.push_back(word(i == 2 ? "5" : "4", 660, 40 * i));
    words.push_back(word("640.856.828", 800, 40 * i));
  }
  for (std::size_t i = 0; i < words.size(); ++i) words[i].line = static_cast<int>(i / 2);
  settle_figures(words);
  EXPECT_EQ(words[2].text, "$");
  EXPECT_EQ(words[2].alternatives.front().text, "s");
  EXPECT_EQ(words[6].text, "$");
  EXPECT_EQ(words[14].text, "5");
}

TEST(Figures, DustAfterALoneZeroIsNone) {
  EXPECT_EQ(as_figure("o:"), "0");
  EXPECT_EQ(as_figure("2.1.8.04.0t"), "2.1.8.04.01");
}

TEST(Figures, AZeroBetweenFiguresOfItsRowIsSettled) {
  std::vector<PixelWord> words{word("Transporte", 150, 0), word("$564.100.000", 400, 0), word("so", 600, 0),
                               word("$1.000.000", 900, 0), word("$677.000.000", 600, 150)};
  for (int i = 0; i < 3; ++i) words.push_back(word("apropiacion", 640, 190 + 30 * i));
  words.push_back(word("bajo", 300, 600));
  words.push_back(word("so", 340, 600));  // in prose
  words.push_back(word("pena", 400, 600));
  for (std::size_t i = 0; i < words.size(); ++i) words[i].line = words[i].box.y0;
  settle_figures(words);
  EXPECT_EQ(words[2].text, "$0");
  EXPECT_EQ(words[9].text, "so");
}

TEST(Figures, RomanNumeralsAreNoWordsOfTwoLs) {
  std::vector<PixelWord> words{word("Trimestre", 100, 0), word("lll", 140, 0), word("ll,", 140, 40),
                               word("allí", 140, 80)};
  settle_figures(words);
  EXPECT_EQ(words[1].text, "III");
  EXPECT_EQ(words[2].text, "II,");
  EXPECT_EQ(words[3].text, "allí");
}

TEST(Figures, OrdinalsAndNumeralsOfHeadsAreSettled) {
  std::vector<PixelWord> words{word("ler", 100, 0),       word("trimestre", 250, 0),   word("\u00e1to", 300, 0),
                               word("trimestre", 450, 0), word("ser", 600, 0),         word("Trimestre", 112, 200),
                               word("1", 140, 200),       word("Trimestre", 312, 200), word("ll", 350, 200),
                               word("Cuadro", 80, 400),   word("1", 110, 400)};
  for (std::size_t i = 0; i < words.size(); ++i) words[i].line = words[i].box.y0;
  settle_figures(words);
  EXPECT_EQ(words[0].text, "1er");
  EXPECT_EQ(words[0].alternatives.front().text, "ler");
  EXPECT_EQ(words[2].text, "4to");
  EXPECT_EQ(words[4].text, "ser");
  EXPECT_EQ(words[6].text, "I");
  EXPECT_EQ(words[8].text, "II");
  EXPECT_EQ(words[10].text, "1");
}

}  // namespace
}  // namespace cotejo::ocr
