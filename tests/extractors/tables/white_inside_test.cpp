#include "extractors/tables/white_inside.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(WhiteInside, RowsWithoutRulesBetweenThemAreRows) {
  const TypedPage page({
      "-------------------------------------------",
      "| Rubro           |  Inicial | Definitivo |",
      "-------------------------------------------",
      "| Personal        |    1.200 |      1.250 |",
      "| Generales       |      300 |        280 |",
      "| Inversion       |      700 |        900 |",
      "-------------------------------------------",
      "| Total           |    2.200 |      2.430 |",
      "-------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Definitivo\n"
                                 "Personal|1.200|1.250\n"
                                 "Generales|300|280\n"
                                 "Inversion|700|900\n"
                                 "Total|2.200|2.430\n"}));
}

TEST(WhiteInside, ColumnsWithoutRulesBetweenThemAreColumns) {
  const TypedPage page({
      "----------------------------------------------",
      "| Respuestas      |  Frec.    Porc.    Acum. |",
      "----------------------------------------------",
      "| Ninguna         |    138      6,9      6,9 |",
      "| Una             |    178      8,8     15,7 |",
      "| Dos             |    626     31,1     46,8 |",
      "----------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Respuestas|Frec.|Porc.|Acum.\n"
                                 "Ninguna|138|6,9|6,9\n"
                                 "Una|178|8,8|15,7\n"
                                 "Dos|626|31,1|46,8\n"}));
}

TEST(WhiteInside, WrappedCellsOfARuledTableStayWhole) {
  const TypedPage page({
      "------------------------------------------------",
      "| Codigo           | Descripcion   |     Valor |",
      "------------------------------------------------",
      "| 214320202005-    | Construccion  |     1.200 |",
      "| 2020730010024-01 | de vias       |           |",
      "------------------------------------------------",
      "| 214320202009-    | Servicios     |       300 |",
      "| 2020730010024-01 | personales    |           |",
      "------------------------------------------------",
  });
  const Tables found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 3) << found[0];
}

}  // namespace
}  // namespace cotejo::tables
