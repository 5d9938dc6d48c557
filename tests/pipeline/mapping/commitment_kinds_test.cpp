// Kinds of plans that reports print: what each must give, whatever its heads look like.
#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

std::vector<model::Commitment> of(const Grid& grid, int header_rows, const std::string& title = {},
                                  const std::string& heading = "Plan de acción 2021") {
  Document document;
  document.heading(heading);
  document.add(table_of(grid, header_rows, title));
  return document.read().records.commitments;
}

// "number|text|component|responsible"
std::vector<std::string> lines(const std::vector<model::Commitment>& commitments) {
  std::vector<std::string> out;
  for (const model::Commitment& it : commitments)
    out.push_back(it.number + "|" + it.text + "|" + it.component + "|" + it.responsible);
  return out;
}

using Lines = std::vector<std::string>;

const Grid kRisks{{"CONTRATACIÓN", "Falta de controles en el proceso",
                   "A1: Verificar la hoja de ruta de cada contrato\nA2: Publicar los contratos en el SECOP",
                   "Jefe de la Oficina Jurídica", "(Contratos verificados / contratos) * 100"},
                  {"TALENTO HUMANO", "Cambios en la norma vigente", "A1: Revisar los requisitos de cada cargo",
                   "Director de Talento Humano", "(Hojas revisadas / hojas) * 100"},
                  {"ARCHIVO", "Falta de espacio en el depósito", "A1: Organizar los archivos de gestión",
                   "Funcionario encargado del archivo", "(Cajas organizadas / cajas) * 100"}};

TEST(CommitmentKinds, APlanWhoseHeadIsAPicture) {
  const auto found = of(kRisks, 0, "", "Plan anticorrupción y de atención al ciudadano 2021");
  EXPECT_EQ(lines(found),
            (Lines{"A1|Verificar la hoja de ruta de cada contrato|CONTRATACIÓN|Jefe de la Oficina Jurídica",
                   "A2|Publicar los contratos en el SECOP|CONTRATACIÓN|Jefe de la Oficina Jurídica",
                   "A1|Revisar los requisitos de cada cargo|TALENTO HUMANO|Director de Talento Humano",
                   "A1|Organizar los archivos de gestión|ARCHIVO|Funcionario encargado del archivo"}));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].indicator, "(Contratos verificados / contratos) * 100");
}

TEST(CommitmentKinds, AnActionWithOthersBelowItIsNoSubtotalOfThem) {
  const Grid grid{{"Código", "Actividad", "Responsable"},
                  {"2.1", "Formular el plan de archivo", "Secretaría General"},
                  {"2.1.1", "Contratar el diagnóstico del archivo", "Secretaría General"},
                  {"2.1.2", "Adoptar el plan por resolución", "Secretaría General"}};
  EXPECT_EQ(lines(of(grid, 1)).size(), 3U);
}

TEST(CommitmentKinds, WordsAndOfficesWithoutAHeadAreNoPlanElsewhere) {
  EXPECT_TRUE(of(kRisks, 0, "", "Informe de contratación 2021").empty());
  EXPECT_TRUE(of({{"Salud", "Hospital local", "Director de Salud"},
                  {"Cultura", "Casa de la cultura", "Jefe de Cultura"},
                  {"Deporte", "Coliseo cubierto", "Director de Deporte"}},
                 0)
                  .empty())
      << "places, nothing to be done";
}

TEST(CommitmentKinds, HeadsThatTheirColumnCut) {
  EXPECT_EQ(lines(of({{"ACTIVI- DAD", "RESPON SABLE", "META PRO- GRAMADA", "FE CHA"},
                      {"Realizar dos audiencias públicas", "Despacho del Alcalde", "2", "31/12/2021"},
                      {"Publicar el informe de gestión", "Planeación", "1", "30/01/2021"}},
                     1)),
            (Lines{"|Realizar dos audiencias públicas||Despacho del Alcalde",
                   "|Publicar el informe de gestión||Planeación"}));
}

TEST(CommitmentKinds, ACalendarOfLetters) {
  const auto found = of({{"ACTIVIDADES", "E", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"},
                         {"Revisar los contratos vigentes", "X", "", "", "X", "", "", "X", "", "", "X", "", ""},
                         {"Publicar el plan anual", "X", "", "", "", "", "", "", "", "", "", "", ""}},
                        1, "Cronograma de actividades");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].periods, "Enero; Abril; Julio; Octubre");
}

TEST(CommitmentKinds, WhatACommitmentIsAboutStandsBesideItsWords) {
  const auto found =
      of({{"Asunto", "Descripción del pendiente", "Acciones a seguir", "Responsable", "Fecha límite"},
          {"Contratación", "Contrato 45 sin liquidar", "Liquidar el contrato de obra", "Jurídica", "30/03/2021"},
          {"Predial", "Cartera sin cobrar", "Iniciar el cobro de la cartera", "Tesorería", "30/06/2021"}},
         1, "Asuntos por atender");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].subject, "Contratación");
  EXPECT_EQ(found[0].text, "Liquidar el contrato de obra");
  EXPECT_EQ(found[1].subject, "Predial");
}

TEST(CommitmentKinds, TheNumberIsTheOneBeforeTheWords) {
  EXPECT_EQ(lines(of({{"No.", "Actividad", "Responsable", "No."},
                      {"1", "Gestionar las peticiones ciudadanas", "Jurídica", "303"},
                      {"2", "Realizar audiencias públicas", "Planeación", "8"}},
                     1)),
            (Lines{"1|Gestionar las peticiones ciudadanas||Jurídica", "2|Realizar audiencias públicas||Planeación"}));
}

TEST(CommitmentKinds, APendingMatterIsWhatItsActionIsAbout) {
  const auto found = of({{"Ítem", "Asunto pendiente", "Acciones por realizar", "Dependencia encargada", "Plazo"},
                         {"1", "Convenio 045 de 2018", "Firmar el acta de liquidación", "Obras", "30/03/2021"},
                         {"2", "Saneamiento contable", "Depurar las cuentas de predial", "Hacienda", "Inmediato"}},
                        1, "Asuntos por atender");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "Firmar el acta de liquidación");
  EXPECT_EQ(found[0].subject, "Convenio 045 de 2018");

  const auto alone = of({{"Ítem", "Asunto pendiente", "Dependencia encargada", "Plazo"},
                         {"1", "Liquidar el convenio 045 de 2018", "Obras", "30/03/2021"}},
                        1, "Asuntos por atender");
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone[0].text, "Liquidar el convenio 045 de 2018");
}

TEST(CommitmentKinds, WhatIsHopedForIsTheGoalAndNoProgress) {
  const auto found = of({{"Actividades", "Logro esperado", "Responsable", "Avance"},
                         {"Realizar la autoevaluación con los grupos", "Calidad mejorada", "Gerente", "Se hizo una"},
                         {"Presentar el programa al Ministerio", "Riesgo fiscal bajo", "Subgerente", "Presentado"}},
                        1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].goal_text, "Calidad mejorada");
  EXPECT_EQ(found[0].progress_text, "Se hizo una");
}

TEST(CommitmentKinds, MarksUnderStatesTellTheState) {
  const auto found = of({{"No.", "Actividad", "Responsable", "Cumplida", "Pendiente"},
                         {"1", "Publicar el plan anual", "Secretaría General", "X", ""},
                         {"2", "Actualizar el inventario documental", "Archivo", "", "X"}},
                        1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].status, "Cumplida");
  EXPECT_EQ(found[1].status, "Pendiente");

  Document document;
  document.heading("Compromisos del comité 2021");
  document.add(table_of({{"COMPROMISO", "RESPONSABLE", "FECHA", "CUMPLIDO", ""},
                         {"", "", "", "SI", "NO"},
                         {"Enviar el plan ajustado", "Jefe de compras", "10/07/2021", "X", ""},
                         {"Presentar el informe de austeridad", "Control interno", "31/07/2021", "", "X"}},
                        2, "", {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 2, 1}, {0, 3, 1, 2}}));
  const auto answers = document.read().records.commitments;
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].status, "CUMPLIDO: SI");
  EXPECT_EQ(answers[1].status, "CUMPLIDO: NO");
  EXPECT_EQ(answers[1].number, "");
}

TEST(CommitmentKinds, FiguresUnderTheQuartersOfAProgrammeAreNoDates) {
  Document document;
  document.heading("Plan operativo 2021");
  document.add(table_of({{"ACTIVIDAD", "META", "PROGRAMACIÓN", "", "", "", "RESPONSABLE"},
                         {"", "", "I", "II", "III", "IV", ""},
                         {"Practicar auditorías regulares", "14", "2", "6", "6", "0", "Control fiscal"},
                         {"Realizar foros de control social", "2", "0", "1", "1", "0", "Participación"}},
                        2, "", {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 1, 4}, {0, 6, 2, 1}}));
  const auto found = document.read().records.commitments;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].due_text, "");
  EXPECT_EQ(found[0].periods, "Trimestre I; Trimestre II; Trimestre III");
  EXPECT_EQ(found[1].due.to, "2021-09-30");
}

TEST(CommitmentKinds, AMendingPlanTellsWhenItBeginsAndHowMany) {
  const auto found = of({{"Código hallazgo", "Acción de mejora", "Unidad de medida de la meta",
                          "Fecha iniciación metas", "Fecha terminación metas"},
                         {"1", "Elaborar un manual de contratación", "1", "2021/01/15", "2021/06/30"},
                         {"2", "Depurar la cartera vencida", "4", "2021/01/15", "2021/12/31"}},
                        1);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].due_text, "2021/06/30");
  EXPECT_EQ(found[0].due.from, "2021-01-15");
  EXPECT_EQ(found[1].goal_text, "4");
}

TEST(CommitmentKinds, WhatGroupsTheRowsIsTheirComponentWhateverItsHead) {
  Document document;
  document.heading("Plan de acción 2021");
  document.add(table_of({{"Instrumento", "Actividad", "Responsable", "Termina"},
                         {"PINAR", "Actualizar las tablas de retención", "Archivo", "30/06/2021"},
                         {"", "Digitalizar el archivo histórico", "Archivo", "15/12/2021"},
                         {"PETI", "Renovar el licenciamiento", "Sistemas", "31/03/2021"}},
                        1, "", {{1, 0, 2, 1}}));
  const auto found = document.read().records.commitments;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].component, "PINAR");
  EXPECT_EQ(found[2].component, "PETI");
}

TEST(CommitmentKinds, AFormIsACommitment) {
  const auto found = of({{"Meta", "Construir 3 km de placa huella"},
                         {"Responsable", "Secretaría de Obras"},
                         {"Fecha límite", "30/11/2021"},
                         {"Avance", "2,1 km"},
                         {"Meta", "Entregar 120 mejoramientos de vivienda"},
                         {"Responsable", "Oficina de Vivienda"},
                         {"Fecha límite", "15/12/2021"}},
                        0);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "Construir 3 km de placa huella");
  EXPECT_EQ(found[0].responsible, "Secretaría de Obras");
  EXPECT_EQ(found[0].due.to, "2021-11-30");
  EXPECT_EQ(found[1].source.row, 4);
  EXPECT_EQ(found[1].source.column, 1);
  EXPECT_TRUE(
      of({{"Código", "FT-01"}, {"Versión", "3"}, {"Fecha", "30/11/2021"}, {"Proceso", "Planeación"}}, 0).empty());
}

TEST(CommitmentKinds, AnIndicatorWithItsGoalAndResultStandsForItself) {
  const auto found = of({{"No.", "Indicador", "Línea base", "Compromiso año 2021", "Resultado obtenido"},
                         {"1", "Mejoramiento continuo de la calidad de la entidad", "1,15", "1,25", "1,27"},
                         {"2", "Gestión de ejecución del plan de desarrollo", "0,88", "0,90", "0,93"}},
                        1, "", "Informe de gestión del gerente 2021");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "Mejoramiento continuo de la calidad de la entidad");
  EXPECT_EQ(found[0].goal_text, "1,25");
}

TEST(CommitmentKinds, AHeadOverManyColumnsSaysWhatNoneOfThemIs) {
  Document document;
  document.heading("Plan de acción 2021");
  document.add(table_of(
      {{"No.", "Actividad", "Responsable", "REPORTE Y SEGUIMIENTO", "", "", ""},
       {"", "", "", "Mínimo", "Aceptable", "Satisfactorio", "% avance"},
       {"1", "Elaborar los estados financieros", "Contador", "De 0 a 50%", "De 51 a 70%", "De 71 a 100%", "80%"}},
      2, "", {{0, 0, 2, 1}, {0, 1, 2, 1}, {0, 2, 2, 1}, {0, 3, 1, 4}}));
  const auto found = document.read().records.commitments;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].progress_text, "80%");
}

}  // namespace
}  // namespace cotejo::mapping
