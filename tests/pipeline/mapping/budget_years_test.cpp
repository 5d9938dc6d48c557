// Of which year, and which part of it, an amount is.
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
using ::testing::Each;
using ::testing::ElementsAre;
using testing::entries;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read;
using testing::Rows;
using testing::table_of;
using ::testing::UnorderedElementsAre;

TEST(BudgetYears, SplitsACodeFromTheNameInItsCellAndReadsYearsUnderAStage) {
  const auto bundle =
      bundle_of({table_of("",
                          {{"RUBRO", "COMPROMISOS (EJECUCIÓN)", "", "DIFERENCIA", "%"},
                           {"", "2019", "2020", "", ""},
                           {"206101501025 GASTOS DE COBRO", "5.882.401.998", "451.473.464", "5.430.928.534", "-92%"},
                           {"206101601027 SERVICIOS TECNICOS", "2.658.268.639", "675.326.000", "1.982.942.639", "-75%"},
                           {"TOTALES", "8.540.670.637", "1.126.799.464", "7.413.871.173", "-87%"}},
                          2, {{0, 0, 2, 1}, {0, 1, 1, 2}, {0, 3, 2, 1}, {0, 4, 2, 1}})});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), ElementsAre("206101501025|GASTOS DE COBRO|2019|compromisos|5882401998COP|",
                                            "206101601027|SERVICIOS TECNICOS|2019|compromisos|2658268639COP|",
                                            "|TOTALES|2019|compromisos|8540670637COP|T",
                                            "206101501025|GASTOS DE COBRO|2020|compromisos|451473464COP|",
                                            "206101601027|SERVICIOS TECNICOS|2020|compromisos|675326000COP|",
                                            "|TOTALES|2020|compromisos|1126799464COP|T"));
  EXPECT_EQ(reading.tables[0].columns[3].role, ColumnRole::difference);
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("porcentaje que no se sabe de qué es")));
}

TEST(BudgetYears, ReadsPairsOfColumnsForEachYear) {
  const auto bundle =
      bundle_of({table_of("Comparativo",
                          {{"Concepto", "2021", "", "", "2022", "", ""},
                           {"", "Presupuesto", "Ejecutado", "%", "Presupuesto", "Ejecutado", "%"},
                           {"Funcionamiento", "$ 200.000", "$ 100.000", "50%", "$ 400.000", "$ 300.000", "75%"},
                           {"Inversión", "$ 800.000", "$ 200.000", "25%", "$ 600.000", "$ 300.000", "50%"}},
                          2, {{0, 0, 2, 1}, {0, 1, 1, 3}, {0, 4, 1, 3}})});
  EXPECT_THAT(
      entries(read(bundle)),
      UnorderedElementsAre(
          "|Funcionamiento|2021|apropiacion_definitiva|200000COP|", "|Inversión|2021|apropiacion_definitiva|800000COP|",
          "|Funcionamiento|2021|ejecucion|100000COP|", "|Inversión|2021|ejecucion|200000COP|",
          "|Funcionamiento|2021|porcentaje_ejecucion|50%|", "|Inversión|2021|porcentaje_ejecucion|25%|",
          "|Funcionamiento|2022|apropiacion_definitiva|400000COP|", "|Inversión|2022|apropiacion_definitiva|600000COP|",
          "|Funcionamiento|2022|ejecucion|300000COP|", "|Inversión|2022|ejecucion|300000COP|",
          "|Funcionamiento|2022|porcentaje_ejecucion|75%|", "|Inversión|2022|porcentaje_ejecucion|50%|"));
}

TEST(BudgetYears, TakesTheStageOfYearsSideBySideFromTheCaption) {
  const Rows rows{{"Concepto", "2019", "2020"},
                  {"Gastos generales", "62.882.000.000", "724.870.000"},
                  {"Transferencias", "7.769.000.000", "8.672.600.000"},
                  {"Total", "70.651.000.000", "9.397.470.000"}};
  const auto found = entries(read(bundle_of({table_of("Tabla 1. Pagos por concepto de gasto 2019 - 2020", rows)})));
  EXPECT_THAT(found, Contains("|Gastos generales|2019|pagos|62882000000COP|"));
  EXPECT_THAT(found, Contains("|Transferencias|2020|pagos|8672600000COP|"));
  EXPECT_EQ(found.size(), 6U);
  EXPECT_THAT(entries(read(bundle_of({table_of("Activos y pasivos 2019 - 2020", rows)}))), IsEmpty());
}

TEST(BudgetYears, TakesTheYearFromSectionRows) {
  const auto bundle = bundle_of({table_of("Presupuesto por vigencia",
                                          {{"Concepto", "Apropiación", "Pagos"},
                                           {"VIGENCIA 2020", "", ""},
                                           {"Funcionamiento", "$ 10.000.000", "$ 5.000.000"},
                                           {"VIGENCIA 2021", "", ""},
                                           {"Funcionamiento", "$ 20.000.000", "$ 8.000.000"}},
                                          1, {{1, 0, 1, 3}, {3, 0, 1, 3}})});
  EXPECT_THAT(entries(read(bundle)),
              ElementsAre("|Funcionamiento|2020|apropiacion_definitiva|10000000COP|",
                          "|Funcionamiento|2021|apropiacion_definitiva|20000000COP|",
                          "|Funcionamiento|2020|pagos|5000000COP|", "|Funcionamiento|2021|pagos|8000000COP|"));
}

TEST(BudgetYears, TakesTheYearFromAColumnAndLeavesTheSumOfYearsOut) {
  const auto bundle = bundle_of(
      {table_of("Tabla 1. Presupuesto de gastos por vigencia", {{"Vigencia", "Apropiación definitiva", "Compromisos"},
                                                                {"2020", "$ 59.796.430.000", "$ 49.885.804.628"},
                                                                {"2021", "$ 248.463.238.000", "$ 205.065.330.070"},
                                                                {"TOTAL", "$ 308.259.668.000", "$ 254.951.134.698"}})});
  const auto reading = read(bundle);
  ASSERT_EQ(reading.records.budget.size(), 4u);
  EXPECT_EQ(reading.records.budget[1].vigencia, 2021);
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("$ 308.259.668.000")));
}

TEST(BudgetYears, TellsFiguresOfAPartOfTheYearFromTheAccumulated) {
  const auto bundle =
      bundle_of({table_of("Ejecución de ingresos, enero de 2016",
                          {{"RUBRO", "NOMBRE", "INICIAL", "RECAUDOS", "", ""},
                           {"", "", "", "MESES ANT.", "DEL MES", "TOTAL MESES"},
                           {"1.1", "Tributarios", "3,759,972,840", "100,000,000", "200,000,000", "300,000,000"}},
                          2, {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 2, 1}, {0, 3, 1, 3}})});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), ElementsAre("1.1|Tributarios|2016|apropiacion_inicial|3759972840COP|",
                                            "1.1|Tributarios|2016|recaudo|300000000COP|"));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("DEL MES")));
}

TEST(BudgetYears, TakesTheYearFromHeadingThenDocument) {
  const model::Table table =
      table_of("Ejecución", {{"Concepto", "Apropiación"}, {"Nómina", "$ 1.000.000"}, {"Otros", "$ 1.500.000"}});
  const auto with_heading = bundle_of({table}, {block_of("INFORME 2019", model::BlockKind::heading, 1, 20, 18),
                                                block_of("Vigencia 2018", model::BlockKind::heading, 1, 100)});
  EXPECT_EQ(read(with_heading).records.budget.at(0).vigencia, 2018);
  const auto with_cover =
      bundle_of({table}, {block_of("Informe de gestión de la vigencia 2017", model::BlockKind::paragraph, 1, 20, 18)});
  EXPECT_EQ(read(with_cover).records.budget.at(0).vigencia, 2017);
  auto span = bundle_of({table_of("Ejecución 2020 - 2023",
                                  {{"Concepto", "Apropiación"}, {"Nómina", "$ 1.000.000"}, {"Otros", "$ 1.500.000"}})},
                        {block_of("Vigencia 2018")});
  EXPECT_EQ(read(span).records.budget.at(0).vigencia, 0);
}

TEST(BudgetYears, AHeadingThatRepeatsButForItsYearTellsTheYearOfItsPage) {
  const Rows rows{{"Código", "Concepto", "Compromisos"}, {"2.1", "Nómina", "$ 2.300.150"}};
  auto bundle = bundle_of({table_of("", rows), table_of("", rows)},
                          {block_of("EJECUCIÓN DE GASTOS 2019", model::BlockKind::running_head, 1, 20),
                           block_of("EJECUCIÓN DE GASTOS 2020", model::BlockKind::running_head, 2, 20)});
  bundle.tables[1].first_page = bundle.tables[1].last_page = 2;
  EXPECT_THAT(entries(read(bundle)), ElementsAre(HasSubstr("|2019|"), HasSubstr("|2020|")));
}

TEST(BudgetYears, ACaptionOverAllColumnsNamesNeitherTheYearNorTheStageOfOne) {
  const auto bundle =
      bundle_of({table_of("",
                          {{"Sector", "Comparativo de pagos por sector 2013 - 2014", "", "", ""},
                           {"", "Pagos", "", "Variación", ""},
                           {"", "2013", "2014", "Variación absoluta", "Variación %"},
                           {"Agua potable", "9.548.000.000", "7.829.000.000", "-1.719.000.000", "-18,00%"},
                           {"Cultura", "1.548.000.000", "1.829.000.000", "281.000.000", "18,15%"}},
                          3, {{0, 1, 1, 4}, {1, 1, 1, 2}, {1, 3, 1, 2}})});
  EXPECT_THAT(entries(read(bundle)),
              ElementsAre("|Agua potable|2013|pagos|9548000000COP|", "|Cultura|2013|pagos|1548000000COP|",
                          "|Agua potable|2014|pagos|7829000000COP|", "|Cultura|2014|pagos|1829000000COP|"));
}

TEST(BudgetYears, TheYearThatOneColumnSaysIsThatOfItsTable) {
  EXPECT_THAT(entries(read(bundle_of({table_of("", {{"Concepto", "Apropiación 2012", "Saldo por ejecutar", "Pagos"},
                                                    {"Vías", "$ 9.000.000", "$ 1.000.000", "$ 8.000.000"}})}))),
              Each(HasSubstr("|2012|")));
}

}  // namespace
}  // namespace cotejo::mapping
