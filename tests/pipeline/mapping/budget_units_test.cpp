// What a printed figure amounts to: scale, unit, separators, signs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/pipeline/mapping/budget_entries.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {
namespace {

using testing::block_of;
using testing::bundle_of;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::entries;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read;
using testing::Rows;
using testing::table_of;
using ::testing::UnorderedElementsAre;

TEST(BudgetUnits, ReadsCommasAsThousandsWithoutASign) {
  const auto bundle = bundle_of(
      {table_of("Ejecución de gastos vigencia 2019", {{"Código", "Concepto", "Ppto. Definitivo", "RP", "% Ejec."},
                                                      {"2.1.1.01", "Nómina", "7,825,275", "126,475", "97.53%"},
                                                      {"2.1.2.02", "Servicios", "84,120", "950", "1.13%"}})});
  EXPECT_THAT(entries(read(bundle)), UnorderedElementsAre("2.1.1.01|Nómina|2019|apropiacion_definitiva|7825275COP|",
                                                          "2.1.1.01|Nómina|2019|compromisos|126475COP|",
                                                          "2.1.1.01|Nómina|2019|porcentaje_ejecucion|97.53%|",
                                                          "2.1.2.02|Servicios|2019|apropiacion_definitiva|84120COP|",
                                                          "2.1.2.02|Servicios|2019|compromisos|950COP|",
                                                          "2.1.2.02|Servicios|2019|porcentaje_ejecucion|1.13%|"));
}

TEST(BudgetUnits, GivesAPercentageMergedOverRowsToTheirTotal) {
  const auto bundle =
      bundle_of({table_of("Tabla 04. Presupuesto ejecutado vigencia 2020",
                          {{"Código rubro", "Descripción", "Presupuesto definitivo", "Valor compromiso", "% ejecutado"},
                           {"215311901840", "Estrategia", "$ 161.656.666", "$ 92.908.332", "23%"},
                           {"215311941945", "Estrategia", "$ 342.343.334", "$ 21.949.059", ""},
                           {"Total:", "", "$ 504.000.000", "$ 114.857.391", ""}},
                          1, {{3, 0, 1, 2}, {1, 4, 3, 1}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.records.budget.size(), 7u);
  EXPECT_THAT(entries(reading), Contains("|Total:|2020|porcentaje_ejecucion|23%|T"));
  EXPECT_THAT(entries(reading), Contains("|Total:|2020|compromisos|114857391COP|T"));
}

TEST(BudgetUnits, LeavesAShareOfSeveralLinesOutAndTellsSo) {
  const auto bundle = bundle_of({table_of("Presupuesto vigencia 2020",
                                          {{"Rubro", "Presupuesto", "Compromisos", "% ejecutado"},
                                           {"Uno", "$ 1.000.000", "$ 200.000", "30%"},
                                           {"Dos", "$ 1.000.000", "$ 400.000", ""}},
                                          1, {{1, 3, 2, 1}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.records.budget.size(), 4u);
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("2 filas en común")));
}

TEST(BudgetUnits, ReadsAColumnOfDashesUnderAStageAsZeros) {
  const auto bundle =
      bundle_of({table_of("Ejecución 2021", {{"Rubro", "Nombre", "Ppto. Inicial", "Reduc.", "Ppto. Def."},
                                             {"2.1.1.03", "Sueldos", "16.909.126", "-", "16.909.126"},
                                             {"2.1.1.04", "Primas", "5.100.300", "$ -", "5.100.300"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("2.1.1.03|Sueldos|2021|reducciones|0COP|"));
  EXPECT_THAT(entries(read(bundle)), Contains("2.1.1.04|Primas|2021|reducciones|0COP|"));
}

TEST(BudgetUnits, ScalesMoneyAndNothingElse) {
  const auto bundle = bundle_of(
      {table_of("Ejecución de gastos 2022 (cifras en millones de pesos)",
                {{"Concepto", "Apropiación definitiva", "Compromisos", "Pagos", "% Ejecución", "No. contratos"},
                 {"Funcionamiento", "8.540", "1.126,8", "900,5", "13,19%", "12"},
                 {"Inversión", "10.250", "9.100,0", "8.000,0", "88,78%", "7"}})});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), Contains("|Funcionamiento|2022|apropiacion_definitiva|8540000000COP|"));
  EXPECT_THAT(entries(reading), Contains("|Funcionamiento|2022|compromisos|1126800000COP|"));
  EXPECT_THAT(entries(reading), Contains("|Funcionamiento|2022|porcentaje_ejecucion|13.19%|"));
  EXPECT_EQ(reading.tables[0].at(1, 5).number.amount.value, (model::Decimal{12, 0}));
}

TEST(BudgetUnits, ANoteOnUnitsSpeaksForTheTableThatItStandsOver) {
  const Rows rows{{"Concepto", "Apropiación definitiva", "Compromisos"},
                  {"Funcionamiento", "8.540.100", "1.126.800"},
                  {"Inversión", "10.250.400", "9.100.000"}};
  model::Table first = table_of("Tabla 1. Ejecución de gastos 2021", rows);
  first.page_boxes = {{50, 100, 560, 200}};
  model::Table second = table_of("Tabla 2. Ejecución de gastos 2022", rows);
  second.page_boxes = {{50, 300, 560, 400}};
  const auto bundle =
      bundle_of({first, second}, {block_of("Cifras en millones de pesos", model::BlockKind::paragraph, 1, 80)});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains("|Funcionamiento|2021|compromisos|1126800000000COP|"));
  EXPECT_THAT(found, Contains("|Funcionamiento|2022|compromisos|1126800COP|"));
}

TEST(BudgetUnits, ANoteUnderTheTablesOwnCaptionSpeaksForIt) {
  const Rows rows{{"Concepto", "Apropiación definitiva", "Compromisos"},
                  {"Funcionamiento", "8.540.100", "1.126.800"},
                  {"Inversión", "10.250.400", "9.100.000"}};
  model::Table table = table_of("Tabla 1. Ejecución de gastos 2021", rows);
  table.page_boxes = {{50, 100, 560, 200}};
  const auto bundle =
      bundle_of({table}, {block_of("Tabla 1. Ejecución de gastos 2021", model::BlockKind::caption, 1, 210),
                          block_of("Cifras en miles de pesos", model::BlockKind::paragraph, 1, 225)});
  EXPECT_THAT(entries(read(bundle)), Contains("|Funcionamiento|2021|compromisos|1126800000COP|"));
}

TEST(BudgetUnits, ANoteRightOverTheNextTableIsNoNoteOnThisOne) {
  const Rows rows{{"Concepto", "Apropiación definitiva", "Compromisos"},
                  {"Funcionamiento", "8.540.100", "1.126.800"},
                  {"Inversión", "10.250.400", "9.100.000"}};
  model::Table first = table_of("Ejecución de gastos 2021", rows);
  first.page_boxes = {{50, 100, 560, 200}};
  model::Table second = table_of("Ejecución de gastos 2022", rows);
  second.page_boxes = {{50, 300, 560, 400}};
  const auto bundle = bundle_of(
      {first, second}, {block_of("A continuación se relaciona la información.", model::BlockKind::paragraph, 1, 240),
                        block_of("Cifras en miles de pesos", model::BlockKind::paragraph, 1, 285)});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains("|Funcionamiento|2021|compromisos|1126800COP|"));
  EXPECT_THAT(found, Contains("|Funcionamiento|2022|compromisos|1126800000COP|"));
}

TEST(BudgetUnits, TheCaptionOfTheNextTableIsNoNoteOnThisOne) {
  const Rows rows{{"Concepto", "Apropiación definitiva", "Compromisos"},
                  {"Funcionamiento", "8.540.100", "1.126.800"},
                  {"Inversión", "10.250.400", "9.100.000"}};
  model::Table table = table_of("Tabla 1. Ejecución de gastos 2021", rows);
  table.page_boxes = {{50, 100, 560, 200}};
  const auto bundle = bundle_of(
      {table}, {block_of("Tabla 2. Gastos 2022 (cifras en millones de pesos)", model::BlockKind::caption, 1, 280)});
  EXPECT_THAT(entries(read(bundle)), Contains("|Funcionamiento|2021|compromisos|1126800COP|"));
}

TEST(BudgetUnits, ACellThatASheetDidNotShowTakesNoFigureOfItsColumnWithIt) {
  const auto bundle = bundle_of(
      {table_of("Ejecución de gastos vigencia 2022", {{"Código", "Concepto", "Apropiación definitiva", "CDP"},
                                                      {"2.1", "Funcionamiento", "2.450.000.000", "2.400.000.000"},
                                                      {"2.2", "Servicio de la deuda", "310.000.000", "310.000.000"},
                                                      {"2.3", "Inversión", "6.900.000.000", "########"},
                                                      {"", "TOTAL", "9.660.000.000", "8,91E+09"}})});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains("2.1|Funcionamiento|2022|cdp|2400000000COP|"));
  EXPECT_EQ(found.size(), 6U);  // of "8,91E+09" the digits are not all printed
}

// "1.280" in millions: a thousand, where a smaller figure of its column stands without decimals.
TEST(BudgetUnits, ALoneDotUnderAScaleIsReadByTheFiguresOfItsColumn) {
  const auto amounts = [](const std::string& second) {
    return entries(read(
        bundle_of({table_of("Cuadro 3. Proyectos 2018 (millones de pesos)", {{"Código", "Proyecto", "Compromisos"},
                                                                             {"2.3.40.01", "Urbanismo", "1.280"},
                                                                             {"2.3.40.02", "Mejoramiento", second},
                                                                             {"2.3.40.03", "Vivienda", "2.900"}})})));
  };
  EXPECT_THAT(amounts("870"), Contains("2.3.40.01|Urbanismo|2018|compromisos|1280000000COP|"));
  EXPECT_THAT(amounts("870"), Contains("2.3.40.02|Mejoramiento|2018|compromisos|870000000COP|"));
  EXPECT_THAT(amounts("3.870"), IsEmpty());  // nothing tells
  EXPECT_THAT(amounts("870.5"), Contains("2.3.40.01|Urbanismo|2018|compromisos|1280000COP|"));
}

TEST(BudgetUnits, APercentagesSignDoesNotMakeThePesosOfItsTableDecimal) {
  const auto bundle =
      bundle_of({table_of("Gastos vigencia 2018 (pesos)", {{"Código", "Concepto", "Compromisos", "% Ejec."},
                                                           {"2.1.1.01", "Nómina", "75.830", "98.53%"},
                                                           {"2.1.1.02", "Primas", "1.275.830", "97.5%"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("2.1.1.01|Nómina|2018|compromisos|75830COP|"));
}

TEST(BudgetUnits, ANoteForTheReportHoldsWhereATableSaysNothingElse) {
  const Rows rows{{"Código", "Concepto", "Compromisos"}, {"2.1", "Nómina", "2.300.150"}};
  const auto bundle =
      bundle_of({table_of("Tabla 1. Gastos 2023", rows), table_of("Tabla 2. Caja menor 2023 (pesos)", rows),
                 table_of("Tabla 3. Regalías 2023 (millones de pesos)", rows)},
                {block_of("(Cifras en miles de pesos, salvo que se indique otra cosa)")});
  EXPECT_THAT(entries(read(bundle)),
              ElementsAre(HasSubstr("|2300150000COP|"), HasSubstr("|2300150COP|"), HasSubstr("|2300150000000COP|")));
}

TEST(BudgetUnits, ReadsThousandsOfMillionsAndDollars) {
  EXPECT_THAT(entries(read(bundle_of({table_of("Tabla 3. Deuda pública 2023 (miles de millones)",
                                               {{"Código", "Concepto", "Pagos"}, {"2.2.1", "Interna", "1,02"}})}))),
              ElementsAre("2.2.1|Interna|2023|pagos|1020000000COP|"));
  EXPECT_THAT(
      entries(read(bundle_of({table_of("Tabla 4. Crédito externo 2023", {{"Código", "Componente", "Compromisos (US$)"},
                                                                         {"2.3.1", "Acueducto", "1.100.500"}})}))),
      ElementsAre("2.3.1|Acueducto|2023|compromisos|1100500USD|"));
  const auto euros =
      read(bundle_of({table_of("Tabla 4. Crédito externo 2023 (euros)",
                               {{"Código", "Componente", "Compromisos"}, {"2.3.1", "Acueducto", "1.100.500"}})}));
  EXPECT_THAT(entries(euros), IsEmpty());
  EXPECT_THAT(euros.tables[0].left_out, Contains(HasSubstr("no es pesos ni dólares")));
}

TEST(BudgetUnits, ANoteOnUnitsInsideTheHeadHoldsForAllColumns) {
  const auto bundle = bundle_of({table_of("Gastos vigencia 2013",
                                          {{"Cuenta", "Compromisos", "Cifras en millones de pesos", ""},
                                           {"", "", "Obligaciones", "Valor girado"},
                                           {"Pensiones", "1.133,0", "36,3", "36,3"},
                                           {"Seguros", "12,5", "11,0", "10,0"}},
                                          2, {{0, 2, 1, 2}})});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), Contains("Pensiones|2013|compromisos|1133000000COP|").Times(0));
  EXPECT_THAT(entries(reading), Contains("|Pensiones|2013|compromisos|1133000000COP|"));
  EXPECT_THAT(entries(reading), Contains("|Seguros|2013|pagos|10000000COP|"));
  EXPECT_EQ(reading.tables[0].columns[2].head, "Obligaciones");
}

TEST(BudgetUnits, SpacesPartTheGroupsOfALongFigure) {
  const auto bundle = bundle_of({table_of("Comparativo de presupuesto por sector 2012 - 2013",
                                          {{"Sector", "Presupuesto definitivo 2012", "Presupuesto definitivo 2013"},
                                           {"Salud", "4 117 000 000", "929 000 000"},
                                           {"Cultura", "2 001 000 000", "1 170 000 000"}})});
  EXPECT_THAT(entries(read(bundle)), ElementsAre("|Salud|2012|apropiacion_definitiva|4117000000COP|",
                                                 "|Cultura|2012|apropiacion_definitiva|2001000000COP|",
                                                 "|Salud|2013|apropiacion_definitiva|929000000COP|",
                                                 "|Cultura|2013|apropiacion_definitiva|1170000000COP|"));
}

TEST(BudgetUnits, AnExecutionOfSomeTensBesideMillionsIsAPercentage) {
  const auto table = [](const std::string& first, const std::string& second) {
    return entries(
        read(bundle_of({table_of("Ejecución 2015", {{"Rubro", "Apropiación vigente", "RP", "DE EJECUCIÓN"},
                                                    {"Salud", "$ 752.024.000", "$ 634.255.390", first},
                                                    {"Deporte", "$ 80.000.000", "$ 56.775.978", second}})})));
  };
  EXPECT_THAT(table("84,34", "70,97"), Contains("|Salud|2015|porcentaje_ejecucion|84.34%|"));
  EXPECT_THAT(table("634.255.390", "56.775.978"), Contains("|Salud|2015|ejecucion|634255390COP|"));
  const auto income = [](const std::string& head) {
    return entries(read(bundle_of({table_of("Ingresos 2015", {{"Rubro", "Definitivo", "Recaudo", head},
                                                              {"Predial", "$ 752.024.000", "$ 634.255.390", "84,34"},
                                                              {"Multas", "$ 80.000.000", "$ 56.775.978", "70,97"}})})));
  };
  EXPECT_THAT(income("RECAUDADO"), Contains("|Predial|2015|porcentaje_ejecucion|84.34%|"));
  EXPECT_THAT(income("Pagos"), Contains("|Predial|2015|porcentaje_ejecucion|84.34%|").Times(0))
      << "no other column is of payments";
}

TEST(BudgetUnits, SpacesPartTheGroupsOfAFigureWithTheMarkOfANote) {
  for (const std::string note : {"¹", " (1)", "*", " **"}) {
    const auto bundle = bundle_of({table_of(
        "Presupuesto 2013",
        {{"Sector", "Apropiación inicial"}, {"Salud", "7 102 000 000" + note}, {"Deporte", "1 170 000 000"}})});
    EXPECT_THAT(entries(read(bundle)), Contains("|Salud|2013|apropiacion_inicial|7102000000COP|")) << note;
  }
}

TEST(BudgetUnits, SpacesPartTheGroupsOfAColumnBesideLongerFigures) {
  const auto bundle = bundle_of({table_of("Presupuesto 2013", {{"Sector", "Apropiación inicial", "Créditos"},
                                                               {"Salud", "4 117 000 000", "20 400 000"},
                                                               {"Deporte", "1 170 000 000", ""},
                                                               {"Cultura", "2 001 000 000", "101 100 000"}})});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains("|Salud|2013|creditos|20400000COP|"));
  EXPECT_THAT(found, Contains("|Cultura|2013|creditos|101100000COP|"));
  const auto pairs = bundle_of({table_of("Presupuesto 2013", {{"Sector", "Apropiación inicial", "Créditos"},
                                                              {"Salud", "4 117 000 000", "20 400 000"},
                                                              {"Deporte", "1 170 000 000", "1 250 90 300"},
                                                              {"Cultura", "2 001 000 000", "101 100 000"}})});
  EXPECT_THAT(entries(read(pairs)), Contains("|Salud|2013|creditos|20400000COP|").Times(0))
      << "a figure beside another";
}

TEST(BudgetUnits, AnAmountOfDividedEvidenceIsDoubtfulAndSaysWhy) {
  // Pesos are never printed to the thousandth, but the column's other figure makes the point its decimal sign.
  const auto reading =
      read(bundle_of({table_of("Gastos vigencia 2018 (pesos)", {{"Código", "Concepto", "Compromisos"},
                                                                {"2.1.1.01", "Nómina", "75.830"},
                                                                {"2.1.1.02", "Primas", "1,275,830.50"}})}));
  ASSERT_EQ(reading.records.budget.size(), 2U);
  EXPECT_EQ(reading.records.budget[0].amount.value, (model::Decimal{75830, 0}));
  EXPECT_THAT(reading.records.budget[0].doubt, HasSubstr("miles o decimales"));
  EXPECT_LT(reading.records.budget[0].source.confidence, 1);
  EXPECT_EQ(reading.records.budget[1].doubt, "");
  EXPECT_EQ(reading.records.budget[1].source.confidence, 1);
}

TEST(BudgetUnits, ReadsANoteOnUnitsGluedToAHeadAndAHeadCutBeforeItsYear) {
  const auto found = entries(read(bundle_of(
      {table_of("Comparativo por sector", {{"Sector", "Presupuest o definitivo 2013", "Presupuesto definitivo 2014",
                                            "Cifras en millones de pesos % ejecutado"},
                                           {"Salud", "$2.691,3", "$2.649,8", "79,9%"},
                                           {"Vías", "$1.691,3", "$1.649,8", "70,9%"}})})));
  EXPECT_THAT(found, Contains("|Salud|2013|apropiacion_definitiva|2691300000COP|"));
  EXPECT_THAT(found, Contains("|Vías|2014|apropiacion_definitiva|1649800000COP|"));
}

TEST(BudgetUnits, TwoFiguresInACellAreNoAmount) {
  const auto reading = read(bundle_of({table_of(
      "Gastos vigencia 2012", {{"Concepto", "Compromisos"}, {"Vías", "2 443 000"}, {"Salud", "$ 8.000.000"}})}));
  EXPECT_THAT(entries(reading), ElementsAre(HasSubstr("Salud")));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("más de una cifra")));
}

TEST(BudgetUnits, TheSumDecidesWhereAColumnPrintsBothSigns) {
  const auto bundle = bundle_of({table_of("Recaudo 2018 (miles de pesos)", {{"Código", "Renta", "Recaudo"},
                                                                            {"1.1.01", "Predial", "611.955"},
                                                                            {"1.2.02", "Avisos", "52,310"},
                                                                            {"1.3.04", "Estampillas", "935,735"},
                                                                            {"", "TOTAL", "1,600,000"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("1.1.01|Predial|2018|recaudo|611955000COP|"));
}

}  // namespace
}  // namespace cotejo::mapping
