#include "pipeline/mapping/budget/budget.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {
namespace {

using testing::block_of;
using testing::bundle_of;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Rows;
using testing::table_of;
using ::testing::UnorderedElementsAre;

DocumentReading read(const model::Bundle& bundle) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return read_document(bundle, vocabulary);
}

// "code|description|vigencia|measure|value unit|total" of every entry, in the order mapped.
std::vector<std::string> entries(const DocumentReading& reading) {
  std::vector<std::string> out;
  for (const auto& e : reading.records.budget) {
    out.push_back(fmt::format("{}|{}|{}|{}|{}{}|{}", e.code, e.description, e.vigencia, e.measure,
                              e.amount.value.to_string(), model::name_of(e.amount.unit), e.total ? "T" : ""));
  }
  return out;
}

TEST(Budget, ReadsCodesMeasuresAndTotalsWithPointsAsThousands) {
  const auto bundle =
      bundle_of({table_of("Tabla 1. Ejecución presupuestal de gastos a 31 de diciembre de 2020",
                          {{"Rubro", "Descripción", "Apropiación definitiva", "Compromisos", "% Ejecución"},
                           {"2.1", "FUNCIONAMIENTO", "$ 3.000.000", "$ 1.500.000", "50,00%"},
                           {"2.1.1.01", "Nómina", "$ 1.000.000", "$ 500.000", "50,00%"},
                           {"2.1.2.02", "Servicios", "$ 2.000.000", "$ 1.000.000", "50,00%"},
                           {"", "TOTAL", "$ 3.000.000", "$ 1.500.000", "50,00%"}})});
  EXPECT_THAT(
      entries(read(bundle)),
      UnorderedElementsAre(
          "2.1|FUNCIONAMIENTO|2020|apropiacion_definitiva|3000000COP|T",
          "2.1|FUNCIONAMIENTO|2020|compromisos|1500000COP|T", "2.1|FUNCIONAMIENTO|2020|porcentaje_ejecucion|50.00%|T",
          "2.1.1.01|Nómina|2020|apropiacion_definitiva|1000000COP|", "2.1.1.01|Nómina|2020|compromisos|500000COP|",
          "2.1.1.01|Nómina|2020|porcentaje_ejecucion|50.00%|",
          "2.1.2.02|Servicios|2020|apropiacion_definitiva|2000000COP|",
          "2.1.2.02|Servicios|2020|compromisos|1000000COP|", "2.1.2.02|Servicios|2020|porcentaje_ejecucion|50.00%|",
          "|TOTAL|2020|apropiacion_definitiva|3000000COP|T", "|TOTAL|2020|compromisos|1500000COP|T",
          "|TOTAL|2020|porcentaje_ejecucion|50.00%|T"));
}

TEST(Budget, ReadsCommasAsThousandsWithoutASign) {
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

TEST(Budget, GivesAPercentageMergedOverRowsToTheirTotal) {
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

TEST(Budget, LeavesAShareOfSeveralLinesOutAndTellsSo) {
  const auto bundle = bundle_of({table_of("Presupuesto vigencia 2020",
                                          {{"Rubro", "Presupuesto", "Compromisos", "% ejecutado"},
                                           {"Uno", "$ 1.000.000", "$ 200.000", "30%"},
                                           {"Dos", "$ 1.000.000", "$ 400.000", ""}},
                                          1, {{1, 3, 2, 1}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.records.budget.size(), 4u);
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("2 filas en común")));
}

TEST(Budget, TakesTheProjectNumberOutOfACodeAndKeepsTheCode) {
  const auto bundle = bundle_of({table_of("Presupuesto ejecutado vigencia 2022",
                                          {{"Código rubro - BPIN", "Descripción", "Presupuesto definitivo"},
                                           {"214320202009-2020730010024-01", "Servicios", "$ 40.500.000"},
                                           {"2143201010030503-\n2020730010024-01", "Radiorreceptores", "$ 300.000.000"},
                                           {"2143803-2020730010024-01", "Tasas", "$ 0"}})});
  const auto reading = read(bundle);
  ASSERT_EQ(reading.records.budget.size(), 3u);
  EXPECT_EQ(reading.records.budget[0].code, "214320202009-2020730010024-01");
  EXPECT_EQ(reading.records.budget[0].bpin, "2020730010024");
  EXPECT_EQ(reading.records.budget[1].code, "2143201010030503-2020730010024-01");
  EXPECT_EQ(reading.records.budget[2].amount.value, (model::Decimal{0, 0}));
}

TEST(Budget, SplitsACodeFromTheNameInItsCellAndReadsYearsUnderAStage) {
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

TEST(Budget, ReadsThreeHeadRowsAndTheNumbersOfTheColumns) {
  const auto bundle =
      bundle_of({table_of("Ejecución de gastos a junio 30 de 2021",
                          {{"CÓDIGO", "CONCEPTO", "PRESUPUESTO", "", "", "", "EJECUCIÓN", ""},
                           {"", "", "INICIAL", "MODIFICACIONES", "", "DEFINITIVO", "COMPROMISOS", "PAGOS"},
                           {"", "", "", "ADICIONES", "REDUCCIONES", "", "", ""},
                           {"", "", "1", "2", "3", "4=1+2-3", "5", "6"},
                           {"2.1.1", "Nómina", "900.000", "150.000", "50.000", "1.000.000", "700.000", "600.000"},
                           {"2.1.2", "Servicios", "500.000", "0", "-", "500.000", "400.000", "100.000"}},
                          3,
                          {{0, 0, 3, 1},
                           {0, 1, 3, 1},
                           {0, 2, 1, 4},
                           {0, 6, 1, 2},
                           {1, 2, 2, 1},
                           {1, 3, 1, 2},
                           {1, 5, 2, 1},
                           {1, 6, 2, 1},
                           {1, 7, 2, 1}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.tables[0].header_rows, 4);
  EXPECT_THAT(
      entries(reading),
      ElementsAre("2.1.1|Nómina|2021|apropiacion_inicial|900000COP|",
                  "2.1.2|Servicios|2021|apropiacion_inicial|500000COP|", "2.1.1|Nómina|2021|adiciones|150000COP|",
                  "2.1.2|Servicios|2021|adiciones|0COP|", "2.1.1|Nómina|2021|reducciones|50000COP|",
                  "2.1.2|Servicios|2021|reducciones|0COP|", "2.1.1|Nómina|2021|apropiacion_definitiva|1000000COP|",
                  "2.1.2|Servicios|2021|apropiacion_definitiva|500000COP|", "2.1.1|Nómina|2021|compromisos|700000COP|",
                  "2.1.2|Servicios|2021|compromisos|400000COP|", "2.1.1|Nómina|2021|pagos|600000COP|",
                  "2.1.2|Servicios|2021|pagos|100000COP|"));
}

TEST(Budget, ReadsPairsOfColumnsForEachYear) {
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

TEST(Budget, TakesTheStageOfYearsSideBySideFromTheCaption) {
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

TEST(Budget, ReadsAColumnOfDashesUnderAStageAsZeros) {
  const auto bundle =
      bundle_of({table_of("Ejecución 2021", {{"Rubro", "Nombre", "Ppto. Inicial", "Reduc.", "Ppto. Def."},
                                             {"2.1.1.03", "Sueldos", "16.909.126", "-", "16.909.126"},
                                             {"2.1.1.04", "Primas", "5.100.300", "$ -", "5.100.300"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("2.1.1.03|Sueldos|2021|reducciones|0COP|"));
  EXPECT_THAT(entries(read(bundle)), Contains("2.1.1.04|Primas|2021|reducciones|0COP|"));
}

TEST(Budget, ReadsHeadsCutWithinAWord) {
  const auto bundle =
      bundle_of({table_of("Ejecución 2021", {{"Nombre", "Ppto. Def.", "Vr. Comprometi do", "Obligacio nes"},
                                             {"Sueldos", "16.909.126", "6.909.126", "5.100.300"},
                                             {"Primas", "5.100.300", "5.100.300", "4.100.300"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("|Sueldos|2021|compromisos|6909126COP|"));
  EXPECT_THAT(entries(read(bundle)), Contains("|Primas|2021|obligaciones|4100300COP|"));
}

TEST(Budget, ReadsAColumnOfProjectNumbers) {
  const auto bundle = bundle_of({table_of("Inversión 2021", {{"BPIN", "Proyecto", "Apropiación", "Compromisos"},
                                                             {"2020735186785", "Vías", "16.909.126", "6.909.126"},
                                                             {"2021730010024", "Agua", "5.100.300", "5.100.300"}})});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains(HasSubstr("2020735186785|Vías|2021|compromisos|6909126COP|")));
  EXPECT_EQ(found.size(), 4U);
}

TEST(Budget, TakesTheYearFromSectionRows) {
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

TEST(Budget, TakesTheYearFromAColumnAndLeavesTheSumOfYearsOut) {
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

TEST(Budget, ReadsStagesThatRunDownTheRows) {
  const auto bundle = bundle_of({table_of("Tabla 03. Ejecución Física y Financiera",
                                          {{"", "2020", "2021", "Total"},
                                           {"Ejecución Física", "0", "2", "2"},
                                           {"Ejecución Financiera", "0", "$287.623.162", "$287.623.162"}})});
  const auto reading = read(bundle);
  EXPECT_TRUE(reading.tables[0].transposed);
  EXPECT_THAT(entries(reading), ElementsAre("|Ejecución Financiera|2020|ejecucion|0COP|",
                                            "|Ejecución Financiera|2021|ejecucion|287623162COP|"));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("suma varias vigencias")));
}

TEST(Budget, ReadsACardOfOneAmountAStage) {
  const auto bundle =
      bundle_of({table_of("Situación presupuestal, vigencia 2023", {{"Concepto", "Valor"},
                                                                    {"Presupuesto definitivo", "$ 12.000.000"},
                                                                    {"Compromisos", "$ 9.000.000"},
                                                                    {"Pagos", "$ 8.000.000"}})});
  EXPECT_THAT(entries(read(bundle)),
              ElementsAre("|Presupuesto definitivo|2023|apropiacion_definitiva|12000000COP|",
                          "|Compromisos|2023|compromisos|9000000COP|", "|Pagos|2023|pagos|8000000COP|"));
}

TEST(Budget, ScalesMoneyAndNothingElse) {
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

TEST(Budget, ANoteOnUnitsSpeaksForTheTableThatItStandsOver) {
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

TEST(Budget, ANoteUnderTheTablesOwnCaptionSpeaksForIt) {
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

TEST(Budget, TheCaptionOfTheNextTableIsNoNoteOnThisOne) {
  const Rows rows{{"Concepto", "Apropiación definitiva", "Compromisos"},
                  {"Funcionamiento", "8.540.100", "1.126.800"},
                  {"Inversión", "10.250.400", "9.100.000"}};
  model::Table table = table_of("Tabla 1. Ejecución de gastos 2021", rows);
  table.page_boxes = {{50, 100, 560, 200}};
  const auto bundle = bundle_of(
      {table}, {block_of("Tabla 2. Gastos 2022 (cifras en millones de pesos)", model::BlockKind::caption, 1, 280)});
  EXPECT_THAT(entries(read(bundle)), Contains("|Funcionamiento|2021|compromisos|1126800COP|"));
}

TEST(Budget, ReadsIncome) {
  const auto bundle = bundle_of({table_of(
      "Ejecución presupuestal de ingresos 2021",
      {{"Cód.", "Nombre", "Aforo inicial", "Aforo definitivo", "Recaudo acumulado", "Saldo por recaudar", "% Recaudo"},
       {"1.1.01", "Predial", "1.000.000", "1.200.000", "600.000", "600.000", "50,0%"}})});
  EXPECT_THAT(
      entries(read(bundle)),
      ElementsAre("1.1.01|Predial|2021|apropiacion_inicial|1000000COP|",
                  "1.1.01|Predial|2021|apropiacion_definitiva|1200000COP|", "1.1.01|Predial|2021|recaudo|600000COP|",
                  "1.1.01|Predial|2021|saldo|600000COP|", "1.1.01|Predial|2021|porcentaje_ejecucion|50.0%|"));
}

TEST(Budget, KeepsBudgetFiguresOfAPlan) {
  const auto bundle = bundle_of(
      {table_of("Plan de acción 2022", {{"No.", "Actividad", "Responsable", "Fecha límite", "Presupuesto asignado"},
                                        {"1", "Publicar el informe", "Secretaría General", "12/08/2022", "$ 5.000.000"},
                                        {"2", "Capacitar", "Secretaría de Salud", "14/04/2022", "$ 7.000.000"}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.tables[0].kind, model::TableKind::commitments);
  EXPECT_EQ(reading.records.budget.size(), 2u);
  EXPECT_EQ(reading.records.budget[1].measure, "apropiacion_definitiva");
}

TEST(Budget, LeavesContractsAndBalancesOut) {
  const auto bundle = bundle_of(
      {table_of("Contratos 2021", {{"No. contrato", "Contratista", "Valor", "Valor pagado"},
                                   {"001-2021", "Ferretería El Sol", "$ 15.000.000", "$ 15.000.000"}}),
       table_of("Estado de situación financiera",
                {{"CODIGO", "ACTIVO", "NOTAS", "abr-21", "abr-20"},
                 {"1100", "EFECTIVO", "5", "$ 984.621.532,50", "$ 190.306.308,55"},
                 {"2401", "CUENTAS POR PAGAR", "7", "$ 4.247.111,00", "$ 3.149.181,00"},
                 {"3105", "CAPITAL FISCAL", "9", "$ 5.000.000,00", "$ 5.000.000,00"}}),
       table_of("Balance",
                {{"Código Contable", "Nombre de la Cuenta", "Saldo a Diciembre 2012", "Saldo a Diciembre 2013"},
                 {"11", "Efectivo", "$ 322.025.910", "$ 400.000.000"}})});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), IsEmpty());
  for (const TableReading& table : reading.tables) EXPECT_EQ(table.kind, model::TableKind::other);
}

TEST(Budget, TellsFiguresOfAPartOfTheYearFromTheAccumulated) {
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

TEST(Budget, MarksTheParentsOfAHierarchyWithoutCodes) {
  const auto bundle = bundle_of({table_of("Gastos 2020", {{"Concepto", "Apropiación", "Compromisos"},
                                                          {"FUNCIONAMIENTO", "$ 300.000", "$ 220.000"},
                                                          {"Gastos de personal", "$ 100.000", "$ 90.000"},
                                                          {"Gastos generales", "$ 200.000", "$ 130.000"},
                                                          {"INVERSIÓN", "$ 500.000", "$ 420.000"},
                                                          {"Vías", "$ 250.000", "$ 240.000"},
                                                          {"Escuelas", "$ 250.000", "$ 180.000"},
                                                          {"Gran total", "$ 800.000", "$ 640.000"}})});
  const auto reading = read(bundle);
  const auto& rows = reading.tables[0].rows;
  EXPECT_EQ(rows[1].role, RowRole::subtotal);
  EXPECT_EQ(rows[4].role, RowRole::subtotal);
  EXPECT_EQ(rows[2].parent, 1);
  EXPECT_EQ(rows[6].parent, 4);
  EXPECT_EQ(rows[5].level, 1);
  EXPECT_EQ(rows[7].role, RowRole::total);
}

TEST(Budget, ReadsALineWithoutHeadAsTheTableAboveWouldNot) {
  // A table of figures with nothing that says what they are: told, not guessed.
  const auto bundle = bundle_of({table_of("", {{"Uno", "$ 1.000.000"}, {"Dos", "$ 2.000.000"}}, 0)});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), IsEmpty());
  EXPECT_EQ(reading.tables[0].header_rows, 0);
}

TEST(Budget, NamesTheGroupOfMergedCellsAndTakesTheMostSpecificLabel) {
  const auto bundle = bundle_of({table_of("Inversión por sectores 2023",
                                          {{"Sector", "Programa", "Presupuesto asignado", "Valor ejecutado"},
                                           {"Educación", "Alimentación escolar", "$ 5.000.000", "$ 4.000.000"},
                                           {"", "Transporte escolar", "$ 3.000.000", "$ 1.000.000"},
                                           {"Salud", "Vacunación", "$ 2.000.000", "$ 2.000.000"}},
                                          1, {{1, 0, 2, 1}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.tables[0].rows[2].section, "Educación");
  EXPECT_THAT(entries(reading), Contains("|Transporte escolar|2023|ejecucion|1000000COP|"));
}

TEST(Budget, PrefersALabelThatTheVocabularyKnows) {
  const auto bundle = bundle_of({table_of("Asignaciones 2024", {{"Nombre", "Presupuesto asignado", "identificador"},
                                                                {"Educación", "$ 5.000.000", "xQbo"},
                                                                {"Educación", "$ 3.000.000", "pJSs"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("|Educación|2024|apropiacion_definitiva|3000000COP|"));
}

TEST(Budget, TakesTheYearFromHeadingThenDocument) {
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

TEST(Budget, ACellThatASheetDidNotShowTakesNoFigureOfItsColumnWithIt) {
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

TEST(Budget, RowsOfColumnNumbersAreHeadsAndGiveNoRecord) {
  const auto bundle =
      bundle_of({table_of("Gastos vigencia 2019 (pesos)", {{"Sector", "Apropiación definitiva", "Reducciones", "Saldo"},
                                                           {"(1)", "(2)", "(3)", "(4)=(2)-(3)"},
                                                           {"Agricultura", "420.500.000", "398.120.000", "22.380.000"},
                                                           {"Cultura", "185.000.000", "180.450.300", "4.549.700"}})});
  const auto reading = read(bundle);
  EXPECT_EQ(reading.tables[0].header_rows, 2);
  EXPECT_EQ(reading.tables[0].columns[3].head, "Saldo");
  EXPECT_EQ(reading.records.budget.size(), 6U);
}

TEST(Budget, SumsCarriedFromSheetToSheetAreNoLines) {
  const auto bundle =
      bundle_of({table_of("Ejecución de gastos vigencia 2020", {{"Código", "Concepto", "Compromisos"},
                                                                {"2.1.1.01", "Nómina", "$ 1.000.000"},
                                                                {"", "VAN", "$ 1.000.000"},
                                                                {"", "VIENEN DE LA HOJA ANTERIOR", "$ 1.000.000"},
                                                                {"2.1.1.02", "Vanguardia juvenil", "$ 500.000"},
                                                                {"", "TOTAL", "$ 1.500.000"}})});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), ElementsAre("2.1.1.01|Nómina|2020|compromisos|1000000COP|",
                                            "2.1.1.02|Vanguardia juvenil|2020|compromisos|500000COP|",
                                            "|TOTAL|2020|compromisos|1500000COP|T"));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("«VAN»")));
}

TEST(Budget, PartsAShortCodeFromTheLabelBehindIt) {
  const auto sources = [](const std::string& a, const std::string& b, const std::string& c) {
    return entries(read(bundle_of({table_of("Gastos vigencia 2024", {{"Fuente de financiamiento", "Compromisos"},
                                                                     {a, "$ 7.584.239.893"},
                                                                     {b, "$ 1.100.000.000"},
                                                                     {c, "$ 233.942.280"}})})));
  };
  EXPECT_THAT(sources("110 - Tesoro Municipal", "120 Judicial", "131 - De origen municipal"),
              ElementsAre("110|Tesoro Municipal|2024|compromisos|7584239893COP|",
                          "120|Judicial|2024|compromisos|1100000000COP|",
                          "131|De origen municipal|2024|compromisos|233942280COP|"));
  // years and the numbers of a list are no codes
  EXPECT_THAT(sources("2021 Saldos", "2022 Saldos", "2023 Saldos"), Each(HasSubstr("|20")));
  EXPECT_THAT(sources("10 Vías", "11 Parques", "12 Escuelas"), Each(::testing::StartsWith("|")));
}

TEST(Budget, ReadsCodesBehindTheNumberOfTheirEntity) {
  const auto bundle = bundle_of(
      {table_of("Cédula de gastos 2013", {{"PARTIDA", "DENOMINACIÓN", "Codificado", "Comprom.", "Pagado"},
                                          {"998029499_5", "GASTOS CORRIENTES", "57,709.76", "56,372.07", "55,053.12"},
                                          {"998029499_51", "GASTOS EN PERSONAL", "47,000.76", "46,372.07", "45,053.12"},
                                          {"998029499_53", "BIENES", "10,709.00", "10,000.00", "10,000.00"}})});
  const auto found = entries(read(bundle));
  EXPECT_EQ(found.size(), 9U);
  EXPECT_THAT(found, Contains("998029499_5|GASTOS CORRIENTES|2013|apropiacion_definitiva|57709.76COP|T"));
  EXPECT_THAT(found, Contains("998029499_51|GASTOS EN PERSONAL|2013|compromisos|46372.07COP|"));
  EXPECT_THAT(found, Contains("998029499_53|BIENES|2013|pagos|10000.00COP|"));
}

TEST(Budget, DigitsAloneUnderNoHeadAreTheCodesOfTheNamesBesideThem) {
  const auto bundle = bundle_of(
      {table_of("Ejecución de ingresos 2013", {{"", "Cód. presupuestal", "Aprop. inicial", "Recaudo acumulado"},
                                               {"501111001", "Impuesto predial", "4.896.798.000", "5.004.815.104"},
                                               {"501111002", "Estampilla", "5.508.340.000", "5.904.815.743"},
                                               {"TOTALES", "", "10.405.138.000", "10.909.630.847"}})});
  EXPECT_THAT(entries(read(bundle)), ElementsAre("501111001|Impuesto predial|2013|apropiacion_inicial|4896798000COP|",
                                                 "501111002|Estampilla|2013|apropiacion_inicial|5508340000COP|",
                                                 "|TOTALES|2013|apropiacion_inicial|10405138000COP|T",
                                                 "501111001|Impuesto predial|2013|recaudo|5004815104COP|",
                                                 "501111002|Estampilla|2013|recaudo|5904815743COP|",
                                                 "|TOTALES|2013|recaudo|10909630847COP|T"));
}

// "1.280" in millions: a thousand, where a smaller figure of its column stands without decimals.
TEST(Budget, ALoneDotUnderAScaleIsReadByTheFiguresOfItsColumn) {
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

TEST(Budget, APercentagesSignDoesNotMakeThePesosOfItsTableDecimal) {
  const auto bundle =
      bundle_of({table_of("Gastos vigencia 2018 (pesos)", {{"Código", "Concepto", "Compromisos", "% Ejec."},
                                                           {"2.1.1.01", "Nómina", "75.830", "98.53%"},
                                                           {"2.1.1.02", "Primas", "1.275.830", "97.5%"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("2.1.1.01|Nómina|2018|compromisos|75830COP|"));
}

TEST(Budget, ANoteForTheReportHoldsWhereATableSaysNothingElse) {
  const Rows rows{{"Código", "Concepto", "Compromisos"}, {"2.1", "Nómina", "2.300.150"}};
  const auto bundle =
      bundle_of({table_of("Tabla 1. Gastos 2023", rows), table_of("Tabla 2. Caja menor 2023 (pesos)", rows),
                 table_of("Tabla 3. Regalías 2023 (millones de pesos)", rows)},
                {block_of("(Cifras en miles de pesos, salvo que se indique otra cosa)")});
  EXPECT_THAT(entries(read(bundle)),
              ElementsAre(HasSubstr("|2300150000COP|"), HasSubstr("|2300150COP|"), HasSubstr("|2300150000000COP|")));
}

TEST(Budget, ReadsThousandsOfMillionsAndDollars) {
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

TEST(Budget, AHeadingThatRepeatsButForItsYearTellsTheYearOfItsPage) {
  const Rows rows{{"Código", "Concepto", "Compromisos"}, {"2.1", "Nómina", "$ 2.300.150"}};
  auto bundle = bundle_of({table_of("", rows), table_of("", rows)},
                          {block_of("EJECUCIÓN DE GASTOS 2019", model::BlockKind::running_head, 1, 20),
                           block_of("EJECUCIÓN DE GASTOS 2020", model::BlockKind::running_head, 2, 20)});
  bundle.tables[1].first_page = bundle.tables[1].last_page = 2;
  EXPECT_THAT(entries(read(bundle)), ElementsAre(HasSubstr("|2019|"), HasSubstr("|2020|")));
}

TEST(Budget, ANoteOnUnitsInsideTheHeadHoldsForAllColumns) {
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

TEST(Budget, SpacesPartTheGroupsOfALongFigure) {
  const auto bundle = bundle_of({table_of("Comparativo de presupuesto por sector 2012 - 2013",
                                          {{"Sector", "Presupuesto definitivo 2012", "Presupuesto definitivo 2013"},
                                           {"Salud", "4 117 000 000", "929 000 000"},
                                           {"Cultura", "2 001 000 000", "1 170 000 000"}})});
  EXPECT_THAT(entries(read(bundle)), ElementsAre("|Salud|2012|apropiacion_definitiva|4117000000COP|",
                                                 "|Cultura|2012|apropiacion_definitiva|2001000000COP|",
                                                 "|Salud|2013|apropiacion_definitiva|929000000COP|",
                                                 "|Cultura|2013|apropiacion_definitiva|1170000000COP|"));
}

TEST(Budget, ACaptionOverAllColumnsNamesNeitherTheYearNorTheStageOfOne) {
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

TEST(Budget, ASubtotalMayStandOverOneLineAlone) {
  const auto bundle =
      bundle_of({table_of("Gastos vigencia 2012", {{"Denominación", "Definitivo", "Giros"},
                                                   {"FUNCIONAMIENTO", "$ 300.000.000", "$ 120.000.000"},
                                                   {"Nómina", "$ 200.000.000", "$ 70.000.000"},
                                                   {"Servicios", "$ 100.000.000", "$ 50.000.000"},
                                                   {"SERVICIO DE LA DEUDA", "$ 80.000.000", "$ 40.000.000"},
                                                   {"Intereses", "$ 80.000.000", "$ 40.000.000"},
                                                   {"TOTAL", "$ 380.000.000", "$ 160.000.000"}})});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains("|SERVICIO DE LA DEUDA|2012|pagos|40000000COP|T"));
  EXPECT_THAT(found, Contains("|Intereses|2012|pagos|40000000COP|"));
  EXPECT_THAT(found, Contains("|Servicios|2012|pagos|50000000COP|"));
}

TEST(Budget, SubtotalsStandOverLinesThatWereRoundedOrOfWhichOneWasMisprinted) {
  const auto rows_of = [](const std::string& final) {
    return read(bundle_of({table_of("Gastos 2014 (cifras en miles de pesos)",
                                    {{"Descripción", "Definitivo", "Pagado", "Saldo"},
                                     {"FUNCIONAMIENTO", "$21.341.273", "$13.510.196", "$7.831.077"},
                                     {"Prima de navidad", "$122.421", "$68.070", "$54.351"},
                                     {"Aportes al SENA", "$13.651.397", "$8.129.190", "$5.522.207"},
                                     {"Dotación", "$7.567.455", "$5.312.935", "$2.254.520"},
                                     {"INVERSIÓN", final, "$6.766.857", "$5.752.066"},
                                     {"Biblioteca", "$4.468.715", "$2.401.209", "$2.067.506"},
                                     {"Alumbrado", "$8.050.184", "$4.365.648", "$3.684.560"},
                                     {"Total", "$33.860.172", "$20.277.053", "$13.583.143"}})}))
        .tables[0]
        .rows;
  };
  for (const std::string final : {"$12.518.899", "$21.518.899"}) {
    const auto rows = rows_of(final);
    EXPECT_EQ(rows[1].role, RowRole::subtotal) << final;
    EXPECT_EQ(rows[5].role, RowRole::subtotal) << final;
    EXPECT_EQ(rows[2].parent, 1) << final;
    EXPECT_EQ(rows[7].parent, 5) << final;
  }
}

TEST(Budget, ATableWithoutHeadGoesOnFromTheOneOnThePageBefore) {
  auto bundle =
      bundle_of({table_of("Ingresos 2015 (miles de pesos)", {{"Rubro", "Aprop. inicial", "Recaudo", "%"},
                                                             {"Predial", "$ 3.993.289", "$ 4.752.393", "119,0%"},
                                                             {"Avisos", "$ 3.264.707", "$ 2.318.635", "71,0%"}}),
                 table_of("",
                          {{"Gasolina", "$ 2.659.960", "$ 3.008.972", "113,1%"},
                           {"Total", "$ 9.917.956", "$ 10.080.000", "101,6%"}},
                          0)});
  bundle.tables[1].first_page = bundle.tables[1].last_page = 2;
  EXPECT_THAT(entries(read(bundle)), Contains("|Gasolina|2015|recaudo|3008972000COP|"));
  EXPECT_THAT(entries(read(bundle)), Contains("|Total|2015|apropiacion_inicial|9917956000COP|T"));
  bundle.tables[1].first_page = bundle.tables[1].last_page = 1;  // beside it, it is a table of its own
  EXPECT_EQ(read(bundle).tables[1].kind, model::TableKind::other);
}

// "level|class" of every entry.
std::vector<std::string> levels(const DocumentReading& reading) {
  std::vector<std::string> out;
  for (const auto& e : reading.records.budget) out.push_back(e.level + "|" + e.budget_class);
  return out;
}

TEST(Budget, TellsTheLevelOfALineAndTheBudgetThatItIsOf) {
  const auto spending =
      read(bundle_of({table_of("Ejecución presupuestal 2020", {{"Rubro", "Concepto", "Compromisos"},
                                                               {"2", "GASTOS", "$ 3.000.000"},
                                                               {"2.1", "Funcionamiento", "$ 3.000.000"},
                                                               {"2.1.1", "Nómina", "$ 1.000.000"},
                                                               {"2.1.2", "Servicios", "$ 2.000.000"},
                                                               {"", "TOTAL", "$ 3.000.000"}})}));
  EXPECT_THAT(levels(spending),
              ElementsAre("subtotal-1|gastos", "subtotal-2|gastos", "linea|gastos", "linea|gastos", "total|gastos"));
  const auto income = [](const std::string& title) {
    return levels(read(bundle_of(
        {table_of(title, {{"Concepto", "Aforo definitivo", "Recaudo"}, {"Predial", "$ 5.000.000", "$ 4.000.000"}})})));
  };
  EXPECT_THAT(income("Cuadro 1"), ElementsAre("linea|ingresos", "linea|ingresos"));
  const auto owed = read(bundle_of(
      {table_of("Ejecución Cuentas por Pagar 2012", {{"Descripción", "Valor pago"}, {"Cesantías", "$ 113.482.605"}})}));
  EXPECT_THAT(levels(owed), ElementsAre("linea|cuentas_por_pagar"));
}

TEST(Budget, WhatIncomeCallsDevengadoIsNoObligation) {
  const auto reading = read(bundle_of(
      {table_of("Ejecución de recursos 2023", {{"Concepto", "Vigente", "Devengado", "Percibido"},
                                               {"Ingresos tributarios", "$ 5.000.000", "$ 4.500.000", "$ 4.000.000"}}),
       table_of("Ejecución de ingresos 2023", {{"Concepto", "Vigente", "Devengado", "Percibido"},
                                               {"Tasas", "$ 5.000.000", "$ 4.500.000", "$ 4.000.000"}})}));
  EXPECT_THAT(entries(reading), Not(Contains("|Ingresos tributarios|2023|obligaciones|4500000COP|")));
  EXPECT_THAT(entries(reading), Not(Contains("|Tasas|2023|obligaciones|4500000COP|")));
  EXPECT_THAT(entries(reading), Contains("|Tasas|2023|recaudo|4000000COP|"));
}

TEST(Budget, AnAmountOfDividedEvidenceIsDoubtfulAndSaysWhy) {
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

TEST(Budget, ReadsListsWhoseDotsLeadToTheirFigures) {
  const auto list = [](const std::string& introduction) {
    return entries(
        read(bundle_of({}, {block_of(introduction),
                            block_of("Servicios públicos………………………….$ 2.227.200 Mantenimiento vehículo…...$ 4.238.485 "
                                     "Comunicación y transporte……………….$11.999.100",
                                     model::BlockKind::paragraph, 1, 80)})));
  };
  EXPECT_THAT(
      list("La entidad constituyó reservas presupuestales de la vigencia fiscal 2013 sobre los siguientes conceptos:"),
      ElementsAre("|Servicios públicos|2013|reservas|2227200COP|", "|Mantenimiento vehículo|2013|reservas|4238485COP|",
                  "|Comunicación y transporte|2013|reservas|11999100COP|"));
  EXPECT_THAT(list("Se visitaron los siguientes lugares:"), IsEmpty());
}

TEST(Budget, ASentenceMayTellOfWhichStageAListWithoutHeadIs) {
  const auto list = [](const std::string& introduction) {
    return entries(read(bundle_of(
        {table_of(introduction, {{"Servicios públicos", "$ 2.227.200"}, {"Gastos de viaje", "$14.176.419"}}, 0)})));
  };
  EXPECT_THAT(
      list("La entidad constituyó reservas presupuestales de la vigencia 2013 sobre los siguientes conceptos:"),
      ElementsAre("|Servicios públicos|2013|reservas|2227200COP|", "|Gastos de viaje|2013|reservas|14176419COP|"));
  EXPECT_THAT(list("Se suscribieron los siguientes contratos con reservas de la vigencia 2013:"), IsEmpty());
  EXPECT_THAT(list("Reservas presupuestales de la vigencia 2013"), IsEmpty());
}

TEST(Budget, ReadsANoteOnUnitsGluedToAHeadAndAHeadCutBeforeItsYear) {
  const auto found = entries(read(bundle_of(
      {table_of("Comparativo por sector", {{"Sector", "Presupuest o definitivo 2013", "Presupuesto definitivo 2014",
                                            "Cifras en millones de pesos % ejecutado"},
                                           {"Salud", "$2.691,3", "$2.649,8", "79,9%"},
                                           {"Vías", "$1.691,3", "$1.649,8", "70,9%"}})})));
  EXPECT_THAT(found, Contains("|Salud|2013|apropiacion_definitiva|2691300000COP|"));
  EXPECT_THAT(found, Contains("|Vías|2014|apropiacion_definitiva|1649800000COP|"));
}

TEST(Budget, TheYearThatOneColumnSaysIsThatOfItsTable) {
  EXPECT_THAT(entries(read(bundle_of({table_of("", {{"Concepto", "Apropiación 2012", "Saldo por ejecutar", "Pagos"},
                                                    {"Vías", "$ 9.000.000", "$ 1.000.000", "$ 8.000.000"}})}))),
              Each(HasSubstr("|2012|")));
}

TEST(Budget, TwoFiguresInACellAreNoAmount) {
  const auto reading = read(bundle_of({table_of(
      "Gastos vigencia 2012", {{"Concepto", "Compromisos"}, {"Vías", "2 443 000"}, {"Salud", "$ 8.000.000"}})}));
  EXPECT_THAT(entries(reading), ElementsAre(HasSubstr("Salud")));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("más de una cifra")));
}

TEST(Budget, WhatACaptionSaysIsOfNoColumnThatSaysSomethingElse) {
  const auto found = entries(
      read(bundle_of({table_of("Ejecución reservas presupuestales 2012",
                               {{"Descripción", "Valor reserva constituida", "Valor acta de cancelación", "Valor pago"},
                                {"Gastos de viaje....", "$ 2.844.880", "$ 471.836", "$ 2.373.044"}})})));
  EXPECT_THAT(found,
              ElementsAre("|Gastos de viaje|2012|reservas|2844880COP|", "|Gastos de viaje|2012|pagos|2373044COP|"));
}

TEST(Budget, TheTitleOfTheReportOverItsColumnsIsNoStage) {
  EXPECT_THAT(entries(read(bundle_of({table_of("", {{"Rubro", "Concepto", "EJECUCIÓN PRESUPUESTAL DE INGRESOS 2012"},
                                                    {"1.1.01.02", "Predial", "$ 6.560.803.000"}})}))),
              IsEmpty());
}

TEST(Budget, ARowWithoutCodeAndNameGivesNoRecord) {
  const auto reading = read(
      bundle_of({table_of("Gastos 2015", {{"Rubro", "Compromisos"}, {"", "$ 6.560.803"}, {"Vías", "$ 1.000.000"}})}));
  EXPECT_THAT(entries(reading), ElementsAre("|Vías|2015|compromisos|1000000COP|"));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("no tiene código ni nombre")));
}

TEST(Budget, TheSumDecidesWhereAColumnPrintsBothSigns) {
  const auto bundle = bundle_of({table_of("Recaudo 2018 (miles de pesos)", {{"Código", "Renta", "Recaudo"},
                                                                            {"1.1.01", "Predial", "611.955"},
                                                                            {"1.2.02", "Avisos", "52,310"},
                                                                            {"1.3.04", "Estampillas", "935,735"},
                                                                            {"", "TOTAL", "1,600,000"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("1.1.01|Predial|2018|recaudo|611955000COP|"));
}

TEST(Budget, IncomeUnderACaptionThatAlsoSpeaksOfSpendingIsNoPayment) {
  const auto found = entries(
      read(bundle_of({table_of("Ingresos y egresos 2019 - 2020", {{"Concepto", "2019", "2020"},
                                                                  {"Ingresos", "$ 9.000.000", "$ 8.000.000"},
                                                                  {"Egresos", "$ 7.000.000", "$ 6.000.000"}})})));
  EXPECT_THAT(found, Each(Not(HasSubstr("Ingresos|"))));
}

TEST(Budget, InOneColumnASubtotalOverOneLineIsKnownByItsLike) {
  const auto found = entries(read(bundle_of({table_of("Gastos ejecutados 2013", {{"Concepto", "Valor ejecutado"},
                                                                                 {"BIENES", "$ 5.191.308"},
                                                                                 {"Materiales", "$ 5.191.308"},
                                                                                 {"SERVICIOS", "$ 3.000.000"},
                                                                                 {"Viáticos", "$ 740.000"},
                                                                                 {"Mantenimiento", "$ 1.500.000"},
                                                                                 {"Impresos", "$ 760.000"}})})));
  EXPECT_THAT(found, Contains("|BIENES|2013|ejecucion|5191308COP|T"));
  EXPECT_THAT(found, Contains("|SERVICIOS|2013|ejecucion|3000000COP|T"));
  EXPECT_THAT(found, Contains("|Materiales|2013|ejecucion|5191308COP|"));
}

TEST(Budget, OneCellWithTheHeadsOfSeveralColumnsIsTheHeadOfNone) {
  const auto bundle = bundle_of({table_of("Gastos vigencia 2016",
                                          {{"Dependencia", "Aprop. definitiva", "COMPROMISOS CAUSADO VALOR GIRADO", ""},
                                           {"Hacienda", "$ 3.700.636.000", "$ 2.811.244.156", "$ 2.711.244.156"}},
                                          1, {{0, 2, 1, 2}})});
  EXPECT_THAT(entries(read(bundle)), ElementsAre("|Hacienda|2016|apropiacion_definitiva|3700636000COP|"));
}

}  // namespace
}  // namespace cotejo::mapping
