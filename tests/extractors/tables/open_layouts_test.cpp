#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/tables/half_ruled/shaded_grid.h"
#include "tests/extractors/page_maker.h"
#include "tests/extractors/tables/fills.h"
#include "tests/extractors/tables/tables_as_text.h"

// Tables that few rules or none tell from their neighbours, and what stands in them.

namespace cotejo::tables {
namespace {

using test::PageMaker;
using testing::ElementsAre;
using testing::SizeIs;
using Tables = std::vector<std::string>;

TEST(OpenLayouts, TablesInFramesOfTheirOwnAreTwoThoughTheirRowsStandLevel) {
  PageMaker page;
  const std::vector<std::vector<std::string>> rows{{"Canal", "Recibidas", "Tipo", "Cantidad"},
                                                   {"Chat", "1.360", "Peticiones", "1.005"},
                                                   {"Correo", "1.375", "Quejas", "2.336"},
                                                   {"Presencial", "1.451", "Reclamos", "3.462"}};
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      page.text(std::vector<double>{60, 150, 250, 350}[c], 100 + 14.0 * static_cast<double>(r), rows[r][c]);
  for (const auto& [x0, x1] : {std::pair{50.0, 210.0}, {230.0, 410.0}}) {
    page.line(x0, 80, x1, 80).line(x0, 160, x1, 160).line(x0, 80, x0, 160).line(x1, 80, x1, 160);
  }
  EXPECT_THAT(tables_of({page.page()}), ElementsAre("Canal|Recibidas\nChat|1.360\nCorreo|1.375\nPresencial|1.451",
                                                    "Tipo|Cantidad\nPeticiones|1.005\nQuejas|2.336\nReclamos|3.462"));
}

TEST(OpenLayouts, ARuledTableDoesNotGrowOverTheHeadOfAnotherOne) {
  PageMaker page;
  page.table(50, 100, three, {{"Canal", "Recibidas", "Parte"}, {"Chat", "689", "16%"}, {"TOTAL", "4.310", "100%"}});
  // The head of another table, filled cell by cell, over open rows.
  const double top = page.page().rules.back().to.y + 60;
  const std::vector<std::string> names{"Tipo", "Ene", "Feb", "Mar", "Abr", "May"};
  for (std::size_t c = 0; c < names.size(); ++c) {
    const double x = 50 + 60 * static_cast<double>(c);
    page.shade({x, top, x + 60, top + 16}).text(x + 3, top + 12, names[c], 10, true);
    for (int r = 0; r < 4; ++r)
      page.text(x + 3, top + 28 + 12 * r,
                c == 0 ? std::string("Quejas") : std::to_string(10 * r + static_cast<int>(c)));
  }
  const std::vector<std::string> found = tables_of({page.page()});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0], "Canal|Recibidas|Parte\nChat|689|16%\nTOTAL|4.310|100%");
  EXPECT_EQ(found[1].substr(0, 42), "Tipo|Ene|Feb|Mar|Abr|May\nQuejas|1|2|3|4|5\n");
}

TEST(OpenLayouts, RunningTextOrASourcePartsTheFillsAboveAndBelowIt) {
  for (const std::vector<std::string>& between :
       {std::vector<std::string>{"La entidad adelanto en el ano las obras que el plan de desarrollo manda",
                                 "en sus metas"},
        std::vector<std::string>{"Fuente: Planeacion", ""}}) {
    std::vector<std::string> lines{"Transporte      4.598     7.537", "Cultura         4.821     4.192",
                                   "Vivienda        6.035     9.892", "Total          15.454    21.621"};
    lines.insert(lines.end(), between.begin(), between.end());
    lines.insert(lines.end(),
                 {"Descripcion     Definitivo   Recaudo     Parte", "Predial              185       138       74%",
                  "Activos              618       460       75%", "Total                803       598       74%"});
    TypedPage page(lines);
    for (int line = 0; line < 4; ++line) fill(page, line, {-1, 11});
    fill(page, 6, {-1, 15, 27, 37, 47});
    fill(page, 8, {-1, 15, 27, 37, 47});
    const Tables read = page.read();
    EXPECT_EQ(std::count_if(read.begin(), read.end(),
                            [](const std::string& table) {
                              return table.find("Transporte") != std::string::npos &&
                                     table.find("Descripcion") != std::string::npos;
                            }),
              0);
  }
}

TEST(OpenLayouts, ASentenceInLargerPrintPartsTwoTablesThoughItStandsOverOneColumn) {
  TypedPage page({
      "Canal                                          Recibidas",
      "Chat                                                 918",
      "Correo                                               726",
      "Total                                              1.644",
      "A continuacion se presenta el detalle:",
      "Dependencia                                    Recibidas",
      "Salud                                              1.040",
      "Hacienda                                             604",
      "TOTAL                                              1.644",
  });
  for (model::Word& word : page.page.words)
    if (word.box.y0 < 97 || word.box.y0 > 99) word.font_size = 8;
  EXPECT_EQ(page.tables(), Tables({"Canal|Recibidas\nChat|918\nCorreo|726\nTotal|1.644\n",
                                   "Dependencia|Recibidas\nSalud|1.040\nHacienda|604\nTOTAL|1.644\n"}));
}

TEST(OpenLayouts, MarksUnderMonthsAreATableHoweverFew) {
  const TypedPage page({
      "Actividad               Ene  Feb  Mar  Abr  May  Jun  Jul  Ago",
      "Publicar los informes         X         X",
      "Actualizar el plan                      X",
      "Rendir cuentas           X              X         X",
      "Atender las quejas                                     X",
      "Formular el manual                           X",
      "Cerrar la vigencia                                          X",
      "Hacer el inventario                X              X",
  });
  ASSERT_EQ(page.tables().size(), 1U);
  EXPECT_EQ(page.tables().front().substr(0, 41), "Actividad|Ene|Feb|Mar|Abr|May|Jun|Jul|Ago");
}

TEST(OpenLayouts, DatesInWordsTellTheRowsBesideANameInTheirMiddle) {
  const TypedPage page({
      "Componente        Actividad               Responsable   Fecha limite",
      "Riesgo            Publicar el informe     Planeacion    25 de enero de 2014",
      "                  Revisar la matriz       Hacienda      7 de julio de 2014",
      "Cuentas           Hacer la audiencia      Salud         13 de mayo de 2014",
      "                  Convocar al concejo     Juridica      2 de junio de 2014",
      "Atencion          Medir la espera         Salud         28 de abril de 2014",
  });
  EXPECT_EQ(page.tables(), Tables({"Componente|Actividad|Responsable|Fecha limite\n"
                                   "Riesgo|Publicar el informe|Planeacion|25 de enero de 2014\n"
                                   "|Revisar la matriz|Hacienda|7 de julio de 2014\n"
                                   "Cuentas|Hacer la audiencia|Salud|13 de mayo de 2014\n"
                                   "|Convocar al concejo|Juridica|2 de junio de 2014\n"
                                   "Atencion|Medir la espera|Salud|28 de abril de 2014\n"}));
}

TEST(OpenLayouts, ASectionThatNoUprightRuleCrossesIsOneCellOverAllColumns) {
  const std::vector<std::string> lines = {
      "Concepto        | Inicial | Pagos", "INGRESOS                         ", "Sueldos         |   1.250 |   980",
      "Primas          |     740 |   600", "GASTOS                           ", "Viaticos        |      75 |     6",
      "Total           |   2.065 | 1.586",
  };
  const std::string grid = "Sueldos|1.250|980\nPrimas|740|600\n";
  EXPECT_EQ(TypedPage(lines).tables(), Tables({"Concepto|Inicial|Pagos\nINGRESOS|<|<\n" + grid +
                                               "GASTOS|<|<\nViaticos|75|6\nTotal|2.065|1.586\n"}));
  std::vector<std::string> crossed = lines;
  crossed[1] = "INGRESOS        |         |      ";
  crossed[4] = "GASTOS          |         |      ";
  EXPECT_EQ(TypedPage(crossed).tables(),
            Tables({"Concepto|Inicial|Pagos\nINGRESOS||\n" + grid + "GASTOS||\nViaticos|75|6\nTotal|2.065|1.586\n"}));
}

TEST(OpenLayouts, ASentenceOverTheColumnsOfTheUpperFillsPartsThemFromTheLowerOnes) {
  TypedPage page({
      "Tipo     Cantidad   Parte",
      "Quejas        893   20,7%",
      "Reclamos    1.231   28,6%",
      "Total       2.124   49,3%",
      "Se presenta el detalle de todo:",
      "Dependencia                           Recibidas   En termino   Pendientes",
      "Oficina juridica                            428          398           21",
      "Secretaria de salud                         960          872           68",
      "Secretaria general                          633          570           35",
  });
  fill(page, 1, {-1, 9, 18, 26});
  fill(page, 3, {-1, 9, 18, 26});
  fill(page, 5, {-1, 36, 48, 61, 74});
  fill(page, 7, {-1, 36, 48, 61, 74});
  std::vector<int> words;
  for (std::size_t w = 0; w < page.page.words.size(); ++w) words.push_back(static_cast<int>(w));
  const double sentence = typed::kMargin + typed::kHigh * 4 + typed::kSize / 2;
  const Shading shading = read_shading(page.page, words, typed::kSize);
  for (const std::vector<model::Rule>* rules : {&shading.grids, &shading.columns})
    EXPECT_TRUE(std::none_of(rules->begin(), rules->end(),
                             [&](const model::Rule& rule) { return rule.from.y < sentence && rule.to.y > sentence; }));
}

}  // namespace
}  // namespace cotejo::tables
