// Tables over page breaks where a page shows too little of its part to be found by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/tables/logical/repeated_heads.h"
#include "extractors/tables/read_content.h"
#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using test::PageMaker;
using testing::ElementsAre;

using Lines = std::vector<std::string>;

// The tables of a document of typed pages, as TypedPage::read gives them.
std::vector<std::string> read(const std::vector<Lines>& typed) {
  std::vector<model::Page> pages;
  for (const Lines& lines : typed) {
    pages.push_back(TypedPage(lines).page);
    pages.back().number = static_cast<int>(pages.size());
  }
  std::vector<std::string> out;
  for (const model::Table& table : read_content(pages).tables)
    out.push_back(
        typed::grid_text(table.rows, table.columns, table.cells, [](const model::Cell& cell) { return cell.text; }));
  return out;
}

const Lines kFirstPage{"Rubro                Definitiva     Pagos", "Gastos de personal        1.000       500",
                       "Transferencias               80        75", "Servicio de la deuda         20        10",
                       "Materiales                   40        10"};
const std::string kFirstRows =
    "Rubro|Definitiva|Pagos\nGastos de personal|1.000|500\nTransferencias|80|75\nServicio de la deuda|20|10\n"
    "Materiales|40|10\n";

TEST(CarryOver, ARowAloneOnTheNextPageGoesOnInItsColumns) {
  EXPECT_THAT(read({kFirstPage, {"Inversion                    30        20"}}),
              ElementsAre(kFirstRows + "Inversion|30|20\n"));
}

TEST(CarryOver, AHeadThatIsPrintedAgainIsGivenOnce) {
  // What two pages have at one height would be a running head.
  Lines first{"Informe de gestion de la vigencia", ""};
  first.insert(first.end(), kFirstPage.begin(), kFirstPage.end());
  EXPECT_THAT(read({first, {kFirstPage[0], "Inversion                    30        20"}}),
              ElementsAre(kFirstRows + "Inversion|30|20\n"));
}

TEST(CarryOver, ATitleThatIsPrintedAgainOverTheHeadIsNoRow) {
  const std::string title = "            GASTOS VIGENCIA 2015";
  Lines first{"Informe de gestion de la vigencia", "", title};
  first.insert(first.end(), kFirstPage.begin(), kFirstPage.end());
  EXPECT_THAT(read({first,
                    {title, kFirstPage[0], "Inversion                    30        20",
                     "Salud                        31        21", "Vias                         32        22"}}),
              ElementsAre(kFirstRows + "Inversion|30|20\nSalud|31|21\nVias|32|22\n"));
}

TEST(CarryOver, WhatFollowsTheRowsStaysText) {
  EXPECT_THAT(read({kFirstPage,
                    {"Inversion                    30        20", "",
                     "La informacion anterior fue tomada del sistema de informacion."}}),
              ElementsAre(kFirstRows + "Inversion|30|20\n"));
}

TEST(CarryOver, FiguresInOtherColumnsAreNoPartOfTheTable) {
  EXPECT_THAT(read({kFirstPage, {"Inversion   30        20"}}), ElementsAre(kFirstRows));
  EXPECT_THAT(read({kFirstPage, {"En la vigencia se atendieron 30 solicitudes y 20 quejas."}}),
              ElementsAre(kFirstRows));
}

TEST(CarryOver, ALabelThatEndsThePageIsARowOfTheTable) {
  Lines first = kFirstPage;
  first.push_back("INVERSION");
  EXPECT_THAT(read({first, {"Vias                         30        20", "Salud                        31        21"}}),
              ElementsAre(kFirstRows + "INVERSION||\nVias|30|20\nSalud|31|21\n"));
}

TEST(CarryOver, ATableThatTextFollowsDoesNotGoOn) {
  Lines first = kFirstPage;
  first.insert(first.end(), {"", "La informacion anterior fue tomada del sistema de informacion."});
  EXPECT_THAT(read({first, {"Inversion                    30        20"}}), ElementsAre(kFirstRows));
}

const std::vector<double> kThree{120, 120, 120};

TEST(CarryOver, ABoxOfTotalsUnderAGridIsItsLastRow) {
  const auto table = [](double gap, const std::string& last) {
    PageMaker maker;
    const double y = maker.table(
        50, 100, kThree, {{"Rubro", "Inicial", "Pagos"}, {"Gastos de personal", "10", "15"}, {"Deuda", "20", "16"}});
    maker.shade({100, y + gap, 408, y + gap + 15});
    maker.text(110, y + gap + 11, "TOTALES:", 10, true).text(173, y + gap + 11, "30", 10, true);
    maker.text(293, y + gap + 11, last, 10, true);
    return read_content({maker.page()}).tables.at(0);
  };
  EXPECT_EQ(table(6, "11").rows, 4);
  EXPECT_EQ(table(6, "11").cells.back().text, "11");
  EXPECT_EQ(table(6, "once").rows, 3);  // a sentence
  EXPECT_EQ(table(60, "11").rows, 3);   // of something else
}

TEST(CarryOver, AFullTotalUnderASingleRowIsItsTablesLastRow) {
  const auto rows = [](const std::string& label, const std::string& last) {
    PageMaker maker;
    const double y = maker.table(50, 100, kThree, {{"EPS", "Recibidas", "Pendientes"}, {"Coosalud", "10", "15"}});
    maker.text(54, y + 11, label).text(173, y + 11, "30").text(293, y + 11, last);
    return read_content({maker.page()}).tables.at(0).rows;
  };
  EXPECT_EQ(rows("TOTAL GENERAL", "31"), 3);
  EXPECT_EQ(rows("TOTAL GENERAL", "sin"), 2);
  EXPECT_EQ(rows("Recibidas hoy", "31"), 2);
}

TEST(CarryOver, TotalsInBiggerPrintNeedOneForEveryColumn) {
  const auto rows = [](const std::vector<std::string>& totals) {
    PageMaker maker;
    const double y = maker.table(
        50, 100, {120, 60, 60, 60},
        {{"Rubro", "A", "B", "C"}, {"Gastos de personal", "10", "15", "5"}, {"Servicio de la deuda", "20", "16", "6"}});
    maker.text(90, y + 18, "TOTALES:", 12, true);
    for (std::size_t i = 0; i < totals.size(); ++i)
      maker.text(183 + 60 * static_cast<double>(i), y + 18, totals[i], 12, true);
    return read_content({maker.page()}).tables.at(0).rows;
  };
  EXPECT_EQ(rows({"30", "31", "11"}), 4);
  EXPECT_EQ(rows({"30", "31"}), 3);
}

TEST(CarryOver, ARuleOfThePageThatTouchesTheTableMakesNoColumn) {
  PageMaker first, second(2);
  first.table(50, 700, kThree, {{"Rubro", "Inicial", "Pagos"}, {"A", "10", "5"}, {"B", "20", "6"}});
  second.line(20, 54, 590, 54);
  second.table(50, 54, kThree, {{"C", "40", "7"}, {"D", "50", "8"}}, 0);
  const Content content = read_content({first.page(), second.page()});
  ASSERT_EQ(content.tables.size(), 1U);
  EXPECT_EQ(content.tables[0].columns, 3);
  EXPECT_EQ(content.tables[0].rows, 5);
}

PartCell cell(int row, int column, const std::string& text) {
  PartCell part;
  part.cell.row = row;
  part.cell.column = column;
  part.cell.text = text;
  return part;
}

TEST(RepeatedHeads, TheFirstLineOfAWrappedLabelIsNoRowOfTheHead) {
  const std::vector<PartCell> table{cell(0, 0, "Rubro"), cell(0, 1, "Pagos"), cell(1, 0, "A"), cell(1, 1, "5")};
  const std::vector<PartCell> next{cell(0, 0, "Rubro"), cell(0, 1, "Pagos"),     cell(1, 0, "Estampilla para el"),
                                   cell(1, 1, ""),      cell(2, 0, "bienestar"), cell(2, 1, "7")};
  EXPECT_EQ(repeated_white_rows({table, 2, 2, 1}, {next, 3, 2, 2}), 1);
  EXPECT_EQ(repeated_white_rows({table, 2, 2, 1}, {next, 3, 2, 0}), 0);
}

}  // namespace
}  // namespace cotejo::tables
