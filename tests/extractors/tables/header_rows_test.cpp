#include "extractors/tables/cells/header_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// How many rows of a table are its head.
namespace cotejo::tables {
namespace {

// A table of bold cells: the first `bold` rows, the others plain.
model::Table table_of(const std::vector<std::vector<std::string>>& rows, int bold) {
  model::Table table;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows[0].size());
  for (int r = 0; r < table.rows; ++r)
    for (int c = 0; c < table.columns; ++c) {
      model::Cell cell;
      cell.row = r;
      cell.column = c;
      cell.text = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
      cell.bold = r < bold;
      table.cells.push_back(cell);
    }
  return table;
}

TEST(HeaderRows, TheNameOfASectionInTheStyleOfTheHeadIsNoneOfIt) {
  EXPECT_EQ(header_rows(table_of({{"Rubro", "Inicial"}, {"FUNCIONAMIENTO", ""}, {"Sueldos", "10"}}, 2)), 1);
}

TEST(HeaderRows, ALineBelowNamesThatLeaveAColumnOutIsOfTheHead) {
  EXPECT_EQ(header_rows(table_of({{"", "Inicial"}, {"Rubro", ""}, {"Sueldos", "10"}}, 2)), 2);
  EXPECT_EQ(header_rows(table_of({{"Rubro", "Ejecución"}, {"", "Pagos"}, {"Sueldos", "10"}}, 2)), 2);
}

}  // namespace
}  // namespace cotejo::tables
