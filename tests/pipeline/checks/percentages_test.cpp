#include <gtest/gtest.h>

#include "tests/pipeline/checks/grid.h"

// Percentages of a column that all went wrong in one way.
namespace cotejo::checks {
namespace {

using testing::Document;
using testing::of_rule;

std::vector<model::Finding> told(const Document& document) {
  return of_rule(document.check(), "porcentaje-no-cuadra");
}

Document two_years(const std::vector<std::string>& shares) {
  Document document;
  document.table("PQRSD por tipo", 1,
                 {{"Tipo", "2020", "2021", "% 2021"},
                  {"Peticiones", "180", "231", shares[0]},
                  {"Quejas", "76", "84", shares[1]},
                  {"Reclamos", "44", "65", shares[2]},
                  {"Total", "300", "380", shares[3]}});
  document.last().columns[1].vigencia = 2020;
  document.last().columns[2].vigencia = 2021;
  return document;
}

TEST(StaleBase, IsToldOnceForTheColumn) {
  const std::vector<model::Finding> found = told(two_years({"77,0%", "28,0%", "21,7%", "100%"}));
  ASSERT_EQ(found.size(), 1U) << "one cause";
  EXPECT_EQ(found.front().reported, "77");
  EXPECT_EQ(found.front().expected, "60.79");
  EXPECT_TRUE(told(two_years({"60,8%", "22,1%", "17,1%", "100%"})).empty());
}

TEST(StaleBase, IsShownByAShareThatIsWrong) {
  Document document;
  document.table("PQRSD por tipo", 1,
                 {{"Tipo", "2020", "2021", "% 2021"},
                  {"Felicitaciones", "2", "1", "0,3%"},
                  {"Peticiones", "178", "230", "76,7%"},
                  {"Quejas", "76", "84", "28,0%"},
                  {"Reclamos", "44", "65", "21,7%"},
                  {"Total", "300", "380", "100%"}});
  document.last().columns[1].vigencia = 2020;
  document.last().columns[2].vigencia = 2021;
  const std::vector<model::Finding> found = told(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "76.7") << "0,3 % is right on both totals";
}

Document execution(const std::string& total) {
  Document document;
  document.table("Ejecución", 1, {{"Programa", "Avance"}, {"Vivienda", "75%"}, {"Salud", "80%"}, {"Total", total}});
  document.measure(1, "", mapping::ColumnRole::percent);
  return document;
}

TEST(SummedPercentages, MakeAWholeOfMoreThanAHundred) {
  const std::vector<model::Finding> found = told(execution("155%"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "155");
  EXPECT_TRUE(told(execution("77,5%")).empty()) << "their mean";
  EXPECT_TRUE(told(execution("155")).empty()) << "counts under a head of percentages";
  EXPECT_TRUE(told(execution("78%")).empty()) << "weighed by figures that are not printed";
}

Document parts_of_total(const std::vector<std::string>& shares) {
  Document document;
  document.table("Contratos por modalidad", 1,
                 {{"Modalidad", "Cantidad", "%"},
                  {"Directa", "29", shares[0]},
                  {"Licitación", "17", shares[1]},
                  {"Mínima cuantía", "20", shares[2]},
                  {"Selección abreviada", "5", shares[3]},
                  {"Total", "71", "100,0%"}});
  return document;
}

TEST(CutPercentages, AreAHabitToldOnceAsANote) {
  const std::vector<model::Finding> found = told(parts_of_total({"40,8%", "23,9%", "28,1%", "7,0%"}));
  EXPECT_TRUE(found.empty()) << "one alone is no habit";
  Document document = parts_of_total({"40,8%", "23,9%", "28,1%", "7,0%"});
  document.table("Valor por modalidad", 1,
                 {{"Modalidad", "Valor", "%"},
                  {"Directa", "$ 2.967.412", "29,6%"},
                  {"Licitación", "$ 3.513.408", "35,1%"},
                  {"Mínima cuantía", "$ 3.519.180", "35,1%"},
                  {"Total", "$ 10.000.000", "100,0%"}});
  const std::vector<model::Finding> habit = told(document);
  ASSERT_EQ(habit.size(), 1U);
  EXPECT_EQ(habit.front().severity, model::Severity::info);
  EXPECT_EQ(habit.front().evidence.size(), 3U);
  EXPECT_TRUE(told(parts_of_total({"40,8%", "23,9%", "28,2%", "7,0%"})).empty());
}

Document shares_of_lines(const std::string& share) {
  Document document;
  document.table("Gastos por concepto", 1,
                 {{"Concepto", "Valor", "%"},
                  {"PERSONAL", "6.204.300", "60,3%"},
                  {"Sueldos", "4.100.200", "39,8%"},
                  {"Primas", "2.104.100", share},
                  {"GENERALES", "4.085.700", "39,7%"},
                  {"Arriendos", "3.062.500", "29,8%"},
                  {"Aseo", "1.023.200", "9,9%"}});
  for (const std::size_t line : {2U, 3U}) document.last().rows[line].parent = 1;
  for (const std::size_t line : {5U, 6U}) document.last().rows[line].parent = 4;
  document.measure(2, "", mapping::ColumnRole::percent);
  return document;
}

TEST(SharesOfLines, CountNoSubtotalBesideItsLines) {
  const std::vector<model::Finding> found = told(shares_of_lines("24,4%"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "24.4");
  EXPECT_EQ(found.front().expected, "20.4");
  EXPECT_TRUE(told(shares_of_lines("20,4%")).empty());
}

TEST(Execution, IsNoChangeOfWhatIsLeftAgainstWhatWasPlanned) {
  Document document;
  document.table("Ejecución de ingresos", 1,
                 {{"Concepto", "Inicial", "Saldo por recaudar", "% de ejecución"},
                  {"Predial", "5.000.000", "1.350.000", "73%"},
                  {"Industria", "2.000.000", "980.000", "51%"},
                  {"Sobretasa", "3.000.000", "750.000", "75%"},
                  {"Alumbrado", "4.000.000", "1.480.000", "63%"},
                  {"Multas", "1.000.000", "480.000", "57%"},
                  {"Tasas", "1.000.000", "260.000", "76%"}});
  document.measure(1, "apropiacion_inicial").measure(2, "saldo");
  document.measure(3, "porcentaje_ejecucion", mapping::ColumnRole::percent);
  EXPECT_TRUE(told(document).empty()) << "the last two were added to, in a column that was not read";
}

}  // namespace
}  // namespace cotejo::checks
