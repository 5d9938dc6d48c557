#include <gtest/gtest.h>

#include "tests/pipeline/checks/grid.h"

// What one rule does beside flagging its fixture (rules_test.cpp).
namespace cotejo::checks {
namespace {

using testing::Document;

Document channels(const std::string& sentence) {
  Document document;
  document.table("Tabla 2. Solicitudes por canal", 1,
                 {{"Canal", "Cantidad"},
                  {"Ventanilla presencial", "2.951"},
                  {"Correo electrónico", "2.118"},
                  {"Formulario web", "1.405"},
                  {"TOTAL", "6.474"}});
  document.last().columns[1].mark = normalise::DecimalMark::comma;
  document.paragraph(sentence);
  return document;
}

TEST(TextoNoCuadra, ALabelThatLeadsToAFigureOfItsOwnIsNotTheOneBefore) {
  const auto found = [](const std::string& sentence) {
    return testing::of_rule(channels(sentence).check(), "texto-no-cuadra").size();
  };
  EXPECT_EQ(found("La ventanilla presencial sigue siendo el canal preferido, con 2.951 solicitudes, seguida del correo "
                  "electrónico, con 2.118."),
            0U);
  EXPECT_EQ(
      found("Se recibieron 2.951 por ventanilla presencial, 2.811 por correo electrónico y 1.405 por formulario web."),
      1U);
}

TEST(ArrastreNoCuadra, TheTotalOfTheLastSheetIsNotHeldAgainstItsOwnLinesAlone) {
  Document document;
  document.table("", 1,
                 {{"Concepto", "Pagos"},
                  {"VIENEN", "676.350.000"},
                  {"Obras", "22.800.000"},
                  {"Estudios", "850.000"},
                  {"TOTAL", "700.000.000"}});
  document.last().rows[1].role = mapping::RowRole::carried;
  document.last().rows[4].role = mapping::RowRole::total;
  EXPECT_TRUE(document.check().findings.empty());
}

TEST(Rules, OneFigureIsHeldAgainstAnotherOnce) {
  // The count of «Quejas» of the areas' table is known by its head's letter and by what the mapping read of it.
  Document document;
  document.table("Por áreas", 1,
                 {{"Área", "P", "Q", "S", "F", "total"},
                  {"Urgencias", "2", "13", "1", "4", "20"},
                  {"Farmacia", "1", "9", "1", "6", "17"},
                  {"total", "3", "22", "2", "10", "37"}});
  document.count(model::Dimension::kind, "Quejas", 3, 2);
  document.table("Por tipo", 1,
                 {{"Tipo", "Cantidad"},
                  {"Peticiones", "3"},
                  {"Quejas", "23"},
                  {"Sugerencias", "2"},
                  {"Felicitaciones", "10"},
                  {"total", "37"}});
  document.count(model::Dimension::kind, "Quejas", 2, 1);
  EXPECT_EQ(testing::of_rule(document.check(), "entre-tablas").size(), 1U);
}

TEST(Checks, SayTheArithmeticInOneSpanishSentence) {
  Document document;
  document.table("Tabla 04. Presupuesto ejecutado", 1,
                 {{"Código rubro", "Descripción", "Presupuesto definitivo", "Valor compromiso"},
                  {"215311901840", "Comunicación", "$ 161.656.666", "$ 92.908.332"},
                  {"215311941945", "Comunicación", "$ 342.343.334", "$ 21.949.059"},
                  {"", "Total:", "$ 507.000.000", "$ 114.857.391"}});
  const auto found = testing::of_rule(document.check(), "total-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(
      found[0].message,
      "El total «Total:» de «Presupuesto definitivo» dice $ 507.000.000; sus líneas suman $ 504.000.000 (el total "
      "impreso es $ 3.000.000 mayor que la suma). Causa probable: hay un dígito cambiado.");
  EXPECT_EQ(found[0].difference, "3000000");
}

}  // namespace
}  // namespace cotejo::checks
