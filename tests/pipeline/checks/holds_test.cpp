#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pipeline/checks/alarms.h"
#include "tests/pipeline/checks/grid.h"

// What holds and looks as if it did not: each kind that once raised an alarm, and beside it the slip that must be told.
namespace cotejo::checks {
namespace {

using testing::Document;
using testing::of_rule;

Document rounded_table(const std::string& first, const std::string& second, const std::string& third) {
  Document document;
  document.table("Costos por sede", 1,
                 {{"Concepto", "Norte", "Sur", "Centro"},
                  {"Aseo", "$ 1.240", "$ 3.310", "$ 2.180"},
                  {"Vigilancia", "$ 5.430", "$ 1.760", "$ 4.920"},
                  {"Papelería", "$ 2.350", "$ 6.140", "$ 1.370"},
                  {"Energía", "$ 3.120", "$ 2.540", "$ 7.260"},
                  {"Agua", "$ 4.210", "$ 5.230", "$ 3.410"},
                  {"Subtotal servicios", first, second, third}});
  return document;
}

TEST(Holds, AColumnRoundedToTensMayMissByAFewTens) {
  Document document;
  document.table("Ingresos", 1,
                 {{"Concepto", "Valor"},
                  {"Predial", "$ 1.240"},
                  {"Industria", "$ 5.430"},
                  {"Subtotal tributarios", "$ 6.680"},
                  {"Tasas", "$ 2.350"},
                  {"Multas", "$ 3.120"},
                  {"Subtotal no tributarios", "$ 5.460"},
                  {"Convenios", "$ 4.210"},
                  {"Aportes", "$ 1.310"},
                  {"Subtotal otros", "$ 5.530"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, OneTotalOffAmongTotalsThatComeOutIsASlip) {
  EXPECT_TRUE(alarms(rounded_table("$ 16.350", "$ 18.980", "$ 19.140")).empty());
  EXPECT_EQ(alarms(rounded_table("$ 16.350", "$ 18.990", "$ 19.140")).size(), 1U);
}

TEST(Holds, ABalanceIsNoSumOfWhatStandsAboveIt) {
  Document document;
  document.table("Situación presupuestal", 1,
                 {{"Concepto", "2020", "2021"},
                  {"INGRESOS", "$ 8.410.200", "$ 9.120.300"},
                  {"GASTOS", "$ 7.310.100", "$ 9.020.100"},
                  {"SUPERÁVIT", "$ 1.100.100", "$ 100.200"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, ATotalThatRepeatsOneOfTwoLinesLeftNoneOut) {
  Document document;
  document.table("Saldos", 1,
                 {{"Cuenta", "Saldo"}, {"Caja", "$ 1.254.300"}, {"Bancos", "$ 8.310.450"}, {"Total", "$ 8.310.450"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

Document without_reductions(const std::string& vigilance, const std::string& stationery) {
  Document document;
  document
      .table("Presupuesto", 1,
             {{"Rubro", "Inicial", "Adiciones", "Definitiva"},
              {"Aseo", "5.104.300", "752.100", "5.856.400"},
              {"Vigilancia", "2.417.850", "304.600", vigilance},
              {"Papelería", "1.836.420", "127.350", stationery},
              {"Energía", "3.100.200", "100.100", "3.200.300"},
              {"Agua", "1.210.400", "0", "1.210.400"}})
      .measure(1, "apropiacion_inicial")
      .measure(2, "adiciones")
      .measure(3, "apropiacion_definitiva");
  return document;
}

TEST(Holds, WhatTheMissingColumnOfReductionsWouldTellIsNoSlip) {
  EXPECT_TRUE(alarms(without_reductions("2.122.450", "1.163.770")).empty());
  EXPECT_EQ(alarms(without_reductions("2.272.450", "1.963.770")).size(), 1U) << "two digits changed places";
}

// The reductions that do not apply are written so, by `none`.
Document with_none(const std::string& none, const std::string& vigilance) {
  Document document;
  document
      .table("Presupuesto", 1,
             {{"Rubro", "Inicial", "Adiciones", "Reducciones", "Definitiva"},
              {"Aseo", "5.104.300", "752.100", none, "5.856.400"},
              {"Vigilancia", "2.417.850", "304.600", none, vigilance},
              {"Papelería", "1.836.420", none, "127.350", "1.709.070"},
              {"Energía", "3.100.200", "100.100", none, "3.200.300"},
              {"Agua", "1.210.400", none, none, "1.210.400"}})
      .measure(1, "apropiacion_inicial")
      .measure(2, "adiciones")
      .measure(3, "reducciones")
      .measure(4, "apropiacion_definitiva");
  return document;
}

TEST(Holds, WhatDoesNotApplyAddsNothing) {
  EXPECT_TRUE(alarms(with_none("N/A", "2.722.450")).empty()) << first_of(alarms(with_none("N/A", "2.722.450")));
  EXPECT_EQ(alarms(with_none("N/A", "2.272.450")).size(), 1U);
  EXPECT_EQ(alarms(with_none("No aplica", "2.272.450")).size(), 1U);
  EXPECT_TRUE(alarms(with_none("ND", "2.272.450")).empty()) << "what is not known may be anything";
}

Document coded(const std::string& paid, const std::string& balance) {
  Document document;
  document.table("Ejecución de gastos", 1,
                 {{"Rubro", "Nombre", "Vigente", "Giros", "Saldo"},
                  {"2.1", "FUNCIONAMIENTO", "8.123.522", paid, balance},
                  {"2.1.1", "Sueldos", "1.174.566", "822.910", "351.656"},
                  {"2.1.2", "Primas", "6.948.956", "4.557.910", "2.391.046"},
                  {"2.2", "DEUDA", "2.268.574", "1.857.874", "410.700"},
                  {"2.2.1", "Intereses", "1.268.574", "1.057.874", "210.700"},
                  {"2.2.2", "Amortización", "1.000.000", "800.000", "200.000"},
                  {"2.3", "INVERSIÓN", "9.384.247", "5.414.319", "3.969.928"},
                  {"2.3.1", "Vías", "2.756.100", "1.472.066", "1.284.034"},
                  {"2.3.2", "Alumbrado", "6.628.147", "3.942.253", "2.685.894"}});
  return document;
}

TEST(Holds, ABalanceReckonedFromASlipIsOffForTheSameCause) {
  EXPECT_TRUE(alarms(coded("5.380.820", "2.742.702")).empty()) << first_of(alarms(coded("5.380.820", "2.742.702")));
  // Two digits changed places, one was rounded, and the balance was reckoned from it.
  const auto found = alarms(coded("3.580.821", "4.542.701"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "total-no-cuadra");
  EXPECT_EQ(found[0].reported, "3580821");
}

TEST(Holds, NumbersOfTheColumnsAreNoFigures) {
  Document document;
  document.table("Ejecución", 1,
                 {{"Concepto", "Enero", "Febrero", "Total"},
                  {"1", "2", "3", "4"},
                  {"Aseo", "1.254", "1.118", "2.372"},
                  {"Agua", "842", "917", "1.759"},
                  {"Total", "2.096", "2.035", "4.131"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, ATotalColumnIsNotBelievedOnDashes) {
  Document document;
  document.table("Modificaciones", 1,
                 {{"Rubro", "Créditos", "Contracréditos", "Total"},
                  {"Aseo", "-", "-", "-"},
                  {"Agua", "-", "-", "-"},
                  {"Energía", "-", "-", "-"},
                  {"Vías", "100.200", "50.100", "50.100"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, TheTotalOfABlockSumsItsOwnLines) {
  Document document;
  document.table("Ejecución por dependencias", 1,
                 {{"Cuenta", "Inicial", "Definitiva"},
                  {"INVERSIÓN", "$ 5.510.020", "$ 6.120.030"},
                  {"Biblioteca", "$ 1.240.010", "$ 2.100.020"},
                  {"Deportes", "$ 4.270.010", "$ 4.020.010"},
                  {"Dependencia deuda", "$ 5.510.020 $", "$ 6.120.030 $"},
                  {"Amortización", "$ 2.300.040", "$ 2.310.050"},
                  {"Intereses", "$ 1.110.020", "$ 1.100.010"},
                  {"TOTAL", "$ 3.410.060", "$ 3.410.060"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, TheMarkOfANoteIsNoDigit) {
  Document document;
  document.table("PQRS por mes", 1,
                 {{"Tipo", "Enero", "Febrero", "Total"},
                  {"Peticiones", "251", "114", "365"},
                  {"Quejas", "47", "74", "121"},
                  {"Reclamos", "1421", "176", "318"},
                  {"TOTAL", "440", "364", "804"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, ALineLeftOutOfEveryColumnIsToldOnce) {
  Document document;
  document.table("Gastos", 1,
                 {{"Concepto", "Inicial", "Definitiva", "Pagos"},
                  {"Personal", "$ 5.104.300", "$ 5.752.100", "$ 5.118.250"},
                  {"Materiales", "$ 2.417.850", "$ 2.604.600", "$ 2.195.700"},
                  {"Servicios", "$ 1.836.420", "$ 1.927.350", "$ 1.561.890"},
                  {"TOTAL", "$ 7.522.150", "$ 8.356.700", "$ 7.313.950"}});
  const std::vector<model::Finding> found = alarms(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().diagnosis, model::Diagnosis::line_left_out);
  EXPECT_EQ(std::count_if(found.front().evidence.begin(), found.front().evidence.end(),
                          [](const model::Evidence& evidence) { return evidence.role == model::Role::consequence; }),
            2);
}

TEST(Holds, TheDifferenceOfAWrongTotalIsToldWithIt) {
  Document document;
  document.table("Comparativo por sector", 1,
                 {{"Sector", "2012", "2013", "Variación absoluta"},
                  {"Justicia", "$ 639.000", "$ 3.283.000", "$ 2.644.000"},
                  {"Educación", "$ 2.448.000", "$ 4.667.000", "$ 2.219.000"},
                  {"Ambiente", "$ 6.066.000", "$ 3.186.000", "-$ 2.880.000"},
                  {"TOTALES", "$ 9.513.000", "$ 11.136.000", "$ 1.623.000"}});
  const std::vector<model::Finding> found = alarms(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "9513000");
  EXPECT_EQ(found.front().expected, "9153000");
}

Document stages(const std::string& committed) {
  Document document;
  document
      .table("Gastos por objeto", 1,
             {{"Objeto", "Vigente", "Preventivo", "Compromiso", "Pagado"},
              {"Personal", "$ 4.212.100", "$ 0", "$ 4.084.600", "$ 4.084.600"},
              {"Consumo", "$ 1.753.000", "$ 224.300", committed, "$ 1.466.500"},
              {"Servicios", "$ 4.099.400", "$ 323.300", "$ 3.987.800", "$ 3.037.800"},
              {"Uso", "$ 2.885.600", "$ 629.100", "$ 2.818.300", "$ 2.592.100"}})
      .measure(1, "apropiacion_definitiva")
      .measure(2, "cdp")
      .measure(3, "compromisos")
      .measure(4, "pagos");
  return document;
}

TEST(Holds, AStageThatIsNoneDoesNotBreakTheChain) {
  EXPECT_TRUE(alarms(stages("$ 1.652.600")).empty()) << first_of(alarms(stages("$ 1.652.600")));
  const std::vector<model::Finding> found = alarms(stages("$ 1.852.600"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rule, "sobre-ejecucion");
  EXPECT_EQ(found.front().expected, "1753000");
}

TEST(Holds, ATotalWhoseLinesLackAStageIsNoExcess) {
  Document document;
  document
      .table("Gastos", 1,
             {{"Concepto", "Vigente", "Pagado"},
              {"Presupuestarios", "$ 4.212.100", "$ 4.084.600"},
              {"De terceros", "", "$ 984.300"},
              {"Total general", "$ 4.212.100", "$ 5.068.900"}})
      .measure(1, "apropiacion_definitiva")
      .measure(2, "pagos");
  EXPECT_TRUE(of_rule(document.check(), "sobre-ejecucion").empty());
}

TEST(Holds, CodesThatLostTheirEndPutNoLineUnderAnother) {
  // "1110103000-26" of which a scan kept the beginning is no parent of "1110103000-27": all lines make up the total.
  const auto with_total = [](const std::string& total) {
    Document document;
    document.table("Gastos por programa", 1,
                   {{"Programa", "Nombre", "Vigente", "Pagado"},
                    {"11.03", "Educación", "$ 6.300.427", "$ 5.553.189"},
                    {"11.03.27", "Emergencia", "$ 7.942.392", "$ 4.398.303"},
                    {"11.03.28", "Universidad", "$ 3.000.512", "$ 2.700.241"},
                    {"11.13", "Obras", "$ 9.964.885", "$ 8.824.547"},
                    {"11.13.18", "Ambiente", "$ 5.098.644", "$ 1.604.176"},
                    {"", "Total", total, "$ 23.080.456"}});
    return document;
  };
  EXPECT_TRUE(alarms(with_total("$ 32.306.860")).empty()) << first_of(alarms(with_total("$ 32.306.860")));
  EXPECT_EQ(alarms(with_total("$ 32.360.860")).size(), 1U);
}

TEST(Holds, ADifferenceThatLacksAColumnIsNotMeant) {
  // inicial + adición − reducción = definitivo, under heads that were not read; where nothing was reduced, the addition
  // is the difference of the two.
  Document document;
  document.table("Ingresos", 1,
                 {{"", "", "", "", ""},
                  {"Delineación", "$ 4.071.085", "$ 12.000", "$ -", "$ 4.083.085"},
                  {"Estampilla", "$ 5.915.342", "$ 16.500", "$ -", "$ 5.931.842"},
                  {"Avisos", "$ 1.233.794", "$ 17.500", "$ -", "$ 1.251.294"},
                  {"Cultura", "$ 2.820.115", "$ 86.500", "$ -", "$ 2.906.615"},
                  {"Predial", "$ 50.000", "$ 99.000", "$ -", "$ 149.000"},
                  {"Obras", "$ 8.295.608", "$ 113.000", "$ -", "$ 8.408.608"},
                  {"Tasas", "$ 3.484.132", "$ 72.500", "$ -", "$ 3.556.632"},
                  {"Rifas", "$ 6.484.251", "$ 31.500", "$ -", "$ 6.515.751"},
                  {"Multas", "$ 7.163.958", "$ 44.200", "$ -", "$ 7.208.158"},
                  {"Anteriores", "$ 5.103.713", "$ 123.500", "$ 127.500", "$ 5.099.713"},
                  {"Gasolina", "$ 26.138", "$ 9.500", "$ 600", "$ 35.038"}});
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, ADefinitiveAmountIsNotHeldToChangesOfWhichOneColumnIsNotKnown) {
  Document document;
  document
      .table("Gastos", 1,
             {{"Concepto", "Inicial", "Otros", "Reducciones", "Créditos", "Definitiva"},
              {"Salud", "$ 1.039.017", "$ -", "$ 25.900", "$ -", "$ 1.013.117"},
              {"Prima", "$ 5.214.943", "$ -", "$ 130.300", "$ 8.700", "$ 5.093.343"},
              {"Subsidio", "$ 1.835.982", "$ -", "$ -", "$ 9.900", "$ 1.845.882"},
              {"Bonos", "$ 7.002.046", "$ -", "$ 175.000", "$ 6.300", "$ 6.833.346"},
              {"Auxilio", "$ 4.270.193", "$ 4.000", "$ 85.400", "$ 9.600", "$ 4.198.393"},
              {"Navidad", "$ 1.482.164", "$ 24.500", "$ -", "$ -", "$ 1.506.664"}})
      .measure(1, "apropiacion_inicial")
      .measure(3, "reducciones")
      .measure(4, "creditos")
      .measure(5, "apropiacion_definitiva");
  EXPECT_TRUE(alarms(document).empty()) << first_of(alarms(document));
}

TEST(Holds, TablesThatDisagreeOnMostOfTheirLabelsCountDifferentThings) {
  const auto with_second = [](const std::vector<std::string>& counts) {
    const std::vector<std::string> types{"Peticiones", "Quejas", "Reclamos", "Sugerencias", "Denuncias"};
    Document document;
    for (const auto& column : {std::vector<std::string>{"12", "61", "76", "49", "37"}, counts}) {
      std::vector<std::vector<std::string>> rows{{"Tipo", "Cantidad"}};
      for (std::size_t i = 0; i < types.size(); ++i) rows.push_back({types[i], column[i]});
      document.table("PQRS por tipo", 1, rows);
      for (std::size_t i = 0; i < types.size(); ++i)
        document.count(model::Dimension::kind, types[i], static_cast<int>(i) + 1, 1);
    }
    return document;
  };
  EXPECT_TRUE(alarms(with_second({"12", "54", "65", "29", "41"})).empty());
  const auto by_month = [](const std::vector<std::string>& december) {
    Document document;
    const std::vector<std::string> types{"Peticiones", "Quejas", "Reclamos", "Sugerencias", "Denuncias"};
    for (const auto& column : {std::vector<std::string>{"52", "71", "46", "29", "30"}, december}) {
      std::vector<std::vector<std::string>> rows{{"Tipo", "Octubre", "Noviembre", "Diciembre"}};
      for (std::size_t i = 0; i < types.size(); ++i) rows.push_back({types[i], "17", "44", column[i]});
      document.table("PQRS por tipo y mes", 1, rows);
      for (int i = 0; i < 5; ++i)
        for (int month = 1; month <= 3; ++month)
          document.count(model::Dimension::kind, types[static_cast<std::size_t>(i)] + std::to_string(month), i + 1,
                         month);
    }
    return document;
  };
  const auto with_fifteen = [](int slips) {
    Document document;
    for (const bool second : {false, true}) {
      std::vector<std::vector<std::string>> rows{{"Dependencia", "Cantidad"}};
      for (int i = 0; i < 15; ++i)
        rows.push_back({"Oficina " + std::to_string(i), std::to_string(20 + i + (second && i < slips ? 3 : 0))});
      document.table("PQRS por dependencia", 1, rows);
      for (int i = 0; i < 15; ++i)
        document.count(model::Dimension::dependency, rows[static_cast<std::size_t>(i) + 1][0], i + 1, 1);
    }
    return document;
  };
  EXPECT_TRUE(alarms(by_month({"53", "70", "48", "27", "30"})).empty()) << "a column of another month";
  EXPECT_EQ(alarms(by_month({"52", "70", "46", "27", "30"})).size(), 2U);
  EXPECT_EQ(alarms(with_fifteen(4)).size(), 4U) << "four slips among fifteen lines";
  EXPECT_EQ(alarms(with_second({"12", "61", "75", "49", "37"})).size(), 1U);
}

TEST(Holds, AHeadThatWasPrintedAgainIsNoLineOfTheCodeBesideIt) {
  const auto table = [](const std::string& second) {
    Document document;
    document.table("Ingresos", 1,
                   {{"Código", "Detalle", "Valor"},
                    {"1.1.01", "Predial unificado", "$ 8.104.340"},
                    {"1.1.02", "Industria y comercio", "$ 9.207.120"},
                    {"1.1.03", "Contribución de obras", "$ 3.318.800"},
                    {"1.1.03", second, ""},
                    {"1.1.04", "Alumbrado", "$ 7.512.910"}});
    for (int r = 1; r <= 5; ++r)
      document.last().rows[static_cast<std::size_t>(r)].label =
          document.bundle().tables[0].cells[static_cast<std::size_t>(3 * r + 1)].text;
    return document;
  };
  EXPECT_TRUE(alarms(table("Detalle")).empty()) << first_of(alarms(table("Detalle")));
  EXPECT_EQ(alarms(table("Estampillas")).size(), 1U);
}

TEST(Holds, ATotalOfRoundedSubtotalsIsASlipThoughTheyAddUpToALittleLess) {
  const auto with_total = [](const std::string& paid) {
    Document document;
    document.table("Gastos en millones", 1,
                   {{"Concepto", "Definitiva", "Girado"},
                    {"Sueldos", "$ 130.110,1", "$ 90.501,1"},
                    {"Bienes", "$ 136.663,2", "$ 80.501,5"},
                    {"Subtotal funcionamiento", "$ 266.773,4", "$ 171.002,6"},
                    {"Vías", "$ 50.210,3", "$ 30.996,3"},
                    {"Escuelas", "$ 58.315,8", "$ 31.000,3"},
                    {"Subtotal inversión", "$ 108.526,2", "$ 61.996,7"},
                    {"Total", "$ 375.299,5", paid}});
    return document;
  };
  EXPECT_TRUE(alarms(with_total("$ 232.999,2")).empty()) << first_of(alarms(with_total("$ 232.999,2")));
  EXPECT_EQ(alarms(with_total("$ 223.999,2")).size(), 1U);
}

}  // namespace
}  // namespace cotejo::checks
