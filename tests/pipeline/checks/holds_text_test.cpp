#include <gtest/gtest.h>

#include "tests/pipeline/checks/alarms.h"

// What sentences and captions say and only seems not to hold.
namespace cotejo::checks {
namespace {

using testing::Document;
using testing::of_rule;

Document quarter(const std::string& words) {
  Document document;
  document.table("Solicitudes de la vigencia", 1,
                 {{"Tipo", "Solicitudes"}, {"Peticiones", "1.204"}, {"Quejas", "613"}, {"TOTAL", "1.817"}});
  document.paragraph("Se recibieron en total " + words + ".");
  return document;
}

TEST(Holds, AQuartersTextIsNotOfTheYearsTable) {
  EXPECT_TRUE(of_rule(quarter("1.781 solicitudes en el primer trimestre").check(), "texto-no-cuadra").empty());
  EXPECT_TRUE(of_rule(quarter("1.781 solicitudes en marzo").check(), "texto-no-cuadra").empty());
  EXPECT_EQ(of_rule(quarter("1.781 solicitudes").check(), "texto-no-cuadra").size(), 1U);
  EXPECT_EQ(of_rule(quarter("1.781 solicitudes hasta el 31 de diciembre").check(), "texto-no-cuadra").size(), 1U);
}

TEST(Holds, FewerAnswersThanWereAskedAreNoSlip) {
  Document document;
  document.paragraph("El 22% corresponde al sexo masculino (62), el 78% al sexo femenino (217).");
  document.paragraph("El 32% es del área rural (90), el 68% del área urbana (189).");
  document.paragraph("La satisfacción es del 81%, equivalente a 224 usuarios, y 19% no satisfechos (53).");
  EXPECT_TRUE(of_rule(document.check(), "texto-no-cuadra").empty());
}

TEST(Holds, ARowThatFellOutOfItsTableIsNoCodeInProse) {
  Document document;
  document.table("Ejecución", 1,
                 {{"Rubro", "Valor"},
                  {"206101601027 REMUNERACION DE SERVICIOS TECNICOS", "5.000.000"},
                  {"206101501025 GASTOS DE FISCALIZACION", "4.000.000"}});
  document.paragraph("206101601028 REMUNERACION DE SERVICIOS TECNICOS");
  document.paragraph("Y 206101601028 REMUNERACION DE SERVICIOS TECNICOS 5.210.300 4.100.200 1.110.100");
  EXPECT_TRUE(of_rule(document.check(), "codigo-no-coincide").empty());
}

TEST(Holds, HowDebtsStoodAtAYearsEndTellsNothingOfWhenTheyBegan) {
  const auto debts = [](const std::string& title, const std::string& year) {
    Document document;
    document.table(title, 1,
                   {{"Acreedor", "Fecha", "Valor"},
                    {"Banco Agrario", "04/12/" + year, "$ 1.944.500"},
                    {"Findeter", "03/10/" + year, "$ 2.461.000"},
                    {"Banco Popular", "14/02/" + year, "$ 9.527.100"}});
    return document;
  };
  EXPECT_TRUE(alarms(debts("Relación de acreencias a 31 de diciembre de 2022", "2017")).empty());
  EXPECT_TRUE(alarms(debts("Relación de acreencias con corte a junio de 2022", "2017")).empty());
  EXPECT_EQ(alarms(debts("Relación de acreencias a 31 de diciembre de 2022", "2023")).size(), 1U);
  EXPECT_EQ(alarms(debts("Pagos hechos en 2022", "2017")).size(), 1U);
}

TEST(Holds, ARowThatWasReadAsACaptionNamesNoYear) {
  const auto report = [](const std::string& title) {
    Document document;
    document.vigencia(2018).paragraph("Informe de la vigencia 2018").paragraph("Deuda a 31 de diciembre de 2018");
    document.table(title, 1, {{"Acreedor", "Saldo"}, {"Findeter", "7.089"}, {"Banco", "787"}});
    return of_rule(document.check(), "rotulo-no-coincide").size();
  };
  EXPECT_EQ(report("Banco Popular 4236385 12/06/2017 7.089,5 787,7 7.877,2"), 0U);
  EXPECT_EQ(report("Acreencias de la vigencia 2017"), 1U);
}

}  // namespace
}  // namespace cotejo::checks
