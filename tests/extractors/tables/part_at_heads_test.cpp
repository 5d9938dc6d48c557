#include "extractors/tables/cells/part_at_heads.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(PartAtHeads, StatementsUnderEachOtherAreTablesOfTheirOwn) {
  const TypedPage page({
      "-------------------------------------------------",
      "Codigo     ACTIVO           Notas    abr-21    abr-20",
      "-------------------------------------------------",
      "1100       Efectivo         5        984       190",
      "1200       Inversiones      6        299       261",
      "           TOTAL ACTIVO              1283      451",
      "Codigo     PASIVO           Notas    abr-21    abr-20",
      "2300       Obligaciones     7        100       20",
      "2400       Cuentas          8        300       50",
      "           TOTAL PASIVO              400       70",
      "-------------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Codigo|ACTIVO|Notas|abr-21|abr-20\n"
                                 "1100|Efectivo|5|984|190\n"
                                 "1200|Inversiones|6|299|261\n"
                                 "|TOTAL ACTIVO||1283|451\n",
                                 "Codigo|PASIVO|Notas|abr-21|abr-20\n"
                                 "2300|Obligaciones|7|100|20\n"
                                 "2400|Cuentas|8|300|50\n"
                                 "|TOTAL PASIVO||400|70\n"}));
}

}  // namespace
}  // namespace cotejo::tables
