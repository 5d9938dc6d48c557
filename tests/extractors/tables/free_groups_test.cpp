#include <gtest/gtest.h>

#include "extractors/tables/read_content.h"
#include "tests/extractors/page_maker.h"

// Names that stand free above a grid, each over several of its columns; and the foot of a page, which is no table.
namespace cotejo::tables {
namespace {

using test::PageMaker;

PageMaker years(const std::vector<double>& middles, const std::vector<std::string>& heads) {
  PageMaker page;
  page.table(50, 100, {100, 60, 60, 60, 60},
             {heads, {"Predial", "611", "88", "640", "91"}, {"Avisos", "52", "3", "62", "4"}});
  for (std::size_t y = 0; y < middles.size(); ++y) page.text(middles[y] - 10, 96, std::to_string(2014 + y));
  return page;
}

const std::vector<std::string> kPairs{"Renta", "Recaudo", "Cartera", "Recaudo", "Cartera"};

TEST(FreeGroups, AYearOverEachPairOfNamesIsTheFirstRow) {
  const Content content = read_content({years({210, 330}, kPairs).page()});
  ASSERT_EQ(content.tables.size(), 1U);
  EXPECT_EQ(content.tables[0].rows, 4);
  EXPECT_EQ(content.tables[0].header_rows, 2);
  std::vector<std::string> found;
  for (const model::Cell& cell : content.tables[0].cells)
    if (cell.row == 0 && cell.column_span == 2) found.push_back(cell.text + "@" + std::to_string(cell.column));
  EXPECT_EQ(found, (std::vector<std::string>{"2014@1", "2015@3"}));
}

TEST(FreeGroups, WhatStandsOtherwiseIsNoRow) {
  EXPECT_EQ(read_content({years({170, 330}, kPairs).page()}).tables.at(0).rows, 3);  // over one column
  EXPECT_EQ(read_content({years({270}, kPairs).page()}).tables.at(0).rows, 3);       // a title
  EXPECT_EQ(read_content({years({210, 330}, {"Renta", "A", "B", "C", "D"}).page()}).tables.at(0).rows, 3);
}

TEST(FreeGroups, TheFootOfThePageBetweenRulesIsNoTable) {
  const auto tables = [](double y, const std::string& last, const std::string& first = "Rentas y cartera 2018") {
    PageMaker page = years({}, kPairs);
    page.line(400, y, 560, y).line(400, y + 14, 560, y + 14).line(540, y, 540, y + 14);
    page.line(400, y, 400, y + 14).line(560, y, 560, y + 14);
    page.text(404, y + 11, first).text(545, y + 11, last);
    return read_content({page.page()}).tables.size();
  };
  EXPECT_EQ(tables(750, "7"), 1U);
  EXPECT_EQ(tables(750, "7.512"), 2U);
  EXPECT_EQ(tables(750, "7", "TOTAL"), 2U);
  EXPECT_EQ(tables(400, "7"), 2U);
}

}  // namespace
}  // namespace cotejo::tables
