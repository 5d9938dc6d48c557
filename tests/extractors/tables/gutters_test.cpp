#include <gtest/gtest.h>

#include "extractors/tables/read_content.h"
#include "tests/extractors/page_maker.h"

// Grids that narrow empty columns part: tables side by side, or one table with double rules.
namespace cotejo::tables {
namespace {

using test::PageMaker;

// A grid whose upright rule after its first column is double. `own_labels`: the right side begins with labels, too.
PageMaker grid(bool own_labels) {
  PageMaker page;
  for (const double x : {50, 151, 156, 250, 350}) page.line(x, 100, x, 190);
  page.line(50, 100, 350, 100).line(156, 115, 350, 115);
  for (const double y : {130, 145, 160, 175, 190}) page.line(50, y, 350, y);
  page.text(55, 126, "SECTOR").text(200, 111, "COMPROMISOS").text(160, 126, "2014").text(255, 126, "2015");
  const char* const rows[][3] = {{"Transporte", "9.710", "4.752"},
                                 {"Cultura", "2.688", "8.605"},
                                 {"Salud", "1.637", "527"},
                                 {"Total", "14", "13"}};
  const char* const labels[] = {"Enero", "Febrero", "Marzo", "Abril"};
  for (int r = 0; r < 4; ++r) {
    page.text(55, 141 + 15 * r, rows[r][0]).text(160, 141 + 15 * r, own_labels ? labels[r] : rows[r][1]);
    page.text(255, 141 + 15 * r, rows[r][2]);
  }
  return page;
}

TEST(Gutters, ADoubleRuleBesideANameOverTwoRowsOfTheHeadPartsNoTable) {
  const Content content = read_content({grid(false).page()});
  ASSERT_EQ(content.tables.size(), 1U);
  EXPECT_EQ(content.tables[0].rows, 6);
  EXPECT_EQ(content.tables[0].columns, 3);
}

TEST(Gutters, SidesWithLabelsOfTheirOwnAreTablesOfTheirOwn) {
  const Content content = read_content({grid(true).page()});
  ASSERT_FALSE(content.tables.empty());
  for (const model::Table& table : content.tables) EXPECT_LE(table.columns, 2);
}

}  // namespace
}  // namespace cotejo::tables
