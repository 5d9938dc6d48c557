#include "extractors/tables/half_ruled/white_inside.h"

#include <gtest/gtest.h>

#include "extractors/tables/half_ruled/open_heads.h"
#include "extractors/tables/ruled/ruled.h"
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

TEST(WhiteInside, AMisreadCapitalOrASpeckDoesNotHideTheRowsOfAnOpenBody) {
  const TypedPage page({
      "------------------------------------",
      "| Cuenta                 | Importe |",
      "------------------------------------",
      "| l. Ingresos corrientes |   1.200 |",
      "| II. Gastos corrientes  |     800 |",
      "| III. Ahorro            |     400 |",
      "| IV. Recursos           |     300 |",
      "| V. Gastos de capital   | ,   250 |",
      "| VI. Ingresos totales   |   1.500 |",
      "| VII. Gastos totales    |   1.050 |",
      "------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Cuenta|Importe\n"
                                 "l. Ingresos corrientes|1.200\n"
                                 "II. Gastos corrientes|800\n"
                                 "III. Ahorro|400\n"
                                 "IV. Recursos|300\n"
                                 "V. Gastos de capital|, 250\n"
                                 "VI. Ingresos totales|1.500\n"
                                 "VII. Gastos totales|1.050\n"}));
}

TEST(WhiteInside, TheSameHeadAgainEndsTheOpenRowsBelowARuledOne) {
  const TypedPage page({
      "------------------------------------------",
      "| Codigo    | Nombre      |     Inicial |",
      "------------------------------------------",
      "  2.3.01      Biblioteca          4.298  ",
      "  2.3.02      Cultura             6.820  ",
      "  Codigo      Nombre            Inicial  ",
      "  2.2.01      Intereses           4.351  ",
      "  2.2.02      Comisiones          3.409  ",
  });
  const Tables read = page.read();
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[1],
            "Codigo|Nombre|Inicial\n"
            "2.2.01|Intereses|4.351\n"
            "2.2.02|Comisiones|3.409\n");
}

TEST(WhiteInside, RowsSetFarApartStandUnderTheirHead) {
  const std::string white;
  const TypedPage page({
      "-----------------------------------------------------",
      "| Fuente           |  Vigente | Comprometido | Pagado |",
      "-----------------------------------------------------",
      white,
      white,
      white,
      white,
      "  Tesoro               1.200          1.150    1.100",
      white,
      white,
      white,
      white,
      "  Nacion                 300            280      270",
      white,
      white,
      white,
      white,
      "  Credito                700            650      600",
      white,
      white,
      white,
      white,
      white,
      white,
      "  TOTALES              2.200          2.080    1.970",
  });
  EXPECT_EQ(page.read(), Tables({"Fuente|Vigente|Comprometido|Pagado\n"
                                 "Tesoro|1.200|1.150|1.100\n"
                                 "Nacion|300|280|270\n"
                                 "Credito|700|650|600\n"
                                 "TOTALES|2.200|2.080|1.970\n"}));
}

TEST(WhiteInside, AHeadingThatStandsNearOverCodedRowsIsARow) {
  const TypedPage page({
      " ----------------------------------------",
      " | Gastos por Programa       |  Vigente |",
      " ----------------------------------------",
      " | Departamento Ejecutivo    |          |",
      "~| 110 Planificacion         |    6.300 |",
      " | 1120 Desarrollo           |    3.219 |",
      " | 11 Politicas              |    6.083 |",
      " | 1140 Educacion            |    8.440 |",
      " | 11500 Fondo               |    7.468 |",
      " ----------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Gastos por Programa|Vigente\n"
                                 "Departamento Ejecutivo|\n"
                                 "110 Planificacion|6.300\n"
                                 "1120 Desarrollo|3.219\n"
                                 "11 Politicas|6.083\n"
                                 "1140 Educacion|8.440\n"
                                 "11500 Fondo|7.468\n"}));
}

TEST(WhiteInside, ALabelThatStandsOffUnderARowHeadsTheRowsBelow) {
  const auto read = [](bool off) {
    std::vector<std::string> lines = {
        "-------------------------------------------",
        "| Metas           |  Inicial |  Ejecutado |",
        "-------------------------------------------",
    };
    for (const char* meta : {"Multas  ", "Eventos ", "Servicio", "Ferias  "}) {
      lines.push_back("| " + std::string(meta) + "        |    1.200 |      1.250 |");
      lines.emplace_back("| de la alcaldia  |          |            |");
      if (off) lines.emplace_back("|                 |          |            |");
      lines.emplace_back("| Oficina         |          |            |");
      lines.emplace_back("-------------------------------------------");
    }
    return TypedPage(lines).read().at(0);
  };
  // Under the last row it heads nothing.
  EXPECT_EQ(read(true),
            "Metas|Inicial|Ejecutado\nMultas de la alcaldia|1.200|1.250\nOficina||\n"
            "Eventos de la alcaldia|1.200|1.250\nOficina||\nServicio de la alcaldia|1.200|1.250\nOficina||\n"
            "Ferias de la alcaldia\nOficina|1.200|1.250\n");
  EXPECT_EQ(read(false).substr(24, 41), "Multas de la alcaldia Oficina|1.200|1.250");
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

TEST(WhiteInside, TheFirstLineOfAWrappedRowIsNoHead) {
  std::vector<std::string> lines = {" -----------------------------------------------"};
  for (const char* item : {"18", "19", "20", "21"}) {
    lines.emplace_back(" |    | Hacer el censo de | 23 de noviembre |      |");
    lines.push_back("~| " + std::string(item) + " | vendedores        |  de             | 100% |");
    lines.emplace_back("~|    | informales        | 2018            |      |");
    lines.emplace_back(" -----------------------------------------------");
  }
  const Tables found = TypedPage(lines).read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 4) << found[0];
}

TEST(WhiteInside, HeadsWithoutARuleBetweenThemAreCutByTheirColumns) {
  const TypedPage page({
      "---------------------------------------------",
      "| Rubro      |  Inicial   Adicion    Total  |",
      "---------------------------------------------",
      "| Personal   |    1.200 |      50 |   1.250 |",
      "---------------------------------------------",
      "| Generales  |      300 |       0 |     300 |",
      "---------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Adicion|Total\n"
                                 "Personal|1.200|50|1.250\n"
                                 "Generales|300|0|300\n"}));
}

TEST(WhiteInside, UprightRulesTellHowFarAHeadReaches) {
  const TypedPage page({
      "------------------------------------------",
      "| TRASLADADAS A      | CON               |",
      "| INDAGACION         | ADVERTENCIA       |",
      "------------------------------------------",
      "| 1.   Q-54-13-001   | 1.   Q-54-13-103  |",
      "| 2.   Q-54-13-004   | 2.   Q-54-13-105  |",
      "| 3.   Q-54-13-005   | 3.   Q-54-13-116  |",
      "| 4.   Q-54-13-006   | 4.   Q-54-13-122  |",
      "------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"TRASLADADAS A INDAGACION|<|CON ADVERTENCIA|<\n"
                                 "1.|Q-54-13-001|1.|Q-54-13-103\n"
                                 "2.|Q-54-13-004|2.|Q-54-13-105\n"
                                 "3.|Q-54-13-005|3.|Q-54-13-116\n"
                                 "4.|Q-54-13-006|4.|Q-54-13-122\n"}));
}

TEST(WhiteInside, WordsThatTheFinerRowsLeaveOutStayInTheTable) {
  const TypedPage page({
      "-------------------------------",
      "| Movimientos       |   Valor |",
      "-------------------------------",
      "| Saldo inicial     |   1.200 |",
      "| Ingresos          |     300 |",
      "| Gastos            |     280 |",
      "| Saldo final       |   1.220 |",
      "|                   |   1.220 |",
      "-------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Movimientos|Valor\n"
                                 "Saldo inicial|1.200\n"
                                 "Ingresos|300\n"
                                 "Gastos|280\n"
                                 "Saldo final|1.220\n"
                                 "|1.220\n"}));
}

TEST(WhiteInside, RowsAreFoundThoughOnlyTheRulesKnowTheHead) {
  // The uprights of the years begin below the heads over two of them.
  const TypedPage page({
      "--------------------------------------------------",
      "|            | Alcaldia municipal |   Hospital   |",
      "| Rubro      |    2019 |     2020 | 2019 |  2020 |",
      "--------------------------------------------------",
      "| Personal   |   1.200 |    1.250 |   20 |    30 |",
      "| Generales  |     300 |      280 |   10 |    12 |",
      "| Inversion  |     700 |      900 |   17 |    14 |",
      "| Deuda      |      90 |      110 |    5 |     6 |",
      "--------------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Rubro|Alcaldia municipal|<|Hospital|<\n"
                                 "^|2019|2020|2019|2020\n"
                                 "Personal|1.200|1.250|20|30\n"
                                 "Generales|300|280|10|12\n"
                                 "Inversion|700|900|17|14\n"
                                 "Deuda|90|110|5|6\n"}));
}

TEST(WhiteInside, RowsAreFoundThoughAHeadSeemsToHaveAColumnOfItsOwn) {
  // "vigencia" stands over no figure; the uprights tell the columns.
  const TypedPage page({
      "---------------------------------------------------",
      "| Rubro           vigencia |   Inicial | Definitivo |",
      "---------------------------------------------------",
      "| Personal                 |     1.200 |      1.250 |",
      "| Generales                |       300 |        280 |",
      "| Inversion                |       700 |        900 |",
      "| Deuda                    |        90 |        110 |",
      "---------------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Rubro vigencia|Inicial|Definitivo\n"
                                 "Personal|1.200|1.250\n"
                                 "Generales|300|280\n"
                                 "Inversion|700|900\n"
                                 "Deuda|90|110\n"}));
}

TEST(WhiteInside, TextThatIsCutOffAtItsColumnsRuleDoesNotHideTheRows) {
  TypedPage page({
      "------------------------------------------------------------",
      "| Contrato | Objeto                 | Supervisor    | Valor |",
      "------------------------------------------------------------",
      "| CPS-1    | Prestar servicios prof | Secretaria de | 1.200 |",
      "| CPS-2    | Suministro de elemento | Secretaria de | 3.400 |",
      "| CPS-3    | Prestar servicios prof | Oficina de Co | 5.600 |",
      "| CPS-4    | Contratar la prestacio | Comisaria de  | 7.800 |",
      "| CPS-5    | Suministro de elemento | Secretaria Ge | 9.100 |",
      "------------------------------------------------------------",
  });
  // A spreadsheet prints up to the rule and a little beyond it, and begins the next text right behind it.
  for (model::Word& word : page.page.words) {
    if (word.text == "prof" || word.text == "elemento" || word.text == "prestacio") word.box.x1 += 9;
    if (word.text == "Secretaria" || word.text == "Oficina" || word.text == "Comisaria") word.box.x0 -= 5;
  }
  EXPECT_EQ(page.read(), Tables({"Contrato|Objeto|Supervisor|Valor\n"
                                 "CPS-1|Prestar servicios prof|Secretaria de|1.200\n"
                                 "CPS-2|Suministro de elemento|Secretaria de|3.400\n"
                                 "CPS-3|Prestar servicios prof|Oficina de Co|5.600\n"
                                 "CPS-4|Contratar la prestacio|Comisaria de|7.800\n"
                                 "CPS-5|Suministro de elemento|Secretaria Ge|9.100\n"}));
}

}  // namespace
}  // namespace cotejo::tables
