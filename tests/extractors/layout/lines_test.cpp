#include "extractors/layout/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/layout/reading_order.h"
#include "tests/extractors/page_maker.h"

namespace cotejo::layout {
namespace {

using test::PageMaker;
using testing::ElementsAre;

std::vector<std::string> texts(const model::Page& page, const std::vector<Line>& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines) out.push_back(line_text(page, line));
  return out;
}

TEST(Lines, StandFromTopToBottomWhateverTheStreamsOrder) {
  const PageMaker maker = PageMaker().text(50, 130, "segunda línea").text(50, 115, "primera línea");
  EXPECT_THAT(texts(maker.page(), lines_of(maker.page(), maker.all_words())),
              ElementsAre("primera línea", "segunda línea"));
}

TEST(Lines, AWideGapPartsThem) {
  const PageMaker maker = PageMaker().text(50, 115, "Total").text(200, 115, "1.234");
  EXPECT_THAT(texts(maker.page(), lines_of(maker.page(), maker.all_words())), ElementsAre("Total", "1.234"));
  EXPECT_THAT(texts(maker.page(), lines_of(maker.page(), maker.all_words(), 100)), ElementsAre("Total 1.234"));
}

TEST(Lines, ASuperscriptStaysInItsLineAndTouches) {
  PageMaker maker;
  maker.text(50, 115, "PQRSD");
  maker.last().space_after = false;
  maker.text(75, 112, "1", 6);
  EXPECT_THAT(texts(maker.page(), lines_of(maker.page(), maker.all_words())), ElementsAre("PQRSD1"));
}

TEST(Lines, TurnedWordsMakeLinesOfTheirOwn) {
  PageMaker maker;
  maker.text(50, 115, "derecho");
  for (const char* word : {"abajo", "arriba"}) {
    maker.text(0, 0, word);
    maker.last().rotation = 270;
    maker.last().box = word[1] == 'b' ? model::Rect{60, 200, 72, 225} : model::Rect{60, 165, 72, 195};
  }
  EXPECT_THAT(texts(maker.page(), lines_of(maker.page(), maker.all_words())), ElementsAre("derecho", "abajo arriba"));
}

TEST(Lines, AreBoldWhenEveryWordIs) {
  const PageMaker maker =
      PageMaker().text(50, 115, "todo", 10, true).text(50, 130, "en", 10, true).text(62, 130, "parte");
  const auto lines = lines_of(maker.page(), maker.all_words());
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[0].bold);
  EXPECT_FALSE(lines[1].bold);
}

TEST(Lines, ALargerWordBesideTwoLinesDoesNotMakeThemOne) {
  PageMaker maker;
  maker.text(50, 70, "Municipalidad de", 9).text(50, 81, "Carmen de Areco", 9).text(300, 76, "Ejercicio", 12);
  const auto lines = texts(maker.page(), lines_of(maker.page(), maker.all_words()));
  EXPECT_EQ(lines, (std::vector<std::string>{"Municipalidad de", "Ejercicio", "Carmen de Areco"}));
}

TEST(UsualTextSize, IsThatOfMostCharacters) {
  EXPECT_DOUBLE_EQ(
      usual_text_size(PageMaker().text(50, 50, "TITULO", 20).text(50, 80, "un párrafo más largo", 9).page()), 9);
  EXPECT_DOUBLE_EQ(usual_text_size(PageMaker().page()), 10);
}

TEST(ReadingOrder, ReadsColumnsOfProseOneAfterTheOther) {
  PageMaker maker;
  maker.text(50, 80, "Un título sobre las dos columnas del texto que sigue debajo de él");
  for (int i = 0; i < 4; ++i) {
    maker.text(50, 100 + 12 * i, "izquierda con texto corrido " + std::to_string(i));
    maker.text(320, 100 + 12 * i, "derecha con texto corrido aquí " + std::to_string(i));
  }
  const auto order = texts(maker.page(), in_reading_order(lines_of(maker.page(), maker.all_words())));
  ASSERT_EQ(order.size(), 9u);
  EXPECT_EQ(order[1], "izquierda con texto corrido 0");
  EXPECT_EQ(order[4], "izquierda con texto corrido 3");
  EXPECT_EQ(order[5], "derecha con texto corrido aquí 0");
}

TEST(ReadingOrder, ReadsLabelsWithTheirValues) {
  PageMaker maker;
  for (int i = 0; i < 4; ++i) maker.text(50, 100 + 12 * i, "Cargo:").text(150, 100 + 12 * i, "Secretaria");
  EXPECT_EQ(texts(maker.page(), in_reading_order(lines_of(maker.page(), maker.all_words())))[1], "Cargo: Secretaria");
}

}  // namespace
}  // namespace cotejo::layout
