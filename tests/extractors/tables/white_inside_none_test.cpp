#include <gtest/gtest.h>

#include <numeric>

#include "extractors/tables/half_ruled/open_heads.h"
#include "extractors/tables/half_ruled/white_inside.h"
#include "extractors/tables/ruled/ruled.h"
#include "tests/extractors/tables/typed_page.h"

// What stands in a frame or under one and is no row of its table.
namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(WhiteInside, ALetterheadTakesNoSentenceAndNoTableBelowItForItsRows) {
  std::vector<std::string> lines{
      "--------------------------------------------------------------------",
      "| ESCUDO          | ALCALDIA MUNICIPAL DE PAICOL | FT-GF-07        |",
      "--------------------------------------------------------------------",
      "                      EJECUCION DE GASTOS 2013",
      "En la vigencia del 2013 se contó con una suma que es $ 21.358 m.",
      "| Nombre del rubro   | Definitiva | Valor girado | Saldo | % Ejec. |",
  };
  std::string expected = "Nombre del rubro|Definitiva|Valor girado|Saldo|% Ejec.\n";
  for (const char* name : {"Subsidio", "Prima", "Bonificación", "Horas extras", "Vacaciones", "Honorarios"}) {
    lines.push_back("| " + std::string(name) + std::string(19 - typed::width_of(name), ' ') +
                    "|      3.000 |        1.823 | 1.177 |   60,78 |");
    expected += std::string(name) + "|3.000|1.823|1.177|60,78\n";
  }
  const Tables read = TypedPage(lines).read();
  ASSERT_FALSE(read.empty());
  EXPECT_EQ(read.back(), expected);
}

TEST(WhiteInside, ALetterheadOverATitleAndATableHasNoRows) {
  std::vector<std::string> lines{
      "--------------------------------------------------------------------",
      "| ESCUDO          | HOSPITAL DE VILLANUEVA       | FT-GF-07        |",
      "--------------------------------------------------------------------",
      "                   EJECUCION DE INGRESOS 2016",
      "Nombre del rubro                    Definitiva             Recaudo",
  };
  std::string expected = "Nombre del rubro|Definitiva|Recaudo\n";
  for (const char* name : {"Estampilla", "Avisos", "Predial", "Alumbrado", "Delineación", "Sobretasa"}) {
    lines.push_back(std::string(name) + std::string(16 - typed::width_of(name), ' ') +
                    "                         3.000               1.823");
    expected += std::string(name) + "|3.000|1.823\n";
  }
  const Tables read = TypedPage(lines).read();
  ASSERT_FALSE(read.empty());
  EXPECT_EQ(read.back(), expected);
}

TEST(WhiteInside, SignaturesUnderATableAreNoBodyOfIt) {
  const TypedPage page({
      "-----------------------------------------------------",
      "| Cuenta           |  Vigente | Comprometido | Pagado |",
      "-----------------------------------------------------",
      "| Personal         |    1.200 |        1.150 |  1.100 |",
      "| Generales        |      300 |          280 |    270 |",
      "| Inversion        |      700 |          650 |    600 |",
      "-----------------------------------------------------",
      "",
      "  MARIA MEDINA     ALICIA BATALLON   TOMAS RISSO",
      "  Tesorera         Contadora         Secretario",
      "  Municipalidad    Municipalidad     Municipalidad",
  });
  std::vector<int> words(page.page.words.size());
  std::iota(words.begin(), words.end(), 0);
  std::vector<PageTable> tables = find_ruled_tables(page.page, page.page.rules, words, 10).tables;
  ASSERT_EQ(tables.size(), 1U);
  std::erase_if(words, [&](int w) { return page.page.words[static_cast<std::size_t>(w)].box.y0 < tables[0].box.y1; });
  EXPECT_TRUE(settle_open_heads(page.page, words, tables, {}).empty());
  EXPECT_EQ(tables.size(), 1U);
}

TEST(WhiteInside, CaptionAndSourceInTheFrameAreNoRows) {
  const TypedPage page({
      "-------------------------------------------",
      "| Tabla 4. Ejecucion de gastos            |",
      "-------------------------------------------",
      "| Rubro           |  Inicial | Definitivo |",
      "-------------------------------------------",
      "| Personal        |    1.200 |      1.250 |",
      "-------------------------------------------",
      "| Generales       |      300 |        280 |",
      "-------------------------------------------",
      "| Fuente: Secretaria de Hacienda          |",
      "-------------------------------------------",
  });
  EXPECT_EQ(page.read(), Tables({"Rubro|Inicial|Definitivo\n"
                                 "Personal|1.200|1.250\n"
                                 "Generales|300|280\n"}));
}

TEST(WhiteInside, FramesSideBySideAreTwoTables) {
  TypedPage page({
      "---------------------- -----------------------",
      "| Ingresos |   Valor | | Gastos    |   Valor |",
      "---------------------- -----------------------",
      "| Propios  |   1.200 | | Personal  |   1.250 |",
      "---------------------- -----------------------",
      "| Credito  |     300 | | Generales |     280 |",
      "---------------------- -----------------------",
  });
  // The frames all but touch.
  for (model::Rule& rule : page.page.rules)
    if (rule.from.x > 50 + 22 * 5) rule.from.x -= 2, rule.to.x -= 2;
  EXPECT_EQ(page.read(), Tables({"Ingresos|Valor\n"
                                 "Propios|1.200\n"
                                 "Credito|300\n",
                                 "Gastos|Valor\n"
                                 "Personal|1.250\n"
                                 "Generales|280\n"}));
}

TEST(WhiteInside, GridLinesOfAChartAreNoTable) {
  const TypedPage page({
      "      -----------------------------------",
      "100   |       |  88   |       |         |",
      "      -----------------------------------",
      "80    |       |       |  64   |         |",
      "      -----------------------------------",
      "60    |       |       |       |         |",
      "      -----------------------------------",
      "40    |       |       |       |         |",
      "      -----------------------------------",
      "20    |       |       |       |         |",
      "      -----------------------------------",
      "0     |       |       |       |         |",
      "      -----------------------------------",
  });
  EXPECT_TRUE(page.read().empty());
}

}  // namespace
}  // namespace cotejo::tables
