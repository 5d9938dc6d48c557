#include "extractors/tables/half_ruled/shaded_grid.h"

#include <gtest/gtest.h>

#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/fills.h"
#include "tests/extractors/tables/typed_page.h"

// Tables whose cells are filled one by one: the fills' borders are the lattice.

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(ShadedGrid, CellsFilledOneByOneAreALattice) {
  TypedPage page({
      "Rubro     Inicial Definitivo",
      "Sueldos       100 120",
      "Primas   20    30",
      "Viaticos          9",
  });
  for (int line = 0; line < 4; ++line) fill(page, line, {-1, 9, 18, 29}, 1, 1.5);
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Definitivo\n"
                                 "Sueldos|100|120\n"
                                 "Primas|20 30|\n"
                                 "Viaticos||9\n"}));
}

TEST(ShadedGrid, TellsFillsFromRules) {
  TypedPage page({
      "Rubro     Inicial Definitivo",
      "Sueldos       100 120",
      "Primas   20    30",
  });
  for (int line = 0; line < 3; ++line) fill(page, line, {-1, 9, 18, 29}, 1, 1.5);
  const Content filled = read_content({page.page});
  ASSERT_EQ(filled.tables.size(), 1U);
  EXPECT_EQ(filled.tables[0].method, model::TableMethod::shaded);
  const model::Rect& box = filled.tables[0].page_boxes.front();
  page.page.rules.push_back({{box.x0, box.y0 + 13}, {box.x1, box.y0 + 13}, 0.5});
  const Content ruled = read_content({page.page});
  ASSERT_EQ(ruled.tables.size(), 1U);
  EXPECT_EQ(ruled.tables[0].method, model::TableMethod::ruled);
}

TEST(ShadedGrid, WhiteRowsBetweenFilledOnesHaveTheirColumns) {
  TypedPage page({
      "Actividad       Responsable   Meta",
      "Publicar el     Secretaria    uno",
      "informe anual   general",
      "Atender         Planeacion    dos",
      "Rendir cuentas  Secretaria    tres",
      "ante el concejo",
      "Cerrar          Hacienda      seis",
  });
  fill(page, 0, {-1, 15, 29, 36});
  fill(page, 3, {-1, 15, 29, 36});
  fill(page, 6, {-1, 15, 29, 36});
  EXPECT_EQ(page.read(), Tables({"Actividad|Responsable|Meta\n"
                                 "Publicar el informe anual|Secretaria general|uno\n"
                                 "Atender|Planeacion|dos\n"
                                 "Rendir cuentas ante el concejo|Secretaria|tres\n"
                                 "Cerrar|Hacienda|seis\n"}));
}

TEST(ShadedGrid, AsManyWhiteRowsMayFollowTheLastFilledOneAsStandBetweenTwo) {
  TypedPage page({
      "Rubro          Definitivo   Pagos",
      "Sueldos               100      90",
      "Primas                200      80",
      "Viaticos              300      70",
      "Aportes               400      60",
      "Subtotal            1.000     300",
      "CAPITAL",
      "Reservas               10       9",
      "Activos                20       8",
      "Donaciones             30       7",
      "Fuente: Hacienda",
  });
  fill(page, 0, {-1, 15, 25, 34});
  fill(page, 5, {-1, 15, 25, 34});
  EXPECT_EQ(page.read(), Tables({"Rubro|Definitivo|Pagos\nSueldos|100|90\nPrimas|200|80\nViaticos|300|70\n"
                                 "Aportes|400|60\nSubtotal|1.000|300\nCAPITAL||\nReservas|10|9\nActivos|20|8\n"
                                 "Donaciones|30|7\n"}));
}

TEST(ShadedGrid, MergedHeadsAreAsWideAsTheirFills) {
  TypedPage page({
      "           Ejecucion          ",
      "Rubro      CDP       Pagos",
      "Sueldos    100       90",
      "Primas     200       80",
  });
  fill(page, 0, {-1, 10}, 2);
  fill(page, 0, {10, 30});
  fill(page, 1, {10, 20, 30});
  fill(page, 2, {-1, 10, 20, 30});
  fill(page, 3, {-1, 10, 20, 30});
  EXPECT_EQ(page.read(), Tables({"Rubro|Ejecucion|<\n"
                                 "^|CDP|Pagos\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"}));
}

TEST(ShadedGrid, AFilledSubtotalIsNoHeadOfTheRowsBelowIt) {
  TypedPage page({
      "Rubro               Inicial         Pagos",
      "Sueldos               1.100            90",
      "Primas                  200            80",
      "Subtotal              1.300           170",
      "Viaticos                300            75",
      "Aportes                 120            14",
      "Auxilios                150            12",
  });
  fill(page, 3, {-1, 15, 28, 42});
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "Sueldos|1.100|90\n"
                                 "Primas|200|80\n"
                                 "Subtotal|1.300|170\n"
                                 "Viaticos|300|75\n"
                                 "Aportes|120|14\n"
                                 "Auxilios|150|12\n"}));
}

TEST(ShadedGrid, AFilledFirstColumnTellsTheRowsOfTheWhiteOnes) {
  TypedPage page({
      "Rubro     CDP       Pagos",
      "Sueldos   100  20",
      "Primas    200  30",
      "Viaticos  300  40",
  });
  fill(page, 0, {-1, 9, 14, 25});
  for (int line = 1; line < 4; ++line) fill(page, line, {-1, 9});
  EXPECT_EQ(page.read(), Tables({"Rubro|CDP|Pagos\n"
                                 "Sueldos|100|20\n"
                                 "Primas|200|30\n"
                                 "Viaticos|300|40\n"}));
}

TEST(ShadedGrid, WhiteMergedCellsUnderEachOtherPartWhereTheirTextsDo) {
  TypedPage page({
      "Grupo     Actividad  Meta",
      "Riesgos   Publicar   100",
      "          Atender    200",
      "Tramites  Rendir     300",
      "          Cerrar     400",
  });
  fill(page, 0, {-1, 9, 20, 25});
  fill(page, 2, {9, 20, 25});
  fill(page, 4, {9, 20, 25});
  EXPECT_EQ(page.read(), Tables({"Grupo|Actividad|Meta\n"
                                 "Riesgos|Publicar|100\n"
                                 "^|Atender|200\n"
                                 "Tramites|Rendir|300\n"
                                 "^|Cerrar|400\n"}));
}

TEST(ShadedGrid, StripesPartTheRowsOfTextBelowAWhiteHead) {
  TypedPage page({
      "Actividad       Responsable   Plazo",
      "Publicar el     Secretaria    enero",
      "informe anual   general",
      "Atender a los   Planeacion    marzo",
      "ciudadanos",
      "Rendir cuentas  Secretaria    abril",
      "ante el concejo municipal",
      "Cerrar el       Hacienda      mayo",
      "ciclo",
  });
  fill(page, 3, {-1, 15, 29, 36}, 2);
  fill(page, 7, {-1, 15, 29, 36}, 2);
  EXPECT_EQ(page.read(), Tables({"Actividad|Responsable|Plazo\n"
                                 "Publicar el informe anual|Secretaria general|enero\n"
                                 "Atender a los ciudadanos|Planeacion|marzo\n"
                                 "Rendir cuentas ante el concejo|Secretaria municipal|abril\n"
                                 "Cerrar el ciclo|Hacienda|mayo\n"}));
}

TEST(ShadedGrid, ACurrencySignApartFromItsFigureIsNoColumn) {
  TypedPage page({
      "Rubro     Inicial      Pagos",
      "Sueldos   $   1.000    $     900",
      "Primas    $   2.000    $     800",
      "Viaticos  $   3.000    $     700",
  });
  fill(page, 0, {-1, 9, 21, 34});
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Pagos\n"
                                 "Sueldos|$ 1.000|$ 900\n"
                                 "Primas|$ 2.000|$ 800\n"
                                 "Viaticos|$ 3.000|$ 700\n"}));
}

TEST(ShadedGrid, BordersDrawnInTheFilledRowsAloneGoThroughTheWhiteOnes) {
  TypedPage page({
      "Tipo      2019  2020",
      "Quejas    5     2",
      "Reclamos  3     1",
      "Otros     2     4",
      "Total     10    7",
  });
  for (const int line : {0, 2, 4}) {
    fill(page, line, {-1, 9, 15, 20});
    const model::Rect& last = page.page.shades.back().box;
    for (const int column : {-1, 9, 15, 20}) {
      const double x = typed::kMargin + typed::kWide * column;
      page.page.rules.push_back({{x, last.y0}, {x, last.y1}, 0.5});
    }
  }
  EXPECT_EQ(page.read(), Tables({"Tipo|2019|2020\n"
                                 "Quejas|5|2\n"
                                 "Reclamos|3|1\n"
                                 "Otros|2|4\n"
                                 "Total|10|7\n"}));
}

TEST(ShadedGrid, BordersDrawnInTheFilledRowsAloneStandBelowAWhiteHead) {
  TypedPage page({
      "No  Actividad        Meta  Plazo",
      "1   Publicar el      5     enero",
      "    informe anual",
      "2   Atender a los    3     marzo",
      "    ciudadanos",
      "3   Rendir cuentas   2     abril",
      "    ante el concejo",
      "4   Cerrar el        2     mayo",
      "    ciclo",
  });
  for (const int line : {1, 5}) {
    fill(page, line, {-1, 3, 20, 26, 32}, 2);
    const model::Rect& last = page.page.shades.back().box;
    for (const int column : {-1, 3, 20, 26, 32}) {
      const double x = typed::kMargin + typed::kWide * column;
      page.page.rules.push_back({{x, last.y0}, {x, last.y1}, 0.5});
    }
    for (const double y : {last.y0, last.y1}) page.page.rules.push_back({{45, y}, {210, y}, 0.5});
  }
  EXPECT_EQ(page.read(), Tables({"No|Actividad|Meta|Plazo\n"
                                 "1|Publicar el informe anual|5|enero\n"
                                 "2|Atender a los ciudadanos|3|marzo\n"
                                 "3|Rendir cuentas ante el concejo|2|abril\n"
                                 "4|Cerrar el ciclo|2|mayo\n"}));
}

TEST(ShadedGrid, AWhiteRowBetweenStripesIsNoHigherThanThey) {
  TypedPage page({
      "Contrato  Objeto             Contratista        Valor  Plazo",
      "          Suministro para    Luz Dary                  4",
      "CV-01     la red terciaria   Quintero       5.571.600  meses",
      "          Contratar las      Hernan Dario              11",
      "CV-02     jornadas           Mosquera       3.813.000  meses",
      "          Prestar apoyo al   Pedro Ospina              9",
      "CV-03     plan de archivos   Gil            1.982.500  meses",
      "          Contratar el       Ana Lucia                 5",
      "CV-04     mapa de riesgos    Benavides      2.635.200  meses",
      "          Suministro para    Luz Dary                  4",
      "CV-05     la red terciaria   Quintero       9.871.500  meses",
  });
  const std::vector<int> columns{-1, 9, 28, 43, 54, 61};
  fill(page, 0, columns);
  for (const int line : {1, 5, 9}) fill(page, line, columns, 2);
  const Tables found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0],
            "Contrato|Objeto|Contratista|Valor|Plazo\n"
            "CV-01|Suministro para la red terciaria|Luz Dary Quintero|5.571.600|4 meses\n"
            "CV-02|Contratar las jornadas|Hernan Dario Mosquera|3.813.000|11 meses\n"
            "CV-03|Prestar apoyo al plan de archivos|Pedro Ospina Gil|1.982.500|9 meses\n"
            "CV-04|Contratar el mapa de riesgos|Ana Lucia Benavides|2.635.200|5 meses\n"
            "CV-05|Suministro para la red terciaria|Luz Dary Quintero|9.871.500|4 meses\n");
}

TEST(ShadedGrid, AFilledFirstColumnTellsRowsOfSeveralLines) {
  TypedPage page({
      "No  Actividad         Meta  Plazo",
      "1   Publicar el       100%  01-12-",
      "    informe anual           2017",
      "2   Atender a los     12    03-11-",
      "    ciudadanos              2017",
      "3   Rendir cuentas    4     15-07-",
      "    ante el concejo         2017",
  });
  fill(page, 0, {-1, 3, 21, 27, 35});
  for (const int line : {1, 3, 5}) fill(page, line, {-1, 3}, 2);
  const Tables found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 4) << found[0];
}

TEST(ShadedGrid, FilledSectionsAmongOpenRowsAreOfTheirTable) {
  TypedPage page({
      "Sueldos de planta    1.250     900",
      "Primas de servicios  3.100     870",
      "Aportes a la         2.040     700",
      "seguridad social",
      "Auxilio de           4.300     666",
      "transporte",
      "DEUDA                1.990     512",
      "Intereses            1.000     500",
      "Amortizacion           990      12",
      "INVERSION            9.200     444",
      "Vias                 4.100     222",
      "Acueductos           5.100     222",
  });
  for (const int line : {6, 9}) fill(page, line, {-1, 19, 29, 36});
  const Tables found = page.read();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 10) << found[0];
}

TEST(ShadedGrid, ACaptionBetweenTwoRuledTablesPartsThemThoughTheirFillsAgree) {
  TypedPage page({
      "Tipo      2019  2020",
      "Quejas    5     2",
      "Reclamos  3     1",
      "       Afiliados",
      "EPS       2019  2020",
      "Savia     2     4",
      "Sura      10    7",
  });
  const std::vector<int> columns{-1, 9, 15, 21};
  for (const int top : {0, 4}) {
    for (int row = 0; row < 3; ++row) fill(page, top + row, columns);
    const double y = typed::kMargin + typed::kHigh * top - 1;
    for (const int column : columns)
      page.page.rules.push_back({{typed::kMargin + typed::kWide * column, y},
                                 {typed::kMargin + typed::kWide * column, y + 3 * typed::kHigh},
                                 0.5});
    for (int row = 0; row <= 3; ++row)
      page.page.rules.push_back({{typed::kMargin - typed::kWide, y + row * typed::kHigh},
                                 {typed::kMargin + typed::kWide * 21, y + row * typed::kHigh},
                                 0.5});
  }
  EXPECT_EQ(page.read().size(), 2u);
}

TEST(ShadedGrid, BoxesOfTextAreNoTable) {
  TypedPage page({
      "Mision            Vision",
      "",
      "",
      "La entidad presta el servicio a todos.",
  });
  fill(page, 0, {-1, 12});
  fill(page, 0, {17, 26});
  EXPECT_EQ(page.read(), Tables());
}

TEST(ShadedGrid, RowsWithoutFillsBetweenTwoFilledOnesPartByTheirText) {
  TypedPage page({
      "Rubro      CDP       Pagos",
      "Sueldos    100       90",
      "Primas     200       80",
      "Viaticos   300       70",
      "TOTAL      600       240",
  });
  fill(page, 0, {-1, 10, 20, 30});
  fill(page, 4, {-1, 10, 20, 30});
  EXPECT_EQ(page.read(), Tables({"Rubro|CDP|Pagos\n"
                                 "Sueldos|100|90\n"
                                 "Primas|200|80\n"
                                 "Viaticos|300|70\n"
                                 "TOTAL|600|240\n"}));
}

}  // namespace
}  // namespace cotejo::tables
