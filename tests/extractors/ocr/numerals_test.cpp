#include "extractors/ocr/figures/numerals.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "tests/extractors/ocr/figure_words.h"

namespace cotejo::ocr {
namespace {

// A list of rows under each other, each of words a space apart.
std::vector<PixelWord> list(std::initializer_list<std::initializer_list<const char*>> rows) {
  std::vector<PixelWord> words;
  int line = 0;
  for (const auto& row : rows) {
    int x = 100 + line;  // it leans
    for (const char* text : row) {
      PixelWord one = word(text, x + 12 * static_cast<int>(std::string(text).size()), 30 * line);
      one.line = line;
      x = one.box.x1 + 8;
      words.push_back(std::move(one));
    }
    // The figure of the row, columns away.
    words.push_back(word("1.234", 900, 30 * line));
    words.back().line = line++;
  }
  return words;
}

TEST(Numerals, OfRowsAreToldByThoseAboveAndBelow) {
  std::vector<PixelWord> words =
      list({{"l.", "INGRESOS"}, {"II.", "GASTOS"}, {"11.", "AHORRO:", "(1", "-", "11)"}, {"IV.", "RECURSOS"}});
  settle_row_numerals(words);
  EXPECT_EQ(words[0].text, "I.");
  ASSERT_EQ(words[0].alternatives.size(), 1U);
  EXPECT_EQ(words[0].alternatives.front(), (model::Reading{"l.", 0.9}));
  EXPECT_EQ(words[3].text, "II.");
  EXPECT_EQ(words[6].text, "III.");
  EXPECT_EQ(words[8].text, "(I");
  EXPECT_EQ(words[10].text, "II)");
}

TEST(Numerals, WhosePointRanIntoThemAreToldToo) {
  std::vector<PixelWord> words = list({{"L", "INGRESOS"}, {"II.", "GASTOS"}, {"li,", "AHORRO"}, {"IV", "RECURSOS"}});
  settle_row_numerals(words);
  EXPECT_EQ(words[0].text, "I.");
  EXPECT_EQ(words[6].text, "III.");
}

TEST(Numerals, AllOfStrokesAreToldByTheNextOnes) {
  std::vector<PixelWord> words =
      list({{"l.", "INGRESOS"}, {"ll.", "GASTOS"}, {"11.", "AHORRO"}, {"IV.", "RECURSOS"}, {"V.", "GASTOS"}});
  settle_row_numerals(words);
  EXPECT_EQ(words[0].text, "I.");
  EXPECT_EQ(words[3].text, "II.");
  EXPECT_EQ(words[6].text, "III.");
}

TEST(Numerals, AreNotMadeOfArabicOnes) {
  // Rows of a part of the list, and a list of its own.
  for (const auto& rows : {list({{"I.", "Ingresos"}, {"1.", "Tributarios"}, {"II.", "Gastos"}, {"III.", "Saldo"}}),
                           list({{"1.", "Ingresos"}, {"2.", "Gastos"}, {"11.", "Saldo", "(1", "-", "11)"}}),
                           list({{"II.", "Gastos"}, {"1.", "Personal"}, {"IV.", "Saldo"}, {"V.", "Otros"}}),
                           list({{"l.", "Ingresos"}, {"II.", "Gastos"}, {"TOTAL"}})}) {
    std::vector<PixelWord> words = rows;
    settle_row_numerals(words);
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(words[i].text, rows[i].text);
  }
}

}  // namespace
}  // namespace cotejo::ocr
