#include <gtest/gtest.h>

#include "tests/pipeline/checks/table_faults.h"

// Headings that sum the lines below them, in tables without codes, indents or words that tell so.
namespace cotejo::checks {
namespace {

using testing::Document;
using testing::faults;
using testing::of;
using testing::Rows;

const Rows kTwoColumns{{"Detalle", "Definitiva", "Recaudo"},        {"INGRESOS CORRIENTES", "19.549,0", "16.999,1"},
                       {"Avisos y tableros", "8.362,0", "8.711,4"}, {"Contribuciones", "7.951,6", "4.655,2"},
                       {"Servicios", "3.235,4", "3.632,5"},         {"RECURSOS DE CAPITAL", "8.461,3", "4.565,0"},
                       {"Crédito interno", "8.461,3", "4.565,0"},   {"TOTALES", "28.010,3", "21.564,1"}};

std::vector<std::string> changed(Rows rows, std::size_t row, std::size_t column, const std::string& figure) {
  rows[row][column] = figure;
  return faults(of(rows));
}

TEST(Headings, ThatHoldAreNoFault) {
  EXPECT_TRUE(faults(of(kTwoColumns)).empty());
}

TEST(Headings, OwnFigureThatSlips) {
  EXPECT_EQ(changed(kTwoColumns, 1, 2, "19.699,1"),
            (std::vector<std::string>{"1,2 19699.1→16999.1 digitos-transpuestos"}));
  EXPECT_EQ(changed(kTwoColumns, 5, 2, "4.655,0"), (std::vector<std::string>{"5,2 4655→4565 digitos-transpuestos"}))
      << "the only line of its group";
}

TEST(Headings, ALineThatSlips) {
  EXPECT_EQ(changed(kTwoColumns, 3, 2, "4.565,2"), (std::vector<std::string>{"1,2 16999.1→16909.1 digito-errado"}));
}

TEST(Headings, TheTotalOverThemThatSlips) {
  EXPECT_EQ(changed(kTwoColumns, 7, 2, "21.546,1"),
            (std::vector<std::string>{"7,2 21546.1→21564.1 digitos-transpuestos"}));
}

TEST(Headings, ALineAboveTheLastThatSumsThoseOverItWhateverItIsCalled) {
  const Rows rows{{"Grupo de renta", "2014", "2015", "2016", "2017"},
                  {"Predial", "812", "845", "901", "988"},
                  {"Industria y comercio", "640", "702", "688", "803"},
                  {"Estampillas", "148", "153", "161", "181"},
                  {"Rentas propias del municipio", "1.600", "1.700", "1.750", "1.972"},
                  {"INGRESOS TOTALES", "21.340", "22.105", "23.480", "26.110"}};
  EXPECT_TRUE(faults(of(rows)).empty());
  EXPECT_EQ(changed(rows, 3, 4, "18").size(), 1U);
}

const Rows kOneColumn{{"Concepto", "Apropiación inicial"},
                      {"FUNCIONAMIENTO", "6.405.769"},
                      {"Personal", "4.834.572"},
                      {"Generales", "1.571.197"},
                      {"DEUDA", "5.012.340"},
                      {"Amortización", "4.539.062"},
                      {"Intereses", "473.278"},
                      {"INVERSIÓN", "2.976.898"},
                      {"Salud", "1.488.449"},
                      {"Educación", "1.488.449"},
                      {"TOTAL", "14.395.007"}};

TEST(Headings, OfOneColumnTellASlipBetweenGroupsThatHold) {
  EXPECT_TRUE(faults(of(kOneColumn)).empty());
  EXPECT_EQ(changed(kOneColumn, 1, 1, "6.450.769"),
            (std::vector<std::string>{"1,1 6450769→6405769 digitos-transpuestos"}));
  EXPECT_EQ(changed(kOneColumn, 4, 1, "5.021.340"),
            (std::vector<std::string>{"4,1 5021340→5012340 digitos-transpuestos"}));
  EXPECT_EQ(changed(kOneColumn, 7, 1, "2.796.898"),
            (std::vector<std::string>{"7,1 2796898→2976898 digitos-transpuestos"}));
  EXPECT_EQ(changed(kOneColumn, 10, 1, "14.359.007"),
            (std::vector<std::string>{"10,1 14359007→14395007 digitos-transpuestos"}));
}

TEST(Headings, ThatSlipOverALastLineOfNothing) {
  Rows rows = kOneColumn;
  rows.insert(rows.begin() + 4, {"Auxilios", "0"});
  EXPECT_TRUE(faults(of(rows)).empty());
  rows[1][1] = "6.450.769";
  EXPECT_EQ(faults(of(rows)), (std::vector<std::string>{"1,1 6450769→6405769 digitos-transpuestos"}));
}

TEST(Headings, OfWhichTheMappingKnowsSome) {
  Rows rows = kOneColumn;
  rows[4] = {"DEUDA", "4.359.062"};
  rows[6] = rows[5] = {"Amortización", "4.539.062"};
  rows.erase(rows.begin() + 6);
  rows.back()[1] = "13.921.729";
  Document document = of(rows);
  std::vector<mapping::RowReading>& read = document.reading().tables[0].rows;
  for (const std::size_t line : {2U, 3U}) read[line].parent = 1;
  for (const std::size_t line : {7U, 8U}) read[line].parent = 6;
  EXPECT_EQ(faults(std::move(document)), (std::vector<std::string>{"4,1 4359062→4539062 digitos-transpuestos"}));
}

TEST(Headings, ASubtotalIntoWhichTheNextSectionsNameWasReadIsStillOne) {
  const auto table = [](const std::string& subtotal) {
    Document document = of({{"Código", "Concepto", "Inicial", "Pagos"},
                            {"2.1.01", "Personal", "4.834.572", "4.120.330"},
                            {"2.1.02", "Generales", "1.571.197", "1.300.120"},
                            {"Subtotal funcionamiento", "INVERSIÓN", subtotal, "5.420.450"},
                            {"2.3.01", "Salud", "1.488.449", "1.200.400"},
                            {"2.3.02", "Educación", "2.318.120", "2.010.118"},
                            {"Subtotal inversión", "", "3.806.569", "3.210.518"},
                            {"TOTAL", "", "10.212.338", "8.630.968"}});
    document.last().rows[3].label = "INVERSIÓN";
    document.last().columns[0].role = mapping::ColumnRole::code;
    return faults(std::move(document));
  };
  EXPECT_TRUE(table("6.405.769").empty());
  EXPECT_EQ(table("6.450.769"), (std::vector<std::string>{"3,2 6450769→6405769 digitos-transpuestos"}));
}

TEST(Headings, AFigureThatSlipsIsOneCauseThoughTheBalanceReckonedFromItIsOffToo) {
  const Rows rows{{"Rubro", "Inicial", "Adición", "Definitiva", "Recaudo", "Por recaudar"},
                  {"INGRESOS CORRIENTES", "16.552.312", "63.500", "16.615.812", "13.196.722", "3.419.090"},
                  {"Avisos y tableros", "4.385.759", "0", "4.385.759", "4.031.969", "353.790"},
                  {"Predial", "4.280.664", "0", "4.280.664", "2.752.545", "1.528.119"},
                  {"Multas", "7.885.889", "63.500", "7.949.389", "6.412.208", "1.537.181"},
                  {"RECURSOS DE CAPITAL", "8.847.093", "355.000", "9.202.093", "6.464.854", "2.737.239"},
                  {"Crédito interno", "4.285.013", "0", "4.285.013", "3.235.602", "1.049.411"},
                  {"Rendimientos", "3.183.938", "196.500", "3.380.438", "2.233.285", "1.147.153"},
                  {"Donaciones", "1.378.142", "158.500", "1.536.642", "995.967", "540.675"},
                  {"TOTAL", "25.399.405", "418.500", "25.817.905", "19.661.576", "6.156.329"}};
  EXPECT_TRUE(faults(of(rows)).empty());
  Rows slip = rows;
  slip[5][3] = "2.902.093";  // 9.202.093
  slip[5][5] = "-3.562.761";
  EXPECT_EQ(faults(of(slip)), (std::vector<std::string>{"5,3 2902093→9202093 digitos-transpuestos"}));
}

TEST(Headings, OffInEveryColumnAndByNoSlipLackLines) {
  const Rows rows{{"Código", "Concepto", "Inicial", "CDP"},       {"2.1", "Personal", "9.604.340", "8.304.340"},
                  {"2.1.1", "Sueldos", "5.104.340", "4.104.340"}, {"2.1.2", "Primas", "3.207.120", "3.007.120"},
                  {"2.2", "Deuda", "3.300.000", "3.100.000"},     {"2.2.1", "Capital", "2.200.000", "2.200.000"},
                  {"2.2.2", "Intereses", "1.100.000", "900.000"}, {"2.3", "Inversión", "7.000.000", "6.500.000"},
                  {"2.3.1", "Vías", "4.000.000", "3.900.000"},    {"2.3.2", "Agua", "3.000.000", "2.600.000"}};
  EXPECT_TRUE(faults(of(rows)).empty());
  Rows slip = rows;
  slip[1][2] = "8.131.460";  // 8.311.460
  slip[1][3] = "7.111.460";
  EXPECT_EQ(faults(of(slip)), (std::vector<std::string>{"1,2 8131460→8311460 digitos-transpuestos"}));
}

// One column that can be tested does not say that lines are missing in all.
TEST(Headings, OffInTheOnlyColumnThatCanBeTestedAreOff) {
  EXPECT_EQ(faults(of({{"Concepto", "Apropiación definitiva", "Pagos"},
                       {"Sueldos", "123.653.905", "####"},
                       {"Honorarios", "236.583.068", "206.385.693"},
                       {"Servicios", "353.865.380", "305.638.965"},
                       {"TOTAL", "719.102.471", "689.312.150"}}))
                .size(),
            1U);
}

TEST(Headings, OfAPlainListAreNone) {
  EXPECT_TRUE(faults(of({{"Concepto", "Valor"},
                         {"Aseo", "50.000"},
                         {"Papelería", "50.000"},
                         {"Vías", "80.000"},
                         {"Agua", "30.000"},
                         {"TOTAL", "210.000"}}))
                  .empty());
}

}  // namespace
}  // namespace cotejo::checks
