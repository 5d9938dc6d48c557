// Which tables are budgets, and which stage each column is of.
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
using ::testing::Not;
using testing::read;
using testing::table_of;
using ::testing::UnorderedElementsAre;

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

TEST(Budget, ReadsHeadsCutWithinAWord) {
  const auto bundle =
      bundle_of({table_of("Ejecución 2021", {{"Nombre", "Ppto. Def.", "Vr. Comprometi do", "Obligacio nes"},
                                             {"Sueldos", "16.909.126", "6.909.126", "5.100.300"},
                                             {"Primas", "5.100.300", "5.100.300", "4.100.300"}})});
  EXPECT_THAT(entries(read(bundle)), Contains("|Sueldos|2021|compromisos|6909126COP|"));
  EXPECT_THAT(entries(read(bundle)), Contains("|Primas|2021|obligaciones|4100300COP|"));
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
  EXPECT_EQ(reading.records.budget[1].measure, model::Measure::apropiacion_definitiva);
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

TEST(Budget, ReadsALineWithoutHeadAsTheTableAboveWouldNot) {
  // A table of figures with nothing that says what they are: told, not guessed.
  const auto bundle = bundle_of({table_of("", {{"Uno", "$ 1.000.000"}, {"Dos", "$ 2.000.000"}}, 0)});
  const auto reading = read(bundle);
  EXPECT_THAT(entries(reading), IsEmpty());
  EXPECT_EQ(reading.tables[0].header_rows, 0);
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

TEST(Budget, ATableWithoutHeadThatTextLeadsToIsATableOfItsOwn) {
  const auto with = [](const std::vector<model::Block>& blocks) {
    auto bundle = bundle_of({table_of("Ingresos 2015", {{"Rubro", "Aprop. inicial", "Recaudo", "%"},
                                                        {"Predial", "$ 3.993.289", "$ 4.752.393", "119,0%"}}),
                             table_of("", {{"Suministro", "$ 17", "$ 3.008.972", "24%"}}, 0)},
                            blocks);
    bundle.tables[1].first_page = bundle.tables[1].last_page = 2;
    return read(bundle).tables[1].kind;
  };
  const std::string title = "INFORME DE GESTIÓN";
  EXPECT_EQ(with({}), model::TableKind::budget);
  EXPECT_EQ(with({block_of("Contratación", model::BlockKind::heading, 2)}), model::TableKind::other);
  EXPECT_EQ(with({block_of("Se suscribieron los contratos que se relacionan.", model::BlockKind::paragraph, 2)}),
            model::TableKind::other);
  EXPECT_EQ(with({block_of(title, model::BlockKind::heading, 1), block_of(title, model::BlockKind::heading, 2)}),
            model::TableKind::budget)
      << "printed on every page";
  EXPECT_EQ(with({block_of("a .", model::BlockKind::paragraph, 2)}), model::TableKind::budget) << "specks";
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

TEST(Budget, WhatACaptionSaysIsOfNoColumnThatSaysSomethingElse) {
  const auto found = entries(
      read(bundle_of({table_of("Ejecución reservas presupuestales 2012",
                               {{"Descripción", "Valor reserva constituida", "Valor acta de cancelación", "Valor pago"},
                                {"Gastos de viaje....", "$ 2.844.880", "$ 471.836", "$ 2.373.044"}})})));
  EXPECT_THAT(found,
              ElementsAre("|Gastos de viaje|2012|reservas|2844880COP|", "|Gastos de viaje|2012|pagos|2373044COP|"));
}

TEST(Budget, WhatACaptionSaysIsOfNoColumnBesideOneOfItsYearThatSaysItself) {
  const auto bundle =
      bundle_of({table_of("RECAUDO Y CARTERA POR RENTA",
                          {{"Código", "Renta", "Recaudo 2014", "Cartera 2014", "Recaudo 2015", "Cartera 2015"},
                           {"1.1.01", "Predial", "$ 611.955.000", "$ 88.210.000", "$ 640.118.000", "$ 91.004.000"}})});
  EXPECT_THAT(entries(read(bundle)),
              ElementsAre("1.1.01|Predial|2014|recaudo|611955000COP|", "1.1.01|Predial|2015|recaudo|640118000COP|"));
}

TEST(Budget, TheTitleOfTheReportOverItsColumnsIsNoStage) {
  EXPECT_THAT(entries(read(bundle_of({table_of("", {{"Rubro", "Concepto", "EJECUCIÓN PRESUPUESTAL DE INGRESOS 2012"},
                                                    {"1.1.01.02", "Predial", "$ 6.560.803.000"}})}))),
              IsEmpty());
}

TEST(Budget, IncomeUnderACaptionThatAlsoSpeaksOfSpendingIsNoPayment) {
  const auto found = entries(
      read(bundle_of({table_of("Ingresos y egresos 2019 - 2020", {{"Concepto", "2019", "2020"},
                                                                  {"Ingresos", "$ 9.000.000", "$ 8.000.000"},
                                                                  {"Egresos", "$ 7.000.000", "$ 6.000.000"}})})));
  EXPECT_THAT(found, Each(Not(HasSubstr("Ingresos|"))));
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
