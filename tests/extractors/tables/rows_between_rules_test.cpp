#include <gtest/gtest.h>

#include "extractors/tables/read_content.h"
#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/typed_page.h"

// Heads that stand between level rules above stripes.
namespace cotejo::tables {
namespace {

using test::PageMaker;

using Row = std::vector<std::string>;

// Rows 30 points high between level rules, every second one of the last six on fills a cell.
std::string striped(std::vector<Row> rows) {
  const std::vector<double> xs{50, 150, 250, 350, 420};
  PageMaker page;
  const std::size_t above = rows.size();
  rows.insert(rows.end(), {{"2.1.01", "Sueldos", "100", "90%"},
                           {"2.1.02", "Primas", "254", "81%"},
                           {"2.1.03", "Viaticos", "317", "64%"},
                           {"2.1.04", "Aportes", "409", "77%"},
                           {"2.1.05", "Dotacion", "598", "12%"},
                           {"2.1.06", "Seguros", "631", "98%"}});
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const double y = 100 + 30 * static_cast<double>(r);
    page.line(xs.front(), y, xs.back(), y);
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      page.text(xs[c] + 4, y + 20, rows[r][c], 8, r == 0);
      if (r >= above && (r - above) % 2 == 0) page.shade({xs[c] + 1, y + 1, xs[c + 1] - 1, y + 29});
    }
  }
  page.line(xs.front(), 100 + 30 * static_cast<double>(rows.size()), xs.back(),
            100 + 30 * static_cast<double>(rows.size()));
  std::string out;
  for (const model::Table& table : read_content({page.page()}).tables)
    out += std::to_string(table.header_rows) + '\n' +
           typed::grid_text(table.rows, table.columns, table.cells, [](const model::Cell& cell) { return cell.text; });
  return out;
}

const std::string kRows =
    "2.1.01|Sueldos|100|90%\n2.1.02|Primas|254|81%\n2.1.03|Viaticos|317|64%\n2.1.04|Aportes|409|77%\n"
    "2.1.05|Dotacion|598|12%\n2.1.06|Seguros|631|98%\n";

TEST(RowsBetweenRules, AHeadAndASectionOverStripesAreTheirFirstRows) {
  EXPECT_EQ(striped({{"Cuenta", "Rubro", "Pagos", "%"}, {"", "GASTOS", "", ""}}),
            "1\nCuenta|Rubro|Pagos|%\n|GASTOS||\n" + kRows);
}

TEST(RowsBetweenRules, ASentenceBetweenRulesIsNone) {
  EXPECT_EQ(striped({{"La ejecucion de la vigencia anterior se presenta", "", "", ""}}), "0\n" + kRows);
}

}  // namespace
}  // namespace cotejo::tables
