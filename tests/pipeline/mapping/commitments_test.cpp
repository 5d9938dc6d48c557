#include "pipeline/mapping/commitments/commitments.h"

#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::Merge;
using fixture::table_of;

std::vector<model::Commitment> of(const Grid& grid, int header_rows, const std::vector<Merge>& merges = {},
                                  const std::string& heading = "Plan de acción 2021") {
  Document document;
  document.heading(heading);
  document.add(table_of(grid, header_rows, "", merges));
  return document.read().records.commitments;
}

TEST(Commitments, PlanOfActionWithProgressAndState) {
  const auto found =
      of({{"No.", "Compromiso", "Indicador", "Meta", "Responsable", "Fecha límite", "% Avance", "Estado"},
          {"1", "Publicar el informe de gestión", "Informe publicado", "1", "Secretaría de Salud", "07/01/2021", "40%",
           "En ejecución"},
          {"2", "Mantener kilómetros de vía", "Kilómetros mantenidos", "42,5", "", "15/12/2021", "100%", "Cumplido"}},
         1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, "1");
  EXPECT_EQ(found[0].text, "Publicar el informe de gestión");
  EXPECT_EQ(found[0].indicator, "Informe publicado");
  EXPECT_EQ(found[0].responsible, "Secretaría de Salud");
  EXPECT_EQ(found[0].due_text, "07/01/2021");
  EXPECT_EQ(found[0].due.to, "2021-01-07");
  EXPECT_EQ(found[0].status, "En ejecución");
  ASSERT_TRUE(found[0].progress_percent);
  EXPECT_EQ(found[0].progress_percent->to_string(), "40");
  ASSERT_TRUE(found[1].goal_value);
  EXPECT_EQ(found[1].goal_value->to_string(), "42.5");
  EXPECT_EQ(found[1].responsible, "");
  EXPECT_EQ(found[1].source.row, 2);
  EXPECT_EQ(found[1].source.column, 1);
  EXPECT_EQ(found[1].source.page, 1);
}

TEST(Commitments, AGoalInWordsIsAFigureToo) {
  const auto found = of({{"No.", "Compromiso", "Meta", "Responsable", "Fecha límite"},
                         {"1", "Formular el mapa de riesgos", "Un (1) mapa", "Oficina de Planeación", "31/01/2021"},
                         {"2", "Publicar informes", "Tres (4) informes", "Oficina de Planeación", "31/12/2021"}},
                        1);
  ASSERT_EQ(found.size(), 2U);
  ASSERT_TRUE(found[0].goal_value);
  EXPECT_EQ(found[0].goal_value->to_string(), "1");
  EXPECT_EQ(found[0].goal_unit, "mapa");
  EXPECT_EQ(found[0].goal_text, "Un (1) mapa");
  EXPECT_FALSE(found[1].goal_value);  // words and figure disagree: neither is chosen
}

TEST(Commitments, OtherHeadsOfTheSamePlan) {
  const auto found = of(
      {{"Ítem", "Acción", "Entregable", "Dependencia encargada", "Plazo", "Avance", "Situación actual"},
       {"1", "Actualizar el inventario documental", "Inventario", "Archivo", "30 de junio de 2021", "80%", "En curso"},
       {"2", "Formular el plan de acción", "Plan", "Planeación", "Diciembre de 2021", "100%", "Terminada"}},
      1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].responsible, "Archivo");
  EXPECT_EQ(found[0].due.to, "2021-06-30");
  EXPECT_EQ(found[1].due.to, "2021-12-31");
  EXPECT_EQ(found[1].status, "Terminada");
  ASSERT_TRUE(found[0].progress_percent);
}

TEST(Commitments, HeadsThatNarrowColumnsCutAndSignsThatNumber) {
  const auto found = of({{"#", "Actividad", "Indicador", "Responsabl e", "Fecha límite", "% Avance", "Estado"},
                         {"7", "Actualizar el inventario", "Inventario", "Archivo", "30/06/2021", "100%", "Cumplido"},
                         {"8", "Formular el plan", "Plan", "Planeación", "30/11/2021", "40%", "En ejecución"}},
                        1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, "7");
  EXPECT_EQ(found[0].text, "Actualizar el inventario");
  EXPECT_EQ(found[1].responsible, "Planeación");
}

TEST(Commitments, NumberInsideTheWords) {
  const auto found = of({{"COMPROMISO", "RESPONSABLE", "AVANCE / EVIDENCIAS"},
                         {"1.Designar una persona", "Secretaría de Planeación", "Se delegó al Secretario"},
                         {"2. Hacer uso del SECOP II", "Oficina de Contratación", "Se publicó al 100%"},
                         {"12. Publicar 30 informes", "Oficina de Control", "Se publicaron"}},
                        1);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].number, "1");
  EXPECT_EQ(found[0].text, "Designar una persona");
  EXPECT_EQ(found[2].number, "12");
  EXPECT_EQ(found[2].text, "Publicar 30 informes");
  EXPECT_EQ(found[1].progress_text, "Se publicó al 100%");
}

TEST(Commitments, CountsThatBeginTheWordsAreNoNumbers) {
  const auto found =
      of({{"Actividad", "Responsable"}, {"4 oficinas dotadas", "Salud"}, {"Capacitar 20 servidores", "Gobierno"}}, 1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, "");
  EXPECT_EQ(found[0].text, "4 oficinas dotadas");
}

TEST(Commitments, ComponentsOfMergedCellsAndNumbersInTheirOwnColumn) {
  const auto found =
      of({{"Subcomponente", "Actividades", "", "Meta", "Responsable", "Fecha programada"},
          {"Subcomponente 1. Información", "1.1", "Elaborar el diagnóstico", "1", "Planeación", "29/05/20"},
          {"", "1.2", "Publicar los informes", "4", "Todas las dependencias", "31/01/20 22/04/20\n22/10/20"},
          {"Subcomponente 2. Diálogo", "2.1", "Actualizar el plan", "100%", "Prensa", "31/12/20"}},
         1, {{0, 1, 1, 2}, {1, 0, 2, 1}});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].number, "1.1");
  EXPECT_EQ(found[1].text, "Publicar los informes");
  EXPECT_EQ(found[1].component, "Subcomponente 1. Información");
  EXPECT_EQ(found[1].due_text, "31/01/20 22/04/20 22/10/20");
  EXPECT_EQ(found[1].due.from, "2020-01-31");
  EXPECT_EQ(found[1].due.to, "2020-10-22");
  EXPECT_EQ(found[2].component, "Subcomponente 2. Diálogo");
  EXPECT_EQ(found[2].goal_unit, "%");
}

TEST(Commitments, MonthMatrix) {
  const auto found = of({{"Actividad", "Mes", "", "", ""},
                         {"", "Ene ro", "Febr ero", "Septie mbre", "Dicie mbre"},
                         {"LUNES DE VALORES", "X", "X", "", "X"},
                         {"RETOS COTIDIANOS", "", "", "X", ""}},
                        2, {{0, 0, 2, 1}, {0, 1, 1, 4}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].periods, "Enero; Febrero; Diciembre");
  EXPECT_EQ(found[0].due.from, "2021-01-01");
  EXPECT_EQ(found[0].due.to, "2021-12-31");
  EXPECT_EQ(found[0].due_text, "");
  EXPECT_EQ(found[1].due.to, "2021-09-30");
}

TEST(Commitments, StagesAndQuadrimesters) {
  const auto found = of(
      {{"ELEMENTO", "ACTIVIDADES", "ETAPAS", "", "META/PRODUCTO", "Cuatrimestre", "", "", "DEPENDENCIA RESPONSABLE"},
       {"", "", "Diseño", "Ejecución", "", "1", "2", "3", ""},
       {"DIÁLOGO", "Implementar los espacios de diálogo", "", "X", "Rendición permanente y abierta", "X", "X", "",
        "Comunicaciones"},
       {"", "Realizar ferias de gestión", "X", "X", "Exposición de la gestión y servicios", "", "", "X", ""}},
      2,
      {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 1, 2}, {0, 4, 2, 1}, {0, 5, 1, 3}, {0, 8, 2, 1}, {2, 0, 2, 1}, {2, 8, 2, 1}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].stages, "Ejecución");
  EXPECT_EQ(found[1].stages, "Diseño; Ejecución");
  EXPECT_EQ(found[0].periods, "Cuatrimestre 1; Cuatrimestre 2");
  EXPECT_EQ(found[0].due.to, "2021-08-31");
  EXPECT_EQ(found[1].responsible, "Comunicaciones");
  EXPECT_EQ(found[1].component, "DIÁLOGO");
}

TEST(Commitments, GoalsOfProductWithWhatWasReached) {
  const auto found = of({{"ODS", "Descripción Meta Producto", "Meta Cuatrienio", "Ejecutado 2020 - 2023"},
                         {"", "Dotar 4 oficinas para la atención", "4", "3"}},
                        1, {}, "Informe de gestión 2020 - 2023");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "Dotar 4 oficinas para la atención");
  EXPECT_EQ(found[0].goal_text, "4");
  EXPECT_EQ(found[0].progress_text, "3");
  EXPECT_FALSE(found[0].progress_percent);
}

TEST(Commitments, PendingMattersKeepTheirBlanks) {
  const auto found = of({{"Compromiso", "Plazo", "Observaciones", "Responsable"},
                         {"Planes de acción", "Enero de 2024", "", ""},
                         {"Plan Anual de Adquisiciones", "", "Según solicitud", "Secretaría General Despacho"},
                         {"Plan Indicativo", "", "", ""}},
                        1);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].due.to, "2024-01-31");
  EXPECT_EQ(found[0].responsible, "");
  EXPECT_EQ(found[1].due_text, "");
  EXPECT_EQ(found[2].text, "Plan Indicativo");
}

TEST(Commitments, SectionRowsGiveComponentsAndTotalsAreNone) {
  const auto found = of({{"Actividad", "Responsable", "Fecha"},
                         {"COMPONENTE 1: GESTIÓN DEL RIESGO", "", ""},
                         {"Construir el mapa", "Planeación", "26/01/2021"},
                         {"COMPONENTE 2: TRÁMITES", "", ""},
                         {"Racionalizar trámites", "TIC", "30/06/2021"},
                         {"TOTAL", "", "2"}},
                        1, {{1, 0, 1, 3}, {3, 0, 1, 3}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].component, "COMPONENTE 1: GESTIÓN DEL RIESGO");
  EXPECT_EQ(found[1].component, "COMPONENTE 2: TRÁMITES");
}

TEST(Commitments, RowsUnderOneMergedCellAreOne) {
  const auto found =
      of({{"No.", "Actividad", "Indicador", "Responsable", "Fecha"},
          {"1", "Realizar ferias de servicios", "Ferias realizadas", "Atención al Ciudadano", "30/06/2021"},
          {"", "", "Personas atendidas", "Gobierno", "30/11/2021"},
          {"2", "Publicar informes", "Informes", "Prensa", "15/07/2021"}},
         1, {{1, 0, 2, 1}, {1, 1, 2, 1}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].indicator, "Ferias realizadas; Personas atendidas");
  EXPECT_EQ(found[0].responsible, "Atención al Ciudadano; Gobierno");
  EXPECT_EQ(found[0].due.to, "2021-11-30");
}

TEST(Commitments, ATableWithoutHeadGoesOnFromTheOneBefore) {
  Document document;
  document.heading("Plan anticorrupción 2021");
  document.add(table_of({{"ACTIVIDAD", "RESPONSABLE", "FECHA"},
                         {"Hacer seguimiento de la publicación", "Dirección de Fortalecimiento", "Permanente"}},
                        1));
  document.add(table_of({{"Realizar el autodiagnóstico de la política", "Dirección de Fortalecimiento", "Permanente"},
                         {"Realizar una feria de servicios", "Atención al Ciudadano", "Anual"}},
                        0));
  const auto found = document.read().records.commitments;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].text, "Realizar el autodiagnóstico de la política");
  EXPECT_EQ(found[2].responsible, "Atención al Ciudadano");
  EXPECT_EQ(found[2].due_text, "Anual");
}

TEST(Commitments, APageBreakInsideACommitmentAndATableInsideACell) {
  Document document;
  document.heading("Ruta por la transparencia 2020");
  document.add(table_of(
      {{"COMPROMISO", "RESPONSABLE", "AVANCE"}, {"1. Realizar una reunión mensual", "Planeación", "Dos comités"}}, 1));
  // The third column is parted by a table that stands in one of its cells.
  model::Table next = table_of({{"- y generar alertas tempranas", "", "en las fechas", ""},
                                {"2. Impulsar políticas de austeridad", "Hacienda", "Se ejecutaron", ""},
                                {"", "", "RUBRO", "2019"},
                                {"3. Divulgar los esfuerzos realizados", "Comunicaciones", "Se realizó", ""}},
                               0, "", {{0, 2, 1, 2}, {1, 2, 1, 2}, {3, 2, 1, 2}});
  for (model::Cell& cell : next.cells) {  // 80 points for the first two columns, 20 each for the parts of the third
    if (cell.column >= 2) {
      cell.box.x0 = 130 + 20 * (cell.column - 2);
      cell.box.x1 = cell.box.x0 + 20 * cell.column_span;
    }
  }
  next.first_page = next.last_page = 2;
  document.add(next);
  const auto found = document.read().records.commitments;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].text, "Realizar una reunión mensual - y generar alertas tempranas");
  EXPECT_EQ(found[1].responsible, "Hacienda");
  EXPECT_EQ(found[2].number, "3");
}

TEST(Commitments, AnotherTableOnTheSamePageIsNoContinuation) {
  Document document;
  document.heading("Plan anticorrupción 2021");
  document.add(
      table_of({{"ACTIVIDAD", "RESPONSABLE", "FECHA"}, {"Hacer seguimiento", "Fortalecimiento", "Permanente"}}, 1));
  document.add(table_of(
      {{"Eliminación del trámite", "Traslado de competencia", "Fusión de trámites", "Reducción del pago"}}, 0));
  EXPECT_EQ(document.read().records.commitments.size(), 1U);
}

TEST(Commitments, StartAndEndAreOneSpan) {
  const auto found = of({{"Actividad", "Fecha de inicio", "Fecha de terminación", "Responsable"},
                         {"Elaborar los estados financieros", "01/01/2021", "31/03/2021", "Hacienda"}},
                        1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].due.from, "2021-01-01");
  EXPECT_EQ(found[0].due.to, "2021-03-31");
}

TEST(Commitments, HeadOfThreeRowsAndSignaturesBelow) {
  const auto found = of(
      {{"ACTIVIDAD", "", "", "INDICADOR", "", "REPORTE", ""},
       {"OBJETIVO", "No.", "DESCRIPCIÓN ACTIVIDAD", "INDICADOR", "FECHA FINAL PROGRAMADA", "RANGOS", ""},
       {"", "", "", "", "", "MÍNIMO", "ACEPTABLE"},
       {"Fortalecer los procesos", "1", "Elaborar y presentar los estados financieros", "Estados presentados",
        "31/12/2012", "De 0 al 50%", "Del 51 al 70%"},
       {"", "2", "Elaborar el Plan Anual de Compras", "Plan elaborado", "31/01/2012", "De 0 al 50%", "Del 51 al 70%"},
       {"", "", "ELABORADO POR: Wilson Gelvez", "", "", "", ""},
       {"", "", "FIRMA:", "", "", "", ""}},
      3,
      {{0, 0, 1, 3},
       {0, 3, 1, 2},
       {0, 5, 1, 2},
       {1, 0, 2, 1},
       {1, 1, 2, 1},
       {1, 2, 2, 1},
       {1, 3, 2, 1},
       {1, 4, 2, 1},
       {1, 5, 1, 2},
       {3, 0, 4, 1}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, "1");
  EXPECT_EQ(found[0].component, "Fortalecer los procesos");
  EXPECT_EQ(found[1].due.to, "2012-01-31");
}

TEST(Commitments, WordsThatSignaturesBeginWithAreCommitmentsToo) {
  const auto found = of({{"Actividad", "Responsable"},
                         {"Proyecto de vivienda rural", "Vivienda"},
                         {"Nombre del río recuperado en mapas", "Ambiente"}},
                        1);
  EXPECT_EQ(found.size(), 2U);
}

TEST(Commitments, MonthsOfOneLetter) {
  const auto found = of({{"Actividad", "Responsable", "2021", "", "", "", "", "", "", "", "", "", "", ""},
                         {"", "", "E", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"},
                         {"Comité de conciliación", "Gobierno", "X", "", "", "X", "", "", "", "", "", "", "", ""}},
                        2, {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 1, 12}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].periods, "Enero; Abril");
  EXPECT_EQ(found[0].due.to, "2021-04-30");
}

TEST(Commitments, QuartersThatHoldAmountsAreMarks) {
  const auto found = of({{"Actividad", "Responsable", "Programación", "", "", ""},
                         {"", "", "T1", "T2", "T3", "T4"},
                         {"Realizar inducción general", "Talento Humano", "", "1", "", "2"}},
                        2, {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 1, 4}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].periods, "T2; T4");
  EXPECT_EQ(found[0].due_text, "");
}

TEST(Commitments, NumbersUnderTheHeadOfComponents) {
  const auto found = of({{"Subcomponente", "", "Actividades", "Responsable", "Seguimiento a 30 de abril", ""},
                         {"", "", "", "", "Actividades cumplidas", "% de avance"},
                         {"Subcomponente 1 Información", "1.1", "Elaborar informe", "Planeación", "Se elaboró", "100%"},
                         {"", "1.2", "Publicar boletines", "Prensa", "Se publicaron 4", "33%"}},
                        2, {{0, 0, 2, 2}, {0, 2, 2, 1}, {0, 3, 2, 1}, {0, 4, 1, 2}, {2, 0, 2, 1}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].number, "1.2");
  EXPECT_EQ(found[1].component, "Subcomponente 1 Información");
  EXPECT_EQ(found[1].progress_text, "Se publicaron 4");
  ASSERT_TRUE(found[1].progress_percent);
  EXPECT_EQ(found[1].progress_percent->to_string(), "33");
}

TEST(Commitments, OfTwoGoalsTheLastStandsBesideWhatWasReached) {
  const auto found =
      of({{"Sector", "Meta de producto", "Meta cuatrienio", "Programado 2021", "Ejecutado 2021", "% avance"},
          {"Educación", "Construir 10 aulas nuevas", "10", "3", "2", "66,7%"}},
         1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "Construir 10 aulas nuevas");
  ASSERT_TRUE(found[0].goal_value);
  EXPECT_EQ(found[0].goal_value->to_string(), "3");
  EXPECT_EQ(found[0].progress_text, "2");
  EXPECT_EQ(found[0].component, "Educación");
}

TEST(Commitments, MarksUnderDates) {
  const auto found = of({{"ACTIVIDADES", "PUBLICACIÓN", "ACTIVIDADES REALIZADAS", "", "RESPONSABLE", "ANOTACIONES"},
                         {"", "ENERO 31", "ABRIL 30", "DICIEMBRE 31", "", ""},
                         {"1. Aplicar el procedimiento interno", "", "", "X", "Participación", "Seguimiento hecho"}},
                        2, {{0, 0, 2, 1}, {0, 2, 1, 2}, {0, 4, 2, 1}, {0, 5, 2, 1}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].periods, "DICIEMBRE 31");
  EXPECT_EQ(found[0].due.to, "2021-12-31");
  EXPECT_EQ(found[0].responsible, "Participación");
}

TEST(Commitments, OtherTablesHoldNone) {
  EXPECT_TRUE(of({{"Actividad", "Meta o producto"},
                  {"Feria de trámites y servicios.", "Brindar jornadas a la ciudadanía"},
                  {"Informes de seguimiento", "Informes de seguimiento a las ventanillas"}},
                 1)
                  .empty());
  EXPECT_TRUE(
      of({{"ASUNTO", "DECRETO"}, {"Delegación Consejo Directivo", "1000-0615 del 19 de octubre de 2021"}}, 1).empty());
  EXPECT_TRUE(of({{"COMITÉ", "PERIODICIDAD", "ACTO ADMINISTRATIVO"},
                  {"Comité de Justicia Transicional", "Trimestral", "Decreto No. 0801"}},
                 1)
                  .empty());
  EXPECT_TRUE(of({{"Propuestas", "Resultados obtenidos"},
                  {"Gobierno transparente y abierto", "En el año 2020 se fortaleció el CAM"}},
                 1)
                  .empty());
  EXPECT_TRUE(of({{"RUBRO", "COMPROMISOS", "PAGOS"},
                  {"Gastos de personal", "5.882.401.998", "451.473.464"},
                  {"Gastos generales", "658.268.639", "75.326.000"}},
                 1)
                  .empty());
  EXPECT_TRUE(
      of({{"N. OFICIO", "FECHA", "SEMESTRE REPORTADO"}, {"1100-026927", "14 de mayo de 2021", "B 2021"}}, 1).empty());
}

}  // namespace
}  // namespace cotejo::mapping
