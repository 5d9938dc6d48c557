// Codes, names and levels of budget lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/pipeline/mapping/budget_entries.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {
namespace {

using testing::bundle_of;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::entries;
using ::testing::HasSubstr;
using testing::read;
using testing::table_of;

// "level|class" of every entry.
std::vector<std::string> levels(const DocumentReading& reading) {
  std::vector<std::string> out;
  for (const auto& e : reading.records.budget)
    out.push_back(std::string(model::name_of(e.level)) + "|" + std::string(model::name_of(e.budget_class)));
  return out;
}

TEST(BudgetRows, ASignThatOpensAnItemBelongsToNoName) {
  const auto bundle = bundle_of(
      {table_of("Cuentas por pagar constituidas vigencia 2013", {{"Concepto", "Cuentas por pagar"},
                                                                 {"\u2022 Servicios personales", "$ 43.535.398"},
                                                                 {"\uF0B7 Gastos generales", "$ 4.081.010"},
                                                                 {"* Cesantías", "$ 148.906.333"}})});
  const auto reading = read(bundle);
  std::vector<std::string> names;
  for (const auto& entry : reading.records.budget) names.push_back(entry.description);
  EXPECT_THAT(names, ElementsAre("Servicios personales", "Gastos generales", "* Cesantías"));
}

TEST(BudgetRows, TakesTheProjectNumberOutOfACodeAndKeepsTheCode) {
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

// The first line's figures are the subtotal's where the other line prints none; it is a line all the same.
TEST(BudgetRows, ASubtotalUnderItsLinesIsPartOfNone) {
  const auto reading = read(
      bundle_of({table_of("Ejecución de gastos 2019",
                          {{"Código", "Concepto", "Apropiación definitiva", "Compromisos", "Obligaciones", "Pagos"},
                           {"306222001", "Intereses", "5.494.616", "3.642.619", "3.170.192", "2.983.094"},
                           {"306222002", "Comisiones", "2.110.650", "", "", ""},
                           {"", "Subtotal deuda", "7.605.266", "3.642.619", "3.170.192", "2.983.094"}})}));
  EXPECT_THAT(levels(reading), Each(::testing::AnyOf(HasSubstr("linea"), HasSubstr("subtotal-1"))));
  int lines = 0;
  for (const auto& entry : reading.records.budget) lines += entry.level == model::Level::line;
  EXPECT_EQ(lines, 5);
}

// "Aprobado" is the first budget in one report and the last in another: by itself it says neither.
TEST(BudgetRows, WhatIsApprovedIsNoSecondInitialBudget) {
  const auto reading = read(bundle_of(
      {table_of("Ejecución de gastos 2019", {{"Concepto", "Inicial", "Modificaciones", "Aprobado", "Comprometido"},
                                             {"Gastos generales", "830.000", "-20.000", "810.000", "700.000"},
                                             {"Servicios", "900.000", "50.000", "950.000", "910.000"}})}));
  std::vector<std::string> initial;
  for (const auto& entry : reading.records.budget) {
    if (entry.measure == model::Measure::apropiacion_inicial) initial.push_back(entry.source.text);
  }
  EXPECT_THAT(initial, ElementsAre("830.000", "900.000"));
}

TEST(BudgetRows, ReadsAColumnOfProjectNumbers) {
  const auto bundle = bundle_of({table_of("Inversión 2021", {{"BPIN", "Proyecto", "Apropiación", "Compromisos"},
                                                             {"2020735186785", "Vías", "16.909.126", "6.909.126"},
                                                             {"2021730010024", "Agua", "5.100.300", "5.100.300"}})});
  const auto found = entries(read(bundle));
  EXPECT_THAT(found, Contains(HasSubstr("2020735186785|Vías|2021|compromisos|6909126COP|")));
  EXPECT_EQ(found.size(), 4U);
}

TEST(BudgetRows, MarksTheParentsOfAHierarchyWithoutCodes) {
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

TEST(BudgetRows, ALineThatPrintsNothingInSomeColumnsIsAPartWhereTheOthersAskForIt) {
  const auto bundle =
      bundle_of({table_of("Gastos 2020", {{"Concepto", "Apropiación inicial", "Adiciones", "Compromisos", "Pagos"},
                                          {"FUNCIONAMIENTO", "$ 360.000", "$ 15.000", "$ 220.000", "$ 190.000"},
                                          {"Personal", "$ 100.000", "$ 9.000", "$ 90.000", "$ 80.000"},
                                          {"Generales", "$ 200.000", "$ 6.000", "$ 130.000", "$ 110.000"},
                                          {"Subsidios", "$ 60.000", "N/A", "N/A", "N/A"},
                                          {"INVERSIÓN", "$ 500.000", "$ 70.000", "$ 420.000", "$ 320.000"},
                                          {"Vías", "$ 250.000", "$ 30.000", "$ 240.000", "$ 200.000"},
                                          {"Escuelas", "$ 250.000", "$ 40.000", "$ 180.000", "$ 120.000"},
                                          {"Gran total", "$ 860.000", "$ 85.000", "$ 640.000", "$ 510.000"}})});
  const auto reading = read(bundle);
  const auto& rows = reading.tables[0].rows;
  EXPECT_EQ(rows[3].parent, 1);
  EXPECT_EQ(rows[4].parent, 1);
  EXPECT_EQ(rows[7].parent, 5);
}

TEST(BudgetRows, NamesTheGroupOfMergedCellsAndTakesTheMostSpecificLabel) {
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

TEST(BudgetRows, PrefersALabelThatTheVocabularyKnows) {
  const auto bundle = bundle_of({table_of("Asignaciones 2024", {{"Nombre", "Presupuesto asignado", "identificador"},
                                                                {"Educación", "$ 5.000.000", "xQbo"},
                                                                {"Educación", "$ 3.000.000", "pJSs"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("|Educación|2024|apropiacion_definitiva|3000000COP|"));
}

TEST(BudgetRows, RowsOfColumnNumbersAreHeadsAndGiveNoRecord) {
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

TEST(BudgetRows, SumsCarriedFromSheetToSheetAreNoLines) {
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

TEST(BudgetRows, PartsAShortCodeFromTheLabelBehindIt) {
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

TEST(BudgetRows, ReadsCodesBehindTheNumberOfTheirEntity) {
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

TEST(BudgetRows, DigitsAloneUnderNoHeadAreTheCodesOfTheNamesBesideThem) {
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

TEST(BudgetRows, ASubtotalMayStandOverOneLineAlone) {
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

TEST(BudgetRows, SubtotalsStandOverLinesThatWereRoundedOrOfWhichOneWasMisprinted) {
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

TEST(BudgetRows, TellsTheLevelOfALineAndTheBudgetThatItIsOf) {
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

TEST(BudgetRows, ARowWithoutCodeAndNameGivesNoRecord) {
  const auto reading = read(
      bundle_of({table_of("Gastos 2015", {{"Rubro", "Compromisos"}, {"", "$ 6.560.803"}, {"Vías", "$ 1.000.000"}})}));
  EXPECT_THAT(entries(reading), ElementsAre("|Vías|2015|compromisos|1000000COP|"));
  EXPECT_THAT(reading.tables[0].left_out, Contains(HasSubstr("no tiene código ni nombre")));
}

TEST(BudgetRows, InOneColumnASubtotalOverOneLineIsKnownByItsLike) {
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

}  // namespace
}  // namespace cotejo::mapping
