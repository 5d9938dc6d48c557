#include "pipeline/mapping/prose/prose.h"

#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::table_of;

std::vector<model::ProseFigure> of(const std::string& paragraph, const std::string& heading = "Informe") {
  Document document;
  document.heading(heading);
  document.paragraph(paragraph);
  auto figures = document.read().records.prose;
  std::erase_if(figures, [](const model::ProseFigure& figure) { return figure.source.block == 0; });
  return figures;
}

std::string value(const model::ProseFigure& figure) {
  return figure.amount ? figure.amount->value.to_string() : "-";
}

TEST(Prose, FiguresKeepTheirSentenceYearMeasureAndPlace) {
  const auto found =
      of("Se publicó el informe. Durante la vigencia 2020 la administración recibió un total de 7.119 solicitudes de "
         "la ciudadanía.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(value(found[0]), "7119");
  EXPECT_EQ(found[0].measure, model::Measure::recibidas);
  EXPECT_EQ(found[0].vigencia, 2020);
  EXPECT_EQ(found[0].label, "solicitudes");
  EXPECT_EQ(found[0].source.sentence,
            "Durante la vigencia 2020 la administración recibió un total de 7.119 solicitudes de la ciudadanía.");
  EXPECT_EQ(found[0].source.text, "7.119");
  EXPECT_EQ(found[0].source.page, 1);
  EXPECT_NEAR(found[0].source.box.width(), 30, 0.1);  // five signs of six points
  EXPECT_EQ(found[0].source.table, -1);
}

TEST(Prose, YearsGoWithTheFiguresAfterThem) {
  const auto found =
      of("En el primer semestre de la vigencia 2019 se ejecutaron $8.540 millones y en la vigencia del año 2020 se "
         "ejecutaron $1.126 millones, de $ 9.000.000.000.");
  ASSERT_EQ(found.size(), 3U);
  ASSERT_TRUE(found[0].amount);
  EXPECT_EQ(value(found[0]), "8540000000");
  EXPECT_EQ(found[0].vigencia, 2019);
  EXPECT_EQ(found[1].vigencia, 2020);
  EXPECT_EQ(found[0].measure, model::Measure::ejecucion);
  EXPECT_EQ(found[0].amount->unit, model::Unit::cop);
}

TEST(Prose, YearsOfLawsAndPlansSayNothing) {
  const auto found = of("Según la Ley 1755 de 2015 y el plan 2020 – 2023 se atendieron 400 personas.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].vigencia, 0);
  EXPECT_EQ(found[0].label, "personas");
}

TEST(Prose, TheYearOfASentenceHoldsForTheNext) {
  const auto found = of("En el año 2021 se fortaleció el chat. Se dio respuesta a 34.405 solicitudes.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].vigencia, 2021);
  EXPECT_EQ(found[0].measure, model::Measure::respondidas);
}

TEST(Prose, PartsOfASentenceKeepTheirOwnNames) {
  const auto found =
      of("Se dio respuesta a 20.879 solicitudes, de las cuales 404 respondieron la encuesta, 281 personas lo hicieron "
         "de forma negativa y 20.188 personas decidieron no contestar.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].label, "solicitudes");
  EXPECT_EQ(found[2].label, "personas");
  EXPECT_EQ(value(found[3]), "20188");
  EXPECT_EQ(found[3].measure, model::Measure::none);
}

TEST(Prose, NamesBeforeColonsParenthesesAndVerbs) {
  const auto found = of("Quejas: 23; felicitaciones (9) y 5 corresponden a sugerencias");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].label, "Quejas");
  EXPECT_EQ(found[1].label, "felicitaciones");
  EXPECT_EQ(found[2].label, "sugerencias");
}

TEST(Prose, WhatFollowsAtOnceSaysMoreThanWhatWasSaidOfAnother) {
  const auto found =
      of("Se recibieron 7.029 solicitudes, de las cuales 6.263 fueron respondidas en término, 550 fuera de término y "
         "216 se "
         "encuentran pendientes.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].measure, model::Measure::recibidas);
  EXPECT_EQ(found[1].measure, model::Measure::en_termino);
  EXPECT_EQ(found[2].measure, model::Measure::fuera_de_termino);
  EXPECT_EQ(found[3].measure, model::Measure::pendientes);
}

TEST(Prose, NamesAfterAColonAndAfterParentheses) {
  const auto listed = of("la entidad recibió 1.204 PQRSD: 800 peticiones y 404 quejas");
  ASSERT_EQ(listed.size(), 3U);
  EXPECT_EQ(listed[1].label, "peticiones");
  const auto worded = of("se atendieron trescientas veinte (320) peticiones");
  ASSERT_EQ(worded.size(), 1U);
  EXPECT_EQ(worded[0].label, "peticiones");
  EXPECT_EQ(worded[0].source.text, "trescientas veinte (320)");
  const auto pairs = of("en SECOP II Total: 828 Porcentaje: 97,526%");
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[1].label, "Porcentaje");
}

TEST(Prose, WordsBesideFigures) {
  const auto found = of("por un monto de ciento catorce millones ochocientos mil pesos m/cte ($ 114.800.000) en total");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(value(found[0]), "114800000");
  ASSERT_TRUE(found[0].in_words);
  EXPECT_EQ(found[0].in_words->value.to_string(), "114800000");
}

TEST(Prose, WordsAndTheNounBeforeTheFigure) {
  const auto found = of("En este trimestre se presentaron treinta y siete comunicaciones (36)");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(value(found[0]), "36");
  ASSERT_TRUE(found[0].in_words);
  EXPECT_EQ(found[0].in_words->value.to_string(), "37");
}

TEST(Prose, CodesAreToldAndGoWithTheirAmount) {
  const auto found = of("se ejecutaron del rubro 206101501027 el valor de $8.540.672.656 en la vigencia 2019");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].code, "206101501027");
  EXPECT_FALSE(found[0].amount);
  EXPECT_EQ(found[1].code, "206101501027");
  EXPECT_EQ(found[1].measure, model::Measure::ejecucion);
}

TEST(Prose, PercentagesOfExecution) {
  const auto found = of("La ejecución de la vigencia 2020 fue del 83,43% y la encuesta llegó al 20%");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].measure, model::Measure::porcentaje_ejecucion);
  EXPECT_EQ(found[0].amount->unit, model::Unit::percent);
}

TEST(Prose, LongCellsAreProseAndShortOnesAreNot) {
  Document document;
  document.heading("Ruta por la transparencia 2020");
  document.add(table_of({{"COMPROMISO", "RESPONSABLE", "AVANCE / EVIDENCIAS"},
                         {"1. Hacer uso del SECOP II", "Oficina 12",
                          "La contratación con corte al 30 de junio de 2020 suma 849 contratos publicados"}},
                        1));
  const auto figures = document.read().records.prose;
  std::vector<model::ProseFigure> cells;
  for (const auto& figure : figures) {
    if (figure.source.table == 0) cells.push_back(figure);
  }
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(value(cells[0]), "849");
  EXPECT_EQ(cells[0].source.row, 1);
  EXPECT_EQ(cells[0].source.column, 2);
  EXPECT_EQ(cells[0].source.block, -1);
  EXPECT_EQ(cells[0].label, "contratos publicados");
  EXPECT_EQ(cells[0].vigencia, 2020);
}

TEST(Prose, ThousandsOfCountsAreCertain) {
  const auto found = of("Se vacunaron 33.022 personas y se pavimentaron 42.125 km");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(value(found[0]), "33022");
  EXPECT_EQ(value(found[1]), "-");
}

}  // namespace
}  // namespace cotejo::mapping
