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

}  // namespace
}  // namespace cotejo::mapping
