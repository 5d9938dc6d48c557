#include <gtest/gtest.h>

#include "tests/pipeline/checks/grid.h"

// A table whose lines the reading cut in two: its pieces are never given as the report's slips.
namespace cotejo::checks {
namespace {

using model::Measure;
using testing::Document;

std::string all_of(const Document& document) {
  std::string text;
  for (const model::Finding& finding : document.check().findings)
    if (finding.severity != model::Severity::info) text += finding.message + "\n";
  return text;
}

Document cut_budget(const std::string& second_label) {
  Document document;
  document
      .table("Ejecución por dependencia", 1,
             {{"Dependencia", "Definitiva", "Compromisos", "Pagos"},
              {"Hacienda", "$ 2.404.330.000", "$ 1.643.234.615", "$ 1.565.603.922"},
              {"Secretaría de Salud", "$ 7.021.962.0", "$ 6.281.370.", "$ 5.853.500.73"},
              {second_label, "00", "627", "4"},
              {"Planeación", "$ 1.866.138.000", "$ 1.744.031.899", "$ 1.650.124.587"}})
      .measure(1, "apropiacion_definitiva")
      .measure(2, "compromisos")
      .measure(3, "pagos")
      .kind("presupuesto");
  return document;
}

TEST(ReadInPieces, AFigureThatWasCutSaysNothing) {
  EXPECT_EQ(all_of(cut_budget("")), "");
  EXPECT_EQ(all_of(cut_budget("y protección")), "");  // the label was cut as well
}

TEST(ReadInPieces, SmallPaymentsUnderAWholeFigureAreTheirOwn) {
  Document document;
  document
      .table("Ejecución por dependencia", 1,
             {{"Dependencia", "Compromisos", "Pagos"},
              {"Hacienda", "$ 1.643.234", "$ 1.565.603"},
              {"Salud", "$ 6.281.370", "$ 5.853.500"},
              {"Caja menor", "$ 12", "$ 734"},
              {"Planeación", "$ 1.744.031", "$ 1.650.124"}})
      .measure(1, "compromisos")
      .measure(2, "pagos")
      .kind("presupuesto");
  EXPECT_NE(all_of(document), "");
}

TEST(ReadInPieces, AFigureOfWhichAPieceWasReadIsNoFigure) {
  const auto variation = [](const std::string& last) {
    Document document;
    document.table("Comparativo", 1,
                   {{"Sector", "2022", "2023", "Variación"},
                    {"Salud", "5.100.000,00", "5.043.000,00", "(57.000,00)"},
                    {"Cultura", "5.683.000,00", "746.000,00", "(4.937.000,00)"},
                    {"Transporte", "5.572.000,00", "564.000,00", "(5.008.000,00)"},
                    {"Ambiente", "118.000,00", "7.392.000,00", "7.274.000,00"},
                    {"Desastres", "8.164.000,00", "7.469.000,00", last}});
    return document;
  };
  EXPECT_EQ(all_of(variation("(695.000,0 0)")), "");
  EXPECT_EQ(all_of(variation("(695.00\n0,0)")), "");
  EXPECT_NE(all_of(variation("695.000,00")), "");
}

// A plan as it is printed, and its commitments as they were read from it.
Document plan(const std::vector<std::vector<std::string>>& rows) {
  Document document;
  std::vector<std::vector<std::string>> grid{{"No.", "Actividad", "Responsable", "Fecha", ""}};
  grid.insert(grid.end(), rows.begin(), rows.end());
  document.table("Plan de acción", 1, grid)
      .measure(1, "compromiso", mapping::ColumnRole::text)
      .measure(2, "responsable", mapping::ColumnRole::text)
      .measure(3, "fecha", mapping::ColumnRole::date)
      .kind("compromisos");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i][1].empty()) continue;
    model::Commitment commitment;
    commitment.number = rows[i][0];
    commitment.text = rows[i][1];
    commitment.responsible = rows[i][2];
    commitment.due_text = rows[i][3];
    document.commitment(std::move(commitment), static_cast<int>(i) + 1);
  }
  return document;
}

TEST(ReadInPieces, ACommitmentThatWasCutMayHaveWhatItLacks) {
  const std::vector<std::string> whole{"1", "Publicar el informe", "Planeación", "10/02/2021", ""};
  EXPECT_EQ(
      all_of(plan({whole, {"2", "Hacer seguimiento a los", "", "", ""}, {"", "informes", "Salud", "3/4/2021", ""}})),
      "");
  EXPECT_EQ(
      all_of(plan({whole, {"2", "Formular el sistema", "Salud", "", ""}, {"", "de gestión", "", "3/4/2021", ""}})), "");
  EXPECT_EQ(all_of(plan({whole, {"2", "Formular el sistema", "", "3/4/2021", ""}, {"", "", "Salud", "", ""}})), "");
  EXPECT_NE(all_of(plan(
                {whole, {"2", "Formular el sistema", "", "3/4/2021", ""}, {"3", "Revisar", "Salud", "3/4/2021", ""}})),
            "");
}

TEST(ReadInPieces, AMarkUnderAHeadThatWasNotReadIsADate) {
  const std::vector<std::string> whole{"1", "Publicar el informe", "Planeación", "10/02/2021", ""};
  EXPECT_EQ(all_of(plan({whole, {"2", "Formular el sistema", "Salud", "", "X"}})), "");
  EXPECT_NE(all_of(plan({whole, {"2", "Formular el sistema", "Salud", "", ""}})), "");
}

TEST(ReadInPieces, AColumnWhoseFiguresAllBreakOffIsOfNoFigures) {
  Document document;
  document.table("Relación de contratos", 1,
                 {{"Contrato", "Objeto", "Valor"},
                  {"", "Suministro para la política de", "$ 3.989.500."},
                  {"CO-001", "gobierno digital", "000"},
                  {"", "Mantenimiento de la red", "$ 8.275.100."},
                  {"CV-002", "terciaria", "000"},
                  {"", "Apoyo al plan anual de", "$ 5.661.200."},
                  {"CPS-003", "adquisiciones", "000"},
                  {"TOTAL", "", "$ 17.925.800.000"}});
  EXPECT_EQ(all_of(document), "");
}

TEST(ReadInPieces, AFigureWithoutItsEndIsNoFigure) {
  const auto variation = [](const std::string& total) {
    Document document;
    document.table("Comparativo", 1,
                   {{"Sector", "Variación"},
                    {"Salud", "$ 3.551.000.000,00"},
                    {"Deporte", "$ 2.022.000.000,00"},
                    {"Cultura", "$ 3.689.000.000,00"},
                    {"Total", total}});
    return all_of(document);
  };
  EXPECT_EQ(variation("$ 9.262.000.000,00"), "");
  EXPECT_EQ(variation("$ 9.262.000.00"), "");
  EXPECT_NE(variation("$ 9.622.000.000,00"), "");
}

}  // namespace
}  // namespace cotejo::checks
