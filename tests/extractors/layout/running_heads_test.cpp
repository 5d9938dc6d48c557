#include "extractors/layout/running_heads.h"

#include <gtest/gtest.h>

#include "tests/extractors/page_maker.h"

namespace cotejo::layout {
namespace {

using test::PageMaker;

PageMaker page(int number) {
  PageMaker maker(number);
  maker.text(200, 40, "Secretaría General")
      .text(50, 100, "Texto propio de la página número " + std::string(static_cast<std::size_t>(number), 'x'));
  maker.text(280, 760, "Página " + std::to_string(number) + " de 3");
  return maker;
}

std::string places(const std::vector<Place>& of) {
  std::string out;
  for (const Place place : of) out += place == Place::head ? 'h' : place == Place::foot ? 'f' : '.';
  return out;
}

TEST(RunningHeads, AreTheRowsThatEveryPageRepeats) {
  const auto found = running_heads({page(1).page(), page(2).page(), page(3).page()});
  for (const auto& of : found) EXPECT_EQ(places(of), std::string("hh") + std::string(of.size() - 6, '.') + "ffff");
}

TEST(RunningHeads, ASinglePageHasNone) {
  const auto found = running_heads({page(1).page()});
  EXPECT_EQ(places(found[0]).find_first_not_of('.'), std::string::npos);
}

TEST(RunningHeads, OtherNumbersAreNotPageNumbers) {
  PageMaker first(1), second(2);
  first.text(50, 40, "Vigencia 2019");
  second.text(50, 40, "Vigencia 2021");
  const auto found = running_heads({first.page(), second.page()});
  EXPECT_EQ(places(found[0]), "..");
}

TEST(RunningHeads, ATablesHeadStaysATables) {
  PageMaker first(1), second(2);
  for (PageMaker* maker : {&first, &second})
    maker->text(50, 40, "Código")
        .text(150, 40, "Nombre")
        .text(250, 40, "Inicial")
        .text(350, 40, "Definitiva")
        .text(450, 40, "Pagos");
  EXPECT_EQ(places(running_heads({first.page(), second.page()})[0]), ".....");
}

TEST(RunningHeads, MayMoveWithTheirRankAsSpreadsheetsCentreThem) {
  PageMaker first(1), second(2);
  first.text(200, 40, "REPORTE DE BENEFICIOS").text(50, 300, "uno");
  second.text(200, 60, "REPORTE DE BENEFICIOS").text(50, 300, "dos");
  EXPECT_EQ(places(running_heads({first.page(), second.page()})[1]), "hhh.");
}

model::Page scanned(PageMaker& maker) {
  model::Page page = maker.page();
  page.origin = model::Origin::ocr;
  return page;
}

TEST(RunningHeads, OfAScanMayBeReadAlittleOtherwise) {
  PageMaker first(1), second(2);
  first.text(200, 60, "Informe de Gestión 2020 - 2023").text(50, 300, "uno");
  second.text(200, 64, "Inforrne deGestión 2020 - 2023").text(50, 300, "dos");
  EXPECT_EQ(places(running_heads({scanned(first), scanned(second)})[0]), "hhhhhh.");
  EXPECT_EQ(places(running_heads({scanned(first), scanned(second)})[1]), "hhhhh.");
  EXPECT_EQ(places(running_heads({first.page(), second.page()})[0]), ".......");
}

TEST(RunningHeads, OfAScanTakeTheLogoOverThemAlong) {
  PageMaker first(1), second(2);
  first.text(200, 30, "«z=» |[BAGUE").text(200, 60, "Secretaría General").text(50, 200, "Enero 2020");
  second.text(200, 30, "a").text(200, 60, "Secretaría General").text(50, 200, "Enero 2021");
  EXPECT_EQ(places(running_heads({scanned(first), scanned(second)})[0]), "hhhh..");
  EXPECT_EQ(places(running_heads({scanned(first), scanned(second)})[1]), "hhh..");
  EXPECT_EQ(places(running_heads({first.page(), second.page()})[0]), "......");
}

TEST(RunningHeads, LeftAndRightPagesMayDiffer) {
  std::vector<model::Page> pages;
  for (int n = 1; n <= 4; ++n) {
    PageMaker maker(n);
    maker.text(50, 40, n % 2 == 0 ? "Alcaldía Municipal" : "Informe anual")
        .text(50, 300, std::string(static_cast<std::size_t>(n), 'x'));
    pages.push_back(maker.page());
  }
  for (const auto& of : running_heads(pages)) EXPECT_EQ(places(of), "hh.");
}

// Two pages that begin alike: a row of a table, and below it rows of their own.
std::string places_of_first_rows(PageMaker first, PageMaker second, double below) {
  first.text(150, below, "Prima de servicios").text(350, below, "1.250").text(420, below, "980");
  second.text(150, below, "Bonificación").text(350, below, "75").text(420, below, "6");
  return places(running_heads({first.page(), second.page()})[1]);
}

TEST(RunningHeads, ARowOfATableIsNoneThoughEveryPageBeginsWithIt) {
  const auto pair = [](auto&& draw) {
    PageMaker first(1), second(2);
    for (PageMaker* maker : {&first, &second}) draw(*maker);
    return std::pair{first, second};
  };
  // The first line of a code that wraps begins above the middle of its row.
  auto [code, code_again] = pair([](PageMaker& maker) { maker.text(50, 40, "40311101"); });
  EXPECT_EQ(places_of_first_rows(code, code_again, 45), "....");
  // A group of columns on the same shade as the names under it.
  auto [group, group_again] = pair([](PageMaker& maker) {
    maker.text(380, 40, "Ejecución").shade({140, 28, 480, 44}).shade({140, 44, 480, 60});
  });
  EXPECT_EQ(places_of_first_rows(group, group_again, 56), "....");
  // The sides of the table begin above the row and go on below it.
  auto [side, side_again] = pair([](PageMaker& maker) { maker.text(380, 40, "Ejecución").line(140, 28, 140, 300); });
  EXPECT_EQ(places_of_first_rows(side, side_again, 56), "....");
  // The name of the entity stands off, or nothing draws it to what is below.
  auto [name, name_again] = pair([](PageMaker& maker) { maker.text(200, 40, "Secretaría").line(30, 10, 30, 780); });
  EXPECT_EQ(places_of_first_rows(name, name_again, 56).front(), 'h');
  EXPECT_EQ(places_of_first_rows(group, group_again, 90).front(), 'h');
}

}  // namespace
}  // namespace cotejo::layout
