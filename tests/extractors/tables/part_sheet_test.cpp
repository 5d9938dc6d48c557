#include "extractors/tables/cells/part_sheet.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(PartSheet, TablesOfASheetThatIsPrintedWithItsGridLinesAreTablesOfTheirOwn) {
  const TypedPage page({
      "-------------------------------------------------------",
      "| Tabla 1. Por tipo  |          |          |          |",
      "-------------------------------------------------------",
      "| Tipo               | Ene-Mar  | Abr-Jun  | Total    |",
      "-------------------------------------------------------",
      "| Quejas             | 25       | 15       | 40       |",
      "-------------------------------------------------------",
      "| Reclamos           | 13       | 6        | 19       |",
      "-------------------------------------------------------",
      "|                    |          |          |          |",
      "-------------------------------------------------------",
      "| Tabla 2. Por canal |          |          |          |",
      "-------------------------------------------------------",
      "| Canal              | Numero   |          |          |",
      "-------------------------------------------------------",
      "| Correo             | 30       |          |          |",
      "-------------------------------------------------------",
      "| Telefono           | 29       |          |          |",
      "-------------------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Tipo|Ene-Mar|Abr-Jun|Total\nQuejas|25|15|40\nReclamos|13|6|19\n",
                                 "Canal|Numero\nCorreo|30\nTelefono|29\n"}));
}

TEST(PartSheet, RowsBelowAnEmptyOneGoOnWithTheirTable) {
  const TypedPage page({
      "--------------------------------------------",
      "| Rubro              | Inicial  | Final    |",
      "--------------------------------------------",
      "| Personal           | 25       | 15       |",
      "--------------------------------------------",
      "| Generales          | 13       | 6        |",
      "--------------------------------------------",
      "|                    |          |          |",
      "--------------------------------------------",
      "| Inversion          | 30       | 40       |",
      "--------------------------------------------",
      "| Deuda              | 29       | 39       |",
      "--------------------------------------------",
  });
  EXPECT_EQ(page.read(),
            Tables({"Rubro|Inicial|Final\nPersonal|25|15\nGenerales|13|6\n||\nInversion|30|40\nDeuda|29|39\n"}));
}

}  // namespace
}  // namespace cotejo::tables
