#include <gtest/gtest.h>

#include "extractors/tables/white/whitespace.h"
#include "tests/extractors/tables/typed_page.h"

// Which lines of a table without rules are one row.
namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

TEST(Whitespace, ALabelInAnotherWeightBeginsARow) {
  TypedPage page({
      "Hogares            Total",
      "Poblacion en",
      "  Alabama           41,9",
      "  Alaska            78,7",
      "Vivienda de",
      "  Arizona           13,2",
      "  Arkansas          77,0",
  });
  for (model::Word& word : page.page.words)
    word.bold = word.text == "Poblacion" || word.text == "Vivienda" || word.text == "en" || word.text == "de";
  EXPECT_EQ(page.tables(), Tables({"Hogares|Total\nPoblacion en|\nAlabama|41,9\nAlaska|78,7\n"
                                   "Vivienda de|\nArizona|13,2\nArkansas|77,0\n"}));
}

TEST(Whitespace, AFigureUnderItsSignOfMoneyBelongsToTheSignsRow) {
  const TypedPage page({
      "Fuente                  Definitivo     Comprometido    Ejecutado",
      "Recursos propios    $ 90.957.000.0   $ 84.030.616.7          92%",
      "Regalias            $ 37.652.000.0   $ 29.909.385.4          79%",
      "SGP                 $ 11.652.000.0   $ 10.909.385.4          93%",
      "Totales                          $                $          82%",
      "                   254.853.806.182  209.808.721.331             ",
  });
  ASSERT_EQ(page.tables().size(), 1U);
  EXPECT_NE(page.tables()[0].find("Totales|$ 254.853.806.182|$ 209.808.721.331|82%\n"), std::string::npos)
      << page.tables()[0];
}

TEST(Whitespace, TheYearThatADateInWordsLostToTheNextLineIsNoRow) {
  const TypedPage page({
      "No  Accion                          Responsable     Fecha programada       Estado",
      " 1  Mantener la red terciaria       Secretaria      24 de octubre de 2014  Cumplida",
      "                                    General",
      " 2  Censar a los vendedores         Secretaria de   28 de febrero de 2014  Cumplida",
      "                                    Hacienda",
      " 3  Sembrar en las microcuencas     Oficina         18 de noviembre de     Cumplida",
      "                                    Juridica        2016",
      " 4  Publicar la caracterizacion     Comisaria de    1 de noviembre de      Cumplida",
      "                                    Familia         2014",
  });
  EXPECT_EQ(page.tables(),
            Tables({"No|Accion|Responsable|Fecha programada|Estado\n"
                    "1|Mantener la red terciaria|Secretaria General|24 de octubre de 2014|Cumplida\n"
                    "2|Censar a los vendedores|Secretaria de Hacienda|28 de febrero de 2014|Cumplida\n"
                    "3|Sembrar en las microcuencas|Oficina Juridica|18 de noviembre de 2016|Cumplida\n"
                    "4|Publicar la caracterizacion|Comisaria de Familia|1 de noviembre de 2014|Cumplida\n"}));
}

TEST(Whitespace, LabelsThatEachBeginASentenceBesideDatesInWordsAreNoRunningText) {
  const std::vector<std::string> deeds = {
      "Ejecutar el censo de los vendedores informales", "Actualizar la politica de gobierno digital",
      "Socializar la estrategia contra las drogas", "Seguir los informes de austeridad del gasto",
      "Ejecutar los comites de convivencia escolar"};
  std::vector<std::string> lines = {"Compromiso                                        Fecha programada"};
  std::string grid = "Compromiso|Fecha programada\n";
  for (int row = 1; row <= 15; ++row) {
    const std::string deed = deeds[static_cast<std::size_t>(row) % deeds.size()];
    const std::string date = (row < 10 ? " " : "") + std::to_string(row) + " de diciembre de 2017";
    lines.push_back(deed + std::string(50 - deed.size(), ' ') + date);
    grid += deed + '|' + std::to_string(row) + " de diciembre de 2017\n";
  }
  EXPECT_EQ(TypedPage(lines).tables(), Tables({grid}));
}

TEST(Whitespace, WrappedLabelBelongsToItsRow) {
  const TypedPage page({
      "Actividad                               Meta   Avance",
      "Publicar el informe de gestion anual       1     100%",
      "en el portal",
      "Realizar audiencias publicas de            2      50%",
      "rendicion de cuentas",
      "Capacitar servidores                     350     100%",
      "Formular el plan de accion                 1     100%",
  });
  EXPECT_EQ(page.tables(), Tables({"Actividad|Meta|Avance\n"
                                   "Publicar el informe de gestion anual en el portal|1|100%\n"
                                   "Realizar audiencias publicas de rendicion de cuentas|2|50%\n"
                                   "Capacitar servidores|350|100%\n"
                                   "Formular el plan de accion|1|100%\n"}));
}

TEST(Whitespace, WrappedLabelWhoseFiguresStandOnItsLastLine) {
  const TypedPage page({
      "Concepto                               Valor     Saldo",
      "Gastos de personal                     1.200       100",
      "Transferencias a entidades de",
      "orden nacional                           300         0",
      "Servicio de la deuda                      80        20",
      "Inversion                                900       450",
  });
  EXPECT_EQ(page.tables(), Tables({"Concepto|Valor|Saldo\n"
                                   "Gastos de personal|1.200|100\n"
                                   "Transferencias a entidades de orden nacional|300|0\n"
                                   "Servicio de la deuda|80|20\n"
                                   "Inversion|900|450\n"}));
}

TEST(Whitespace, TheFirstLabelMayBeginSeveralLinesAboveItsFigures) {
  const TypedPage page({
      "Ingresos en educacion",
      "desde el turismo y el",
      "agua urbana               17,1    22,7",
      "Trabajo y empleo           6,2    14,9",
      "Capital fijo de los",
      "hogares                    3,4    74,6",
      "Promedio                   7,6    24,5",
  });
  EXPECT_EQ(page.tables(), Tables({"Ingresos en educacion desde el turismo y el agua urbana|17,1|22,7\n"
                                   "Trabajo y empleo|6,2|14,9\n"
                                   "Capital fijo de los hogares|3,4|74,6\n"
                                   "Promedio|7,6|24,5\n"}));
}

TEST(Whitespace, LabelsWrapWhereTheBodysTextEndsAndNotItsHead) {
  const TypedPage page({
      "                          Concepto   Total   Parte",
      "Educacion y fomento",
      "de la cultura                         12,1    30,4",
      "Credito y promedio                    59,0    36,1",
      "del transporte",
      "Hogares del sector                    47,2    67,8",
      "rural",
      "Ahorro                                 4,0    20,1",
  });
  EXPECT_EQ(page.tables(), Tables({"Concepto|Total|Parte\nEducacion y fomento de la cultura|12,1|30,4\n"
                                   "Credito y promedio del transporte|59,0|36,1\n"
                                   "Hogares del sector rural|47,2|67,8\nAhorro|4,0|20,1\n"}));
}

TEST(Whitespace, RulesBetweenRowsJoinTheLinesBetweenThem) {
  const TypedPage page({
      "---------------------------------------------",
      "Actividad             Responsable      Meta",
      "---------------------------------------------",
      "Publicar el plan      Secretaria de       1",
      "Institucional         Planeacion",
      "---------------------------------------------",
      "Realizar audiencias   Secretaria de       2",
      "Publicas              Gobierno",
      "---------------------------------------------",
      "Capacitar             Secretaria          9",
      "Servidores            General",
      "---------------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Actividad|Responsable|Meta\n"
                                   "Publicar el plan Institucional|Secretaria de Planeacion|1\n"
                                   "Realizar audiencias Publicas|Secretaria de Gobierno|2\n"
                                   "Capacitar Servidores|Secretaria General|9\n"}));
}

TEST(Whitespace, RulesPartRowsWhoseYearsStandOnTopAndFiguresAtTheFoot) {
  const TypedPage page({
      "-------------------------------------",
      "Vigencia   Programa            Avance",
      "-------------------------------------",
      "2019       Vivienda rural",
      "           y urbana              12,5",
      "-------------------------------------",
      "2020       Salud                 20,1",
      "-------------------------------------",
      "2021       Atencion a la",
      "           primera infancia      90,0",
      "-------------------------------------",
      "2022       Agua potable y",
      "           saneamiento            7,3",
      "-------------------------------------",
  });
  EXPECT_EQ(page.tables(), Tables({"Vigencia|Programa|Avance\n"
                                   "2019|Vivienda rural y urbana|12,5\n"
                                   "2020|Salud|20,1\n"
                                   "2021|Atencion a la primera infancia|90,0\n"
                                   "2022|Agua potable y saneamiento|7,3\n"}));
}

TEST(Whitespace, RulesPartRowsOfCellsThatAreCentredOnTheirHeight) {
  const TypedPage page({
      "----------------------------------------------------------------",
      "Item  Actividad              Dependencia       Plazo      Avance",
      "----------------------------------------------------------------",
      "      Hacer seguimiento a",
      "~     las audiencias         Comisaria de      27-08-",
      "~1                                                         100%",
      "~     publicas de            Familia           2017",
      "~     rendicion de cuentas",
      "----------------------------------------------------------------",
      "      Realizar la            Secretaria        25-07-",
      "~2    estrategia de lucha                                   80%",
      "~     contra las drogas      General           2017",
      "----------------------------------------------------------------",
      "      Socializar             Oficina de        02-08-",
      "~3    jornadas de                                           80%",
      "~     vacunacion             Control           2017",
      "----------------------------------------------------------------",
  });
  EXPECT_EQ(page.tables(),
            Tables({"Item|Actividad|Dependencia|Plazo|Avance\n"
                    "1|Hacer seguimiento a las audiencias publicas de rendicion de cuentas|Comisaria de Familia|"
                    "27-08- 2017|100%\n"
                    "2|Realizar la estrategia de lucha contra las drogas|Secretaria General|25-07- 2017|80%\n"
                    "3|Socializar jornadas de vacunacion|Oficina de Control|02-08- 2017|80%\n"}));
}

TEST(Whitespace, FiguresCutInANarrowColumnAreNoRowOfTheirOwn) {
  const TypedPage page({
      "Rubro    Concepto        Inicial      Pagos",
      "2.1.01   Sueldos         3.250.000.0  1.100.400.2",
      "                                  00           50",
      "2.1.02   Materiales      1.400.000.0    900.000",
      "                                  00",
      "2.1.03   Servicios         750.000      120.000",
  });
  EXPECT_EQ(page.tables(), Tables({"Rubro|Concepto|Inicial|Pagos\n"
                                   "2.1.01|Sueldos|3.250.000.0 00|1.100.400.2 50\n"
                                   "2.1.02|Materiales|1.400.000.0 00|900.000\n"
                                   "2.1.03|Servicios|750.000|120.000\n"}));
}

TEST(Whitespace, DecimalsCutInANarrowColumnAreNoRowOfTheirOwn) {
  const TypedPage page({
      "Dependencia        Definitivo        Obligado          Pagado",
      "Infraestructura    1,309,643,000.0   1,107,016,837.76  900,097,534.37",
      "                                 0",
      "Gobierno           2,011,576,000.0   1,723,869,776.75  1,361,879,339.",
      "                                 0                                 12",
      "Planeacion         3,662,057,000.0   2,514,169,504.24            0.00",
      "                                 0",
      "Hacienda             124,100,000.00    116,909,755.87  116,883,094.07",
  });
  EXPECT_EQ(page.tables(), Tables({"Dependencia|Definitivo|Obligado|Pagado\n"
                                   "Infraestructura|1,309,643,000.0 0|1,107,016,837.76|900,097,534.37\n"
                                   "Gobierno|2,011,576,000.0 0|1,723,869,776.75|1,361,879,339. 12\n"
                                   "Planeacion|3,662,057,000.0 0|2,514,169,504.24|0.00\n"
                                   "Hacienda|124,100,000.00|116,909,755.87|116,883,094.07\n"}));
}

TEST(Whitespace, ADigitUnderAFigureOfOneDecimalIsItsOwnWhereNoneHasTwo) {
  const TypedPage page({
      "Concepto           Definitivo        Pagado",
      "Inversion          1,309,643,000.0   1,107,016,837.7",
      "Ajuste                           0                 0",
      "Deuda              2,011,576,000.0   1,723,869,776.4",
      "Ajuste                           3                 1",
      "Hacienda             124,100,000.0     116,909,755.3",
  });
  EXPECT_EQ(page.tables(), Tables({"Concepto|Definitivo|Pagado\n"
                                   "Inversion|1,309,643,000.0|1,107,016,837.7\n"
                                   "Ajuste|0|0\n"
                                   "Deuda|2,011,576,000.0|1,723,869,776.4\n"
                                   "Ajuste|3|1\n"
                                   "Hacienda|124,100,000.0|116,909,755.3\n"}));
}

TEST(Whitespace, LinesNearerThanRowsAreOneRow) {
  const TypedPage page({
      "Actividad             Lugar           Meta",
      "",
      "Publicar el Plan      Alcaldia           1",
      "~nstitucional          Municipal",
      "",
      "Audiencia             Concejo            2",
      "",
      "Informe               Personeria         9",
      "",
      "Rendicion             Casa               4",
      "~Publica               Cultural",
  });
  const Tables found = page.tables();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::count(found[0].begin(), found[0].end(), '\n'), 5);
  EXPECT_NE(found[0].find("Alcaldia Municipal|1\n"), std::string::npos);
  EXPECT_NE(found[0].find("Rendicion Publica|Casa Cultural|4\n"), std::string::npos);
}

TEST(Whitespace, FiguresCutOverTwoLinesAreOneRowWhereAShortOneStandsAtItsFoot) {
  const TypedPage page({
      "Sector                 Inicial     Definitivo   Variacion",
      "                       7.173.000.  1.630.000.",
      "Agua potable           000         000          27,28%",
      "                       6.629.000.  3.496.000.",
      "Educacion              000         000          38,05%",
      "                       6.237.000.  4.769.000.",
      "Cultura                000         000          23,54%",
  });
  EXPECT_EQ(page.tables(), Tables({"Sector|Inicial|Definitivo|Variacion\n"
                                   "Agua potable|7.173.000. 000|1.630.000. 000|27,28%\n"
                                   "Educacion|6.629.000. 000|3.496.000. 000|38,05%\n"
                                   "Cultura|6.237.000. 000|4.769.000. 000|23,54%\n"}));
}

TEST(Whitespace, LeadingOfTheLabelsTellsRowsWhereverTheirFiguresStand) {
  // Figures at the foot of their rows: a label stands nearer to its own second line than to the row above.
  const TypedPage at_foot({
      "Codigo     Nombre                Inicial",
      "1.1        Ingresos              272.462",
      "           Impuesto predial",
      "~1.1.01     vigencias anteriores    6.465",
      "1.1.02     Sobretasa               6.427",
      "           Estampilla para el",
      "~           bienestar del adulto",
      "~1.1.03     mayor                     639",
      "1.1.04     Avisos y tableros       3.337",
  });
  EXPECT_EQ(at_foot.tables(), Tables({"Codigo|Nombre|Inicial\n"
                                      "1.1|Ingresos|272.462\n"
                                      "1.1.01|Impuesto predial vigencias anteriores|6.465\n"
                                      "1.1.02|Sobretasa|6.427\n"
                                      "1.1.03|Estampilla para el bienestar del adulto mayor|639\n"
                                      "1.1.04|Avisos y tableros|3.337\n"}));
  const TypedPage in_the_middle({
      "Codigo     Nombre                Inicial",
      "----------------------------------------",
      "           Impuesto",
      "~1.1.01     predial de años         6.465",
      "~           anteriores",
      "           Sobretasa",
      "~1.1.02     a la gasolina           6.427",
      "~           y al gas",
      "           Estampilla",
      "~1.1.03     para el adulto            639",
      "~           mayor",
  });
  EXPECT_EQ(in_the_middle.tables(), Tables({"Codigo|Nombre|Inicial\n"
                                            "1.1.01|Impuesto predial de años anteriores|6.465\n"
                                            "1.1.02|Sobretasa a la gasolina y al gas|6.427\n"
                                            "1.1.03|Estampilla para el adulto mayor|639\n"}));
}

TEST(Whitespace, LabelsTellARowWhoseFiguresStandOnTwoLines) {
  const TypedPage page({
      "Contrato      Objeto             Valor         Plazo",
      "------------------------------------------------------",
      "CS-013        Prestar el apoyo",
      "~              al archivo         7.745.900     6",
      "~                                               meses",
      "CS-014        Contratar el                     11",
      "~              censo nuevo        2.892.700     meses",
      "CS-015        Suministro para                  10",
      "~              el inventario      5.098.900     meses",
  });
  EXPECT_EQ(page.tables(), Tables({"Contrato|Objeto|Valor|Plazo\n"
                                   "CS-013|Prestar el apoyo al archivo|7.745.900|6 meses\n"
                                   "CS-014|Contratar el censo nuevo|2.892.700|11 meses\n"
                                   "CS-015|Suministro para el inventario|5.098.900|10 meses\n"}));
}

// Rows as far apart as other tables are, but every second one stands on a stripe that ends half way to the next.
TEST(Whitespace, RowsOnStripesMayStandFarApart) {
  std::vector<std::string> lines;
  for (const char* row : {"Concepto          Inicial     Pagos", "Sueldos            16.909     6.909",
                          "Primas              5.100     5.100", "Viáticos            1.250       800",
                          "Seguros             7.020     3.330", "Total              30.279    16.139"}) {
    lines.emplace_back(row);
    lines.insert(lines.end(), 3, "");
  }
  TypedPage typed(lines);
  EXPECT_NE(typed.tables().size(), 1U);
  const double high = 4 * typed::kHigh;
  for (const int row : {1, 3, 5}) {
    const double y0 = typed::kMargin + typed::kSize / 2 + high * (row - 0.5);
    typed.page.shades.push_back({{typed::kMargin - 4, y0, typed::kMargin + 40 * typed::kWide, y0 + high}, 0xE8E8E8});
  }
  EXPECT_EQ(typed.tables(), std::vector<std::string>({"Concepto|Inicial|Pagos\n"
                                                      "Sueldos|16.909|6.909\n"
                                                      "Primas|5.100|5.100\n"
                                                      "Viáticos|1.250|800\n"
                                                      "Seguros|7.020|3.330\n"
                                                      "Total|30.279|16.139\n"}));
}

}  // namespace
}  // namespace cotejo::tables
