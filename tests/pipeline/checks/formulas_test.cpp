#include <gtest/gtest.h>

#include "tests/pipeline/checks/table_faults.h"

namespace cotejo::checks {
namespace {

using testing::Document;
using testing::faults;
using testing::of;
using testing::Rows;

TEST(Formulas, OfLabelsAreTested) {
  const auto statement = [](const std::string& saving, const std::string& result) {
    return of({{"Cuenta", "Importe"},
               {"I. INGRESOS CORRIENTES", "900.369.984"},
               {"II. GASTOS CORRIENTES", "847.147.637"},
               {"III. AHORRO CORRIENTE: (I - II)", saving},
               {"IV. RECURSOS DE CAPITAL", "265.871.544"},
               {"V. RESULTADO (III + IV)", result}});
  };
  EXPECT_TRUE(faults(statement("53.222.347", "319.093.891")).empty());
  EXPECT_EQ(faults(statement("53.222.437", "319.093.981")),
            (std::vector<std::string>{"3,1 53222437→53222347 digitos-transpuestos"}));
  EXPECT_EQ(faults(statement("53.222.347", "391.093.891")),
            (std::vector<std::string>{"5,1 391093891→319093891 digitos-transpuestos"}));
}

TEST(Formulas, NameSectionsByTheirTotalsAndNothingThatIsNotNumbered) {
  const Rows rows{{"Recurso", "Vigente"},     {"1. Presupuestarios", ""}, {"Corrientes", "1.012.932"},
                  {"De capital", "230.212"},  {"Total", "1.243.144"},     {"2. Extrapresupuestarios", "85.597"},
                  {"Total General (1+2)", ""}};
  Rows right = rows, wrong = rows, other = rows;
  right[6][1] = "1.328.741";
  wrong[6][1] = "1.382.741";
  other[6] = {"Total General (A+B)", "1.328.741"};
  EXPECT_TRUE(faults(of(right)).empty());
  EXPECT_EQ(faults(of(wrong)), (std::vector<std::string>{"6,1 1382741→1328741 digitos-transpuestos"}));
  EXPECT_TRUE(faults(of(other)).empty());
}

TEST(Formulas, ATotalAddsUpTheTotalsThatItNames) {
  const auto balance = [](const std::string& label, const std::string& sum) {
    return of({{"Cuenta", "2021"},
               {"CUENTAS POR PAGAR", "1.871.103"},
               {"Proveedores", "1.420.334"},
               {"Otras cuentas", "450.769"},
               {"TOTAL PASIVO CORRIENTE", "1.871.103"},
               {"BENEFICIOS", "894.949"},
               {"A largo plazo", "125.453"},
               {"Pensiones", "769.496"},
               {"TOTAL PASIVO NO CORRIENTE", "894.949"},
               {"TOTAL PASIVO", "2.766.052"},
               {"PATRIMONIO", "7.461.691"},
               {"Capital fiscal", "7.272.288"},
               {"Resultado", "189.403"},
               {"TOTAL PATRIMONIO", "7.461.691"},
               {label, sum}});
  };
  EXPECT_TRUE(faults(balance("TOTAL PASIVO + PATRIMONIO", "10.227.743")).empty());
  EXPECT_TRUE(faults(balance("Total pasivo y patrimonio", "10.227.743")).empty());
  EXPECT_EQ(faults(balance("Total pasivo y total patrimonio", "10.272.743")),
            (std::vector<std::string>{"14,1 10272743→10227743 digitos-transpuestos"}));
}

TEST(Products, OfQuantityAndUnitPriceOrOfMarkAndWeight) {
  const auto bill = [](const std::string& second) {
    return of({{"Bien", "Cantidad", "Valor unitario", "Valor total"},
               {"Sillas", "24", "185.300", "4.447.200"},
               {"Mesas", "12", "412.650", second},
               {"Total", "", "", "9.399.000"}});
  };
  EXPECT_TRUE(faults(bill("4.951.800")).empty());
  EXPECT_EQ(faults(bill("4.915.800")), (std::vector<std::string>{"2,3 4915800→4951800 digitos-transpuestos"}))
      << "one slip, though the total does not add up either";
  const auto marks = [](const std::string& first) {
    return of({{"Variable", "Calificación", "Ponderación", "Puntaje"},
               {"Financiera", "87,5", "0,40", first},
               {"Gestión", "80,0", "0,60", "48,0"}});
  };
  EXPECT_TRUE(faults(marks("35,0")).empty());
  EXPECT_EQ(faults(marks("53,0")), (std::vector<std::string>{"1,3 53→35 digitos-transpuestos"}));
}

TEST(Products, AreNotMadeOfPercentagesOfExecution) {
  EXPECT_EQ(faults(of({{"Rubro", "Definitiva", "Compromisos", "% ejecución"},
                       {"Aseo", "372.500.000", "324.890.299", "87,22%"},
                       {"Vías", "513.500.000", "454.623.739", "82,38%"},
                       {"Agua", "991.900.000", "860.849.867", "86,79%"},
                       {"Luz", "924.400.000", "789.241.567", "85,38%"}}))
                .size(),
            1)
      << "88,53 % of Vías is told once, as a percentage";
}

TEST(RowSums, OfOneRowOrWithTheChangesInOneColumn) {
  const auto one = [](const std::string& definite) {
    Document document = of({{"Rubro", "Inicial", "Adiciones", "Reducciones", "Definitiva"},
                            {"Aseo", "5.100.000", "750.000", "120.000", definite}});
    document.measure(1, "apropiacion_inicial").measure(2, "adiciones").measure(3, "reducciones");
    document.measure(4, "apropiacion_definitiva");
    return faults(std::move(document));
  };
  EXPECT_TRUE(one("5.730.000").empty());
  EXPECT_EQ(one("5.370.000"), (std::vector<std::string>{"1,4 5370000→5730000 digitos-transpuestos"}));
  EXPECT_TRUE(one("9.116.400").empty()) << "no slip leads there: other columns may be missing";

  Document net = of({{"Fuente", "Crédito Aprobado", "Modifica ciones", "Crédito Vigente"},
                     {"110", "7.584.239", "0", "7.584.239"},
                     {"131", "476.232", "155.187", "613.419"},
                     {"132", "1.220.034", "607.863", "1.827.897"}});
  net.measure(1, "apropiacion_inicial").measure(3, "apropiacion_definitiva");
  EXPECT_EQ(faults(std::move(net)), (std::vector<std::string>{"2,3 613419→631419 digitos-transpuestos"}));
}

TEST(RowSums, WhatIsTakenAwayMayBePrintedWithItsSign) {
  Document document = of({{"Rubro", "Inicial", "Adiciones", "Reducciones", "Definitiva"},
                          {"Aseo", "5.100.000", "750.000", "(120.000)", "5.730.000"},
                          {"Vías", "7.584.239", "0", "0", "7.584.239"},
                          {"Agua", "1.220.034", "607.863", "-20.034", "1.807.863"},
                          {"Luz", "6.100.000", "0", "0", "6.010.000"}});
  document.measure(1, "apropiacion_inicial").measure(2, "adiciones").measure(3, "reducciones");
  document.measure(4, "apropiacion_definitiva");
  EXPECT_EQ(faults(std::move(document)), (std::vector<std::string>{"4,4 6010000→6100000 digitos-transpuestos"}));
}

TEST(Formulas, OfNumberedColumnsAreTested) {
  const auto forms = [](const std::string& formula, const std::string& net) {
    Document document;
    document.table("Recaudo", 2,
                   {{"Concepto", "Bruto", "Devuelto", "Compensado", "Neto", "Parte"},
                    {"", "(1)", "(2)", "(3)", formula, "(5)=(4)/(1)*100"},
                    {"Predial", "845.120.300", "5.120.300", "1.000.000", "839.000.000", "99,28%"},
                    {"Comercio", "341.500.000", "1.500.000", "0", net, "99,56%"},
                    {"Estampillas", "214.300.000", "300.000", "0", "214.000.000", "99,86%"}});
    return faults(std::move(document));
  };
  EXPECT_TRUE(forms("(4)=(1)-(2)-(3)", "340.000.000").empty());
  EXPECT_EQ(forms("(4)=(1)-(2)-(3)", "304.000.000"),
            (std::vector<std::string>{"3,4 304000000→340000000 digitos-transpuestos"}));
  // A form that is filled otherwise says nothing.
  EXPECT_TRUE(forms("(4)=(2)+(3)", "340.000.000").empty());
}

TEST(Formulas, StagesThatRunDownSumNoneOfTheOthers) {
  Document document;
  document.table("Situación presupuestal", 0,
                 {{"Presupuesto definitivo", "5.200.000.000"},
                  {"Total obligaciones", "4.900.000.000"},
                  {"Total pagos", "4.200.000.000"},
                  {"Cuentas por pagar", "700.000.000"}});
  document.reading().tables.back().transposed = true;
  EXPECT_TRUE(faults(std::move(document)).empty());
}

}  // namespace
}  // namespace cotejo::checks
