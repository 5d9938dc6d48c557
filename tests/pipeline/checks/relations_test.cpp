#include <gtest/gtest.h>

#include "tests/pipeline/checks/table_faults.h"

namespace cotejo::checks {
namespace {

using testing::analysed;
using testing::Document;
using testing::faults;
using testing::of;
using testing::Rows;

TEST(ColumnSums, AHeaderYearSummedIn) {
  EXPECT_EQ(faults(of({{"Rubro", "2019"},
                       {"Aseo", "5.882.401.998"},
                       {"Vigilancia", "2.658.268.639"},
                       {"TOTALES", "8.540.672.656"}})),
            (std::vector<std::string>{"3,1 8540672656→8540670637 encabezado-sumado"}));
}

TEST(ColumnSums, AFormulaThatStoppedALineEarly) {
  EXPECT_EQ(
      faults(of({{"Rubro", "Valor"}, {"Aseo", "5.100"}, {"Vías", "2.200"}, {"Agua", "3.300"}, {"Total", "7.300"}})),
      (std::vector<std::string>{"4,1 7300→10600 linea-omitida"}));
}

TEST(ColumnSums, ALineCountedTwice) {
  EXPECT_EQ(
      faults(of({{"Rubro", "Valor"}, {"Aseo", "5.100"}, {"Vías", "2.200"}, {"Agua", "3.300"}, {"Total", "15.700"}})),
      (std::vector<std::string>{"4,1 15700→10600 linea-repetida"}));
}

TEST(ColumnSums, ALineWithTheWrongSign) {
  EXPECT_EQ(
      faults(of({{"Rubro", "Valor"}, {"Aseo", "5.100"}, {"Vías", "2.200"}, {"Agua", "3.310"}, {"Total", "6.210"}})),
      (std::vector<std::string>{"4,1 6210→10610 signo"}));
}

TEST(ColumnSums, TheWrongScale) {
  EXPECT_EQ(
      faults(
          of({{"Rubro", "Valor"}, {"Aseo", "5.100"}, {"Vías", "2.200"}, {"Agua", "3.310"}, {"Total", "10.610.000"}})),
      (std::vector<std::string>{"4,1 10610000→10610 escala"}));
}

TEST(ColumnSums, SubtotalsOfSectionsAndTheirGrandTotal) {
  const Rows rows{{"Concepto", "Valor", "Pagos"}, {"Personal", "120", "100"}, {"Materiales", "380", "300"},
                  {"Subtotal", "500", "400"},     {"Vías", "700", "600"},     {"Agua", "300", "250"},
                  {"Subtotal", "1.000", "850"},   {"TOTAL", "1.500", "1.250"}};
  EXPECT_TRUE(faults(of(rows)).empty());
  Rows wrong = rows;
  wrong[6][1] = "1.900";
  EXPECT_EQ(faults(of(wrong)), (std::vector<std::string>{"6,1 1900→1000 digito-errado"}));
}

TEST(ColumnSums, ATotalOnTopOfItsLines) {
  EXPECT_TRUE(
      faults(of({{"Concepto", "Valor"}, {"Total gastos", "1.500"}, {"Personal", "700"}, {"Vías", "800"}})).empty());
}

TEST(ColumnSums, RowsOutOfOrderSumByCode) {
  const Rows rows{{"Código", "Concepto", "Inicial", "Definitiva"},
                  {"2", "GASTOS", "900", "1.000"},
                  {"2.1", "Personal", "500", "600"},
                  {"2.1.02", "Horas", "200", "250"},
                  {"2.2", "Deuda", "400", "400"},
                  {"2.1.01", "Sueldos", "300", "350"}};
  EXPECT_TRUE(faults(of(rows)).empty());
}

TEST(ColumnSums, AParentThatPrintsOnlySomeChildrenIsNotTested) {
  const Rows rows{{"Código", "Concepto", "Inicial", "Definitiva", "Pagos"},
                  {"2.1", "Personal", "5.000", "6.000", "4.000"},
                  {"2.1.1", "Sueldos", "300", "350", "100"},
                  {"2.2", "Deuda", "400", "450", "430"},
                  {"2.2.1", "Capital", "300", "350", "330"},
                  {"2.2.2", "Intereses", "100", "100", "100"}};
  EXPECT_TRUE(faults(of(rows)).empty());
}

TEST(ColumnSums, ATotalOfSomethingElseIsSaidAndNotFlagged) {
  Document document =
      of({{"Concepto", "Valor"}, {"Contratos", "15"}, {"Convenios", "4"}, {"Total población", "51.733"}});
  const model::CheckResult result = document.check();
  EXPECT_TRUE(result.findings.empty());
  ASSERT_EQ(result.untested.size(), 1U);
  EXPECT_NE(result.untested[0].reason.find("Total población"), std::string::npos);
}

TEST(ColumnSums, CountsMissByOneAndMoneyByRounding) {
  EXPECT_EQ(faults(of({{"Tipo", "Cantidad"}, {"Quejas", "12"}, {"Reclamos", "17"}, {"Total", "30"}})),
            (std::vector<std::string>{"3,1 30→29 "}))
      << "a count has no rounding";
  Document money = of({{"Rubro", "Valor"}, {"Aseo", "$ 5.430.928"}, {"Vías", "$ 1.982.943"}, {"Total", "$ 7.413.872"}});
  const TableAnalysis analysis = analysed(money);
  ASSERT_EQ(analysis.faults.size(), 1U);
  EXPECT_TRUE(analysis.faults[0].rounding);
  EXPECT_EQ(money.check().findings.at(0).severity, model::Severity::info);
}

TEST(ColumnSums, FiguresInMillionsAgreeWithTheirRoundedTotal) {
  Document document = of({{"Rubro", "Valor"}, {"Aseo", "8,4"}, {"Vías", "2,3"}, {"Agua", "1,4"}, {"Total", "12,2"}});
  EXPECT_TRUE(analysed(document).faults.empty());
}

TEST(ColumnSums, BlanksBlockASumUnlessTheTableShowsThatTheyAreNone) {
  Document unread = of({{"Rubro", "Valor"}, {"Aseo", "5.100"}, {"Vías", ""}, {"Agua", "3.300"}, {"Total", "10.600"}});
  const model::CheckResult result = unread.check();
  EXPECT_TRUE(result.findings.empty());
  ASSERT_FALSE(result.untested.empty());
  EXPECT_EQ(result.untested[0].rule, "total-no-cuadra");
  Document none = of({{"Área", "P", "Q", "R"},
                      {"Médica", "", "11", "1"},
                      {"Enfermería", "2", "", ""},
                      {"Rayos", "1", "2", ""},
                      {"total", "3", "14", "1"}});
  EXPECT_EQ(faults(std::move(none)), (std::vector<std::string>{"4,2 14→13 digito-errado"}));
}

TEST(RowSums, ATotalColumnAndItsSlip) {
  const Rows rows{{"Tipo", "I", "II", "III", "Total"},
                  {"Quejas", "10", "20", "30", "60"},
                  {"Reclamos", "54", "71", "90", "215"},
                  {"Otras", "1", "1", "4", "6"}};
  EXPECT_TRUE(faults(of(rows)).empty());
  Rows wrong = rows;
  wrong[2][4] = "251";
  EXPECT_EQ(faults(of(wrong)), (std::vector<std::string>{"2,4 251→215 digitos-transpuestos"}));
}

TEST(RowSums, ADifferenceColumnIsFittedToTheWholeColumn) {
  const Rows rows{{"Rubro", "2019", "2020", "Diferencia"},
                  {"Aseo", "5.400", "1.200", "4.200"},
                  {"Vías", "9.100", "3.050", "6.050"},
                  {"Agua", "7.700", "7.100", "900"}};
  EXPECT_EQ(faults(of(rows)), (std::vector<std::string>{"3,3 900→600 digito-errado"}));
}

TEST(RowSums, SmallCountsThatAgreeByAccidentProveNothing) {
  const Rows rows{{"Sede", "Aulas", "Baños", "Patios"},
                  {"Norte", "2", "1", "1"},
                  {"Sur", "3", "1", "2"},
                  {"Centro", "4", "3", "1"},
                  {"Río", "9", "1", "2"}};
  EXPECT_TRUE(faults(of(rows)).empty());
}

TEST(Localisation, OneCellThatRepairsARowAndAColumnIsNamedOnce) {
  // Reclamos II prints 16 for 61: its row, its column and nothing else fail.
  Document document = of({{"Tipo", "I", "II", "Total"},
                          {"Quejas", "110", "220", "330"},
                          {"Reclamos", "50", "16", "111"},
                          {"TOTAL", "160", "281", "441"}});
  const TableAnalysis analysis = analysed(document);
  ASSERT_EQ(analysis.faults.size(), 1U);
  EXPECT_EQ(analysis.faults[0].place, (Place{2, 2}));
  EXPECT_EQ(analysis.faults[0].expected, 61 * model::kMicro);
  EXPECT_EQ(analysis.faults[0].relations.size(), 2U);
}

TEST(Localisation, ATotalRowThatOnlyCarriesItsLinesSlipIsAConsequence) {
  Document document = of({{"Dependencia", "Recibidas", "En término", "Pendientes"},
                          {"Salud", "1.053", "1.027", "30"},
                          {"Hacienda", "908", "904", "4"},
                          {"Gobierno", "400", "389", "11"},
                          {"Total", "2.361", "2.320", "45"}});
  document.measure(1, "recibidas", mapping::ColumnRole::count)
      .measure(2, "en_termino", mapping::ColumnRole::count)
      .measure(3, "pendientes", mapping::ColumnRole::count);
  const TableAnalysis analysis = analysed(document);
  ASSERT_EQ(analysis.faults.size(), 1U);
  EXPECT_EQ(analysis.faults[0].place, (Place{1, 1}));
  EXPECT_EQ(analysis.faults[0].consequences.size(), 1U);
}

TEST(Percentages, AreFittedToOneFormulaAndRoundingOrCuttingIsNoSlip) {
  const Rows rows{{"Rubro", "Definitiva", "Compromisos", "Pagos", "%"},
                  {"Aseo", "7.988.975", "6.849.005", "6.041.072", "85,73%"},
                  {"Vías", "5.570.497", "4.545.142", "3.499.161", "81,59%"},
                  {"Agua", "6.379.454", "5.483.179", "4.196.360", "92,95%"}};
  EXPECT_EQ(faults(of(rows)), (std::vector<std::string>{"3,4 92.95→85.95 "}));
  Rows cut = rows;
  cut[3][4] = "85,9%";
  EXPECT_TRUE(faults(of(cut)).empty());
}

TEST(Percentages, AreTestedInTwoLinesWhereTheHeadsSayOfWhat) {
  const auto faults_of = [](const std::string& first, const std::string& second) {
    Document document = of({{"Rubro", "Presupuesto definitivo", "Valor comprometido", "% ejecutado"},
                            {"Aseo", "6.350.000", "6.350.000", first},
                            {"Vías", "17.900.000", "12.530.000", second}});
    document.measure(1, "apropiacion_definitiva")
        .measure(2, "compromisos")
        .measure(3, "porcentaje_ejecucion", mapping::ColumnRole::percent);
    return faults(std::move(document));
  };
  EXPECT_TRUE(faults_of("100,00%", "70,00%").empty());
  EXPECT_EQ(faults_of("140,00%", "70,00%"), (std::vector<std::string>{"1,3 140→100 digito-errado"}));
  EXPECT_EQ(faults_of("100,00%", "71,00%"), (std::vector<std::string>{"2,3 71→70 digito-errado"}));
  EXPECT_TRUE(faults_of("100,00%", "45,00%").empty()) << "it may well be the progress of the works";
}

TEST(Percentages, OfLinesWhoseTotalIsNotPrinted) {
  const auto shares = [](const std::string& count, const std::string& percent) {
    return faults(of({{"Tipo", "Cantidad", "%"},
                      {"Quejas", count, "62%"},
                      {"Reclamos", "13", percent},
                      {"Felicitaciones", "1", "3%"}}));
  };
  EXPECT_TRUE(shares("23", "35%").empty());
  EXPECT_EQ(shares("23", "53%"), (std::vector<std::string>{"2,2 53→35 digitos-transpuestos"}));
  EXPECT_TRUE(shares("32", "35%").empty()) << "all shares are off: which line is wrong, nothing tells";
}

TEST(Percentages, TheMeanOfTheLinesInTheTotalRowIsNotFlagged) {
  const Rows rows{{"Meta", "Programado", "Ejecutado", "%"},
                  {"Aulas", "200", "150", "75,0%"},
                  {"Vías", "80", "20", "25,0%"},
                  {"Agua", "40", "34", "85,0%"},
                  {"Total", "320", "204", "61,7%"}};
  EXPECT_TRUE(faults(of(rows)).empty());
}

TEST(ColumnSums, ATotalPrintedTwiceIsStillASum) {
  const Rows rows{{"Cuenta", "Saldo"},  {"Caja", "2.594.532"},  {"Banco", "4.810.331"},
                  {"Fondo", "291.450"}, {"Ahorros", "904.401"}, {"Total disponible", "8.600.759"},
                  {"", "8.600.759"}};
  EXPECT_EQ(faults(of(rows)), (std::vector<std::string>{"5,1 8600759→8600714 "}));
  Rows right = rows;
  right[5][1] = right[6][1] = "8.600.714";
  EXPECT_TRUE(faults(of(right)).empty());
}

TEST(ColumnSums, OfCodesThatAreFilledUpWithZeros) {
  const auto balance = [](const std::string& current) {
    Document document = of({{"Cuenta", "Concepto", "Saldo"},
                            {"100000", "ACTIVO", "1.483.753"},
                            {"110000", "CORRIENTE", current},
                            {"120000", "NO CORRIENTE", "1.106.209"},
                            {"200000", "PASIVO", "72.108"},
                            {"210000", "CORRIENTE", "63.987"},
                            {"220000", "NO CORRIENTE", "8.121"}});
    mapping::TableReading& reading = document.reading().tables[0];
    for (int r = 1; r < 7; ++r)
      reading.rows[static_cast<std::size_t>(r)].code =
          document.bundle().tables[0].cells[static_cast<std::size_t>(3 * r)].text;
    reading.columns[0].role = mapping::ColumnRole::code;
    return faults(std::move(document));
  };
  EXPECT_TRUE(balance("377.544").empty());
  EXPECT_EQ(balance("337.544"), (std::vector<std::string>{"1,2 1483753→1443753 digito-errado"}));
}

TEST(ColumnSums, OfCodesThatStandBeforeTheLabels) {
  const auto balance = [](const std::string& cash) {
    return of({{"Cuenta", "Saldo"},
               {"1100 EFECTIVO", "984.621"},
               {"1105 CAJA", cash},
               {"1110 DEPÓSITOS EN BANCOS", "980.374"},
               {"1300 CUENTAS POR COBRAR", "513.706"},
               {"1319 SERVICIOS DE SALUD", "473.216"},
               {"1384 OTRAS CUENTAS POR COBRAR", "40.490"},
               {"1440 PRÉSTAMOS", "8.000"},
               {"1445 A EMPLEADOS", "7.000"},
               {"1600 PROPIEDADES", "900.000"},
               {"1605 TERRENOS", "850.000"}});
  };
  EXPECT_TRUE(balance("4.247").check().findings.empty())
      << "accounts are under groups alone; the last group may go on elsewhere";
  EXPECT_EQ(faults(balance("4.427")).size(), 1);
}

TEST(RowSums, OfWhatIsLeftAfterTwoColumns) {
  const auto left = [](const std::string& third) {
    return of({{"Fuente", "Vigente", "Preventivo", "Compromiso", "Crédito Disponible"},
               {"110", "7.584.239", "333.942", "3.681.765", "3.568.532"},
               {"131", "631.420", "12.190", "152.906", "466.324"},
               {"132", "1.827.898", "44.224", "827.459", third}});
  };
  EXPECT_TRUE(faults(left("956.215")).empty());
  EXPECT_EQ(faults(left("965.215")), (std::vector<std::string>{"3,4 965215→956215 digitos-transpuestos"}));
}

}  // namespace
}  // namespace cotejo::checks
