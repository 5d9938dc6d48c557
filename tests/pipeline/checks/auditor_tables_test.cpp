#include <gtest/gtest.h>

#include "tests/pipeline/checks/auditor.h"

// What a careful auditor finds in the tables of real reports.
namespace cotejo::checks {
namespace {

Document mechanisms(const std::string& first, const std::string& second) {
  Document document;
  document.table("Mecanismos de conocimiento", 1,
                 {{"Mecanismo", "Cantidad", "% part."},
                  {"Proceso auditor", "134", first},
                  {"Participación ciudadana", "47", second},
                  {"Otros", "3", "1,63%"},
                  {"Totales", "184", "100,00%"}});
  return document;
}

TEST(AuditorOfTables, FindsSharesOfATotalThatAreOffTogether) {
  EXPECT_EQ(told(mechanisms("73,22%", "25,13%"), "porcentaje-no-cuadra").size(), 2U);
  EXPECT_TRUE(told(mechanisms("72,83%", "25,54%"), "porcentaje-no-cuadra").empty());
}

Document comparison(const std::string& change) {
  Document document;
  document.table("Auditorías", 1,
                 {{"Modalidad", "PGA 2012", "PGA 2013", "% Variación"},
                  {"Regulares", "", "47", "100"},
                  {"Especiales", "59", "14", change},
                  {"Total", "59", "64", ""}});
  document.measure(3, "", mapping::ColumnRole::percent);
  return document;
}

TEST(AuditorOfTables, FindsARatioPrintedAsAChange) {
  ASSERT_EQ(told(comparison("-23"), "porcentaje-no-cuadra").size(), 1U);
  EXPECT_TRUE(told(comparison("-76"), "porcentaje-no-cuadra").empty());
}

Document census(const std::string& urban) {
  Document document;
  document.table("Caracterización", 1,
                 {{"Variable", "Valor", "Cantidad", "%"},
                  {"Sexo", "Masculino", "76", "30%"},
                  {"", "Femenino", "173", "69%"},
                  {"Área", "Rural", "90", "36%"},
                  {"", "Urbana", "160", urban},
                  {"Edad", "Menores de 30", "98", "39%"},
                  {"", "De 31 a 45", "72", "29%"},
                  {"", "Mayores de 45", "80", "32%"}});
  return document;
}

TEST(AuditorOfTables, FindsAGroupThatDoesNotMakeAHundred) {
  const std::vector<model::Finding> found = told(census("66%"), "porcentaje-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "102");
  EXPECT_TRUE(told(census("64%"), "porcentaje-no-cuadra").empty());
}

Document processes(const std::string& share) {
  Document document;
  document.table("Estado de los procesos", 1,
                 {{"Estado", "Valor", "% part."},
                  {"En trámite", "$ 40.308.786.289", "75,46%"},
                  {"Archivo por no mérito", "$ 1.213.905.143", share},
                  {"Archivo por pago", "$ 407.563.170", "0,76%"},
                  {"Imputación", "$ 581.127.648", "1,08%"},
                  {"Fallo", "$ 3.456.659.762", "6,47%"},
                  {"Trasladados", "$ 7.306.923.999", "13,67%"},
                  {"Acumulados", "$ 304.920.870", "0,57%"}});
  return document;
}

TEST(AuditorOfTables, FindsAShareOfAWholeThatIsNotPrinted) {
  const std::vector<model::Finding> found = told(processes("2,29%"), "porcentaje-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "2.27");
  EXPECT_TRUE(told(processes("2,27%"), "porcentaje-no-cuadra").empty());
}

Document requests(const std::string& unanswered) {
  Document document;
  document.table("Portabilidad", 1,
                 {{"EPS", "Cant", "Aprobadas", "No aprobadas", "En trámite", "Sin respuesta"},
                  {"Norte", "4", "", "", "", ""},
                  {"Nueva", "7", "6", "", "1", ""},
                  {"Salud", "19", "18", "", "1", ""},
                  {"Sanitas", "4", "4", "", "", unanswered},
                  {"Sura", "13", "11", "2", "", ""},
                  {"Mutual", "4", "1", "", "3", ""}});
  return document;
}

TEST(AuditorOfTables, FindsStatesThatExceedTheirCount) {
  const std::vector<model::Finding> found = told(requests("4"), "fila-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "8");
  EXPECT_TRUE(told(requests(""), "fila-no-cuadra").empty());
}

// Of some the state is not told, and no other block of the table shows the pattern.
Document appointments(const std::string& unanswered) {
  Document document;
  document.table("Citas", 1,
                 {{"Área", "Cant", "Aprobadas", "No aprobadas", "En trámite", "Sin respuesta"},
                  {"Medicina", "7", "6", "", "1", ""},
                  {"Pediatría", "19", "18", "", "1", ""},
                  {"Odontología", "13", "11", "", "", ""},
                  {"Rayos X", "9", "5", "", "", ""},
                  {"Laboratorio", "6", "6", "", "", ""},
                  {"Cirugía", "4", "4", "", "", unanswered}});
  return document;
}

TEST(AuditorOfTables, FindsStatesThatExceedTheirCountWhereOthersAreNotTold) {
  const std::vector<model::Finding> found = told(appointments("4"), "fila-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "4");
  EXPECT_EQ(found.front().expected, "8");
  EXPECT_TRUE(told(appointments(""), "fila-no-cuadra").empty());
}

Document by_letters(const std::string& complaints) {
  Document document;
  document.table("Tipos", 1,
                 {{"Tipo", "Cantidad"},
                  {"Quejas", complaints},
                  {"Reclamos", "0"},
                  {"Sugerencias", "5"},
                  {"Felicitaciones", "10"},
                  {"Total", complaints == "22" ? "37" : "38"}});
  document.table("Por áreas", 1,
                 {{"Área", "P", "Q", "R", "S", "F", "total"},
                  {"Médica", "0", "14", "0", "2", "6", "22"},
                  {"Administrativa", "0", "8", "0", "3", "4", "15"},
                  {"total", "0", "22", "0", "5", "10", complaints == "22" ? "37" : "38"}});
  return document;
}

TEST(AuditorOfTables, ComparesInitialsWithTypesThatAreSpelledOut) {
  EXPECT_EQ(told(by_letters("23"), "entre-tablas").size(), 1U);
  EXPECT_TRUE(told(by_letters("22"), "entre-tablas").empty());
}

// The petitions of the year are as many as all types of its first quarter.
Document by_quarters(const std::string& claims) {
  Document document;
  document.table("Por tipo", 1,
                 {{"Tipo", "I trimestre", "II trimestre", "Total"},
                  {"Peticiones", "16", "26", "42"},
                  {"Quejas", "6", "8", "14"},
                  {"Reclamos", "20", "6", "26"},
                  {"Total", "42", "40", "82"}});
  document.table("Por mes", 1,
                 {{"Mes", "P", "Q", "R", "Total"},
                  {"Enero", "22", "10", "11", "43"},
                  {"Julio", "20", "4", claims == "26" ? "15" : "25", claims == "26" ? "39" : "49"},
                  {"Total", "42", "14", claims, claims == "26" ? "82" : "92"}});
  return document;
}

TEST(AuditorOfTables, ComparesInitialsWithTheTypesOfTheSamePeriod) {
  EXPECT_TRUE(told(by_quarters("26"), "entre-tablas").empty());
  EXPECT_TRUE(told(by_quarters("36"), "entre-tablas").empty()) << "no column has its total";
}

Document goals(const std::string& returns) {
  Document document;
  document.table("Plan de acción", 1,
                 {{"Actividad", "Meta", "Periodicidad"},
                  {"Declarar la retención", "12 Declaraciones", "Mensual"},
                  {"Declarar el ICA", returns, "Bimensual"},
                  {"Rendir el informe", "4 Informes", "Anual"}});
  return document;
}

TEST(AuditorOfTables, ComparesAGoalWithItsFrequency) {
  const std::vector<model::Finding> found = told(goals("12 Declaraciones"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U) << "and no informe, of which no other row shows how it is counted";
  EXPECT_EQ(found.front().expected, "6");
  EXPECT_TRUE(told(goals("6 Declaraciones"), "texto-no-cuadra").empty());
}

Document remissions(const std::string& share) {
  Document document;
  document.table("Remisiones", 1,
                 {{"EPS", "Total", "%"},
                  {"Coosalud", "19", "10%"},
                  {"Savia", "12", "7%"},
                  {"Nueva", "120", "66%"},
                  {"Sumimedical", "22", "12%"},
                  {"Soat", "1", share},
                  {"Otras", "7", "4%"},
                  {"total", "181", "100%"}});
  return document;
}

TEST(AuditorOfTables, FindsNothingPrintedForWhatRoundsToOne) {
  EXPECT_EQ(told(remissions("0%"), "porcentaje-no-cuadra").size(), 1U);
  EXPECT_TRUE(told(remissions("1%"), "porcentaje-no-cuadra").empty());
}

}  // namespace
}  // namespace cotejo::checks
