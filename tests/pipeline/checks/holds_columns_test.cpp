#include <gtest/gtest.h>

#include "tests/pipeline/checks/table_faults.h"

// Columns that look as if they made others, and do not; beside each the slip that must be told.
namespace cotejo::checks {
namespace {

using testing::Document;
using testing::faults;
using testing::of;
using testing::Rows;

TEST(HoldsColumns, AStageWhoseHeadSaysTotalIsNoSumOfTheColumnsBesideIt) {
  // «Total CDP» is all of the budget in half of the rows, and there what is committed and what is left of it add up.
  Document document = of({{"Rubro", "Definitiva", "Total CDP", "Comprometido", "Saldo disponible"},
                          {"Aseo", "7.769.970", "7.242.208", "5.120.183", "2.649.787"},
                          {"Vías", "1.348.335", "1.348.335", "1.043.455", "304.880"},
                          {"Agua", "8.575.175", "8.170.856", "6.796.057", "1.779.118"},
                          {"Salud", "5.310.143", "5.310.143", "3.936.742", "1.373.401"},
                          {"Cultura", "969.974", "969.974", "704.761", "265.213"}});
  document.measure(1, "apropiacion_definitiva").measure(2, "cdp").measure(3, "compromisos").measure(4, "saldo");
  EXPECT_TRUE(faults(std::move(document)).empty());
}

Document misnamed(const std::string& definitive) {
  Document document;
  document.table("Gastos de la deuda", 1,
                 {{"Concepto", "Inicial", "Adiciones", "Reducción Créditos", "Contracréditos", "Definitiva"},
                  {"Comisiones", "956.824", "0", "0", "0", "956.824"},
                  {"Amortización", "7.664.251", "133.000", "15.900", "0", "7.813.151"},
                  {"Intereses", "6.076.890", "101.500", "14.700", "121.500", "6.071.590"},
                  {"Bonos", "8.191.071", "200.000", "23.700", "0", definitive},
                  {"Leasing", "7.274.383", "0", "0", "0", "7.274.383"}});
  int column = 0;
  for (const char* name :
       {"apropiacion_inicial", "adiciones", "reducciones", "contracreditos", "apropiacion_definitiva"})
    document.measure(++column, name);
  return document;
}

TEST(HoldsColumns, AChangeThatAllRowsAddWasNotTakenAway) {
  EXPECT_TRUE(faults(misnamed("8.414.771")).empty());
  EXPECT_EQ(faults(misnamed("8.441.771")), (std::vector<std::string>{"4,5 8441771→8414771 digitos-transpuestos"}));
}

// Under a head that says what is taken away, rows that add it are the report's errors.
TEST(HoldsColumns, AChangeThatSomeRowsAddIsTakenAwayAllTheSame) {
  Document document;
  document.table("Gastos", 1,
                 {{"Concepto", "Inicial", "Adiciones", "Reducciones", "Definitiva"},
                  {"Sueldos", "956.824", "0", "0", "956.824"},
                  {"Primas", "7.664.251", "133.000", "15.900", "7.813.151"},
                  {"Vías", "6.076.890", "101.500", "0", "6.178.390"},
                  {"Agua", "8.191.071", "200.000", "23.700", "8.414.771"},
                  {"Aseo", "7.274.383", "0", "0", "7.274.383"}});
  int column = 0;
  for (const char* name : {"apropiacion_inicial", "adiciones", "reducciones", "apropiacion_definitiva"})
    document.measure(++column, name);
  EXPECT_EQ(faults(std::move(document)).size(), 2U);
}

TEST(HoldsColumns, AColumnOfCellsWithTwoFiguresEachIsNoPartOfASum) {
  EXPECT_TRUE(faults(of({{"Mes", "P", "Q", "S D", "Total"},
                         {"Enero", "7", "12", "11 5", "35"},
                         {"Febrero", "11", "10", "2 0", "23"},
                         {"Marzo", "21", "20", "12 0", "53"},
                         {"Junio", "13", "11", "3 1", "28"}}))
                  .empty());
}

// Each blank is a zero; only rows with something in every column of changes would keep the identity otherwise.
const Rows kBlanks{{"Rubro", "Inicial", "Adición", "Reducción", "Crédito", "Contracrédito", "Definitiva"},
                   {"Aseo", "3.618.780", "194.000", "", "", "72.300", "3.740.480"},
                   {"Vías", "3.359.257", "", "83.900", "", "", "3.275.357"},
                   {"Agua", "3.764.997", "", "", "25.800", "", "3.790.797"},
                   {"Salud", "5.835.414", "", "", "", "", "5.835.414"},
                   {"Total", "16.578.448", "194.000", "83.900", "25.800", "72.300", "16.642.048"}};

Document budget_of(const Rows& rows) {
  Document document = of(rows);
  document.measure(1, "apropiacion_inicial").measure(2, "adiciones").measure(3, "reducciones").measure(4, "creditos");
  document.measure(5, "contracreditos").measure(6, "apropiacion_definitiva");
  return document;
}

TEST(HoldsColumns, BlanksOfABudgetAreZeros) {
  EXPECT_TRUE(faults(budget_of(kBlanks)).empty());
  Rows wrong = kBlanks;
  wrong[3][6] = "3.791.697";
  EXPECT_EQ(faults(budget_of(wrong)), (std::vector<std::string>{"3,6 3791697→3790797 "}));
}

}  // namespace
}  // namespace cotejo::checks
