// Kinds of budget tables and lists that reports print: what each must give, and what must not be made of it.
#include <gtest/gtest.h>

#include "pipeline/mapping/columns/column_numbers.h"
#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

// "vigencia|code|description|measure|value", " T" for totals.
std::vector<std::string> lines(const DocumentReading& reading) {
  std::vector<std::string> out;
  for (const model::BudgetEntry& it : reading.records.budget)
    out.push_back(std::to_string(it.vigencia) + "|" + it.code + "|" + it.description + "|" +
                  std::string(model::name_of(it.measure)) + "|" + it.amount.value.to_string() + (it.total ? " T" : ""));
  return out;
}

using Lines = std::vector<std::string>;

TEST(BudgetKinds, AListWithoutHeadIsOfTheSumThatTheTextAboveTells) {
  const Grid list = {{"Servicios personales…………", "$ 43.535.398"},
                     {"Gastos generales", "$ 4.081.010"},
                     {"Fondo de cesantías……", "$148.906.333"}};
  Document announced;
  announced.paragraph("La entidad constituyó las cuentas por pagar de la vigencia 2013, por $196.522.741, pagadas.");
  announced.add(table_of(list, 0));
  const DocumentReading reading = announced.read();
  EXPECT_EQ(lines(reading), (Lines{"2013||Servicios personales|cuentas_por_pagar|43535398",
                                   "2013||Gastos generales|cuentas_por_pagar|4081010",
                                   "2013||Fondo de cesantías|cuentas_por_pagar|148906333"}));
  EXPECT_EQ(reading.tables[0].kind, model::TableKind::budget);

  Document other;  // another sum: the list is of something else
  other.paragraph("La entidad constituyó las cuentas por pagar de la vigencia 2013, por $196.522.742, pagadas.");
  other.add(table_of(list, 0));
  EXPECT_EQ(lines(other.read()), Lines{});
}

TEST(BudgetKinds, SignsInHeadsTellTransfersIn) {
  Document document;
  document.heading("Ejecución de gastos 2019");
  document.add(
      table_of({{"Rubro", "Ppto inicial", "Traslados (+)", "Traslados (-)", "Modificaciones (+)", "Ppto vigente"},
                {"Gastos de personal", "800.000.000", "20.000.000", "40.000.000", "1.000.000", "781.000.000"}},
               1));
  EXPECT_EQ(
      lines(document.read()),
      (Lines{"2019||Gastos de personal|apropiacion_inicial|800000000", "2019||Gastos de personal|creditos|20000000",
             "2019||Gastos de personal|contracreditos|40000000", "2019||Gastos de personal|adiciones|1000000",
             "2019||Gastos de personal|apropiacion_definitiva|781000000"}));
}

TEST(BudgetKinds, AListBehindAColonIsOfWhatTheSentenceTells) {
  Document document;
  document.paragraph("El presupuesto de la corporación para la vigencia 2019 fue de $1.450.000, distribuido así:");
  document.paragraph("Gastos de personal: $ 980.000");
  document.paragraph("Transferencias: $ 470.000.");
  EXPECT_EQ(lines(document.read()), (Lines{"2019||Gastos de personal|apropiacion_definitiva|980000",
                                           "2019||Transferencias|apropiacion_definitiva|470000"}));

  Document other;  // nothing says what is listed
  other.paragraph("Los predios se avaluaron así:");
  other.paragraph("Lote El Prado: $ 980.000");
  other.paragraph("Casa de la cultura: $ 470.000.");
  EXPECT_EQ(lines(other.read()), Lines{});
}

TEST(BudgetKinds, StagesAgreeWithTheNounBeforeThem) {
  Document document;
  document.heading("Proyectos de inversión 2022");
  document.add(table_of({{"Nombre del proyecto", "Recursos apropiados", "Inversión comprometida", "Cuantía girada"},
                         {"Fortalecimiento del emprendimiento", "1.200.000.000", "1.100.000.000", "900.000.000"}},
                        1));
  EXPECT_EQ(lines(document.read()), (Lines{"2022||Fortalecimiento del emprendimiento|apropiacion_definitiva|1200000000",
                                           "2022||Fortalecimiento del emprendimiento|compromisos|1100000000",
                                           "2022||Fortalecimiento del emprendimiento|pagos|900000000"}));
}

TEST(BudgetKinds, SharesOfPetitionsAreNoExecutionOfABudget) {
  Document document;
  document.heading("PQRSD por dependencia 2020");
  document.add(table_of({{"Secretaría", "Asignadas", "Resueltas", "% Cumplimiento"},
                         {"Educación", "1.250", "1.180", "94,4%"},
                         {"Hacienda", "980", "960", "98,0%"}},
                        1));
  const DocumentReading reading = document.read();
  EXPECT_EQ(lines(reading), Lines{});
  EXPECT_EQ(reading.records.pqrs.size(), 4U);
}

TEST(BudgetKinds, WhereStagesRunDownATotalOfOneIsNoSumOfThoseAbove) {
  Document document;
  document.heading("Situación presupuestal 2015");
  document.add(table_of({{"Presupuesto definitivo", "$ 5.200.000.000"},
                         {"Total compromisos", "$ 4.950.000.000"},
                         {"Total pagos", "$ 4.200.000.000"},
                         {"Cuentas por pagar", "$ 700.000.000"}},
                        0));
  const DocumentReading reading = document.read();
  EXPECT_EQ(lines(reading),
            (Lines{"2015||Presupuesto definitivo|apropiacion_definitiva|5200000000",
                   "2015||Total compromisos|compromisos|4950000000", "2015||Total pagos|pagos|4200000000",
                   "2015||Cuentas por pagar|cuentas_por_pagar|700000000"}));
}

TEST(BudgetKinds, NumbersOfColumnsTellHowTheyAreMade) {
  Document document;
  document.heading("Ejecución de gastos 2019");
  document.add(table_of({{"Concepto", "Inicial", "Adiciones", "Reducciones", "Definitiva", "Pagos", "%"},
                         {"", "(1)", "(2)", "(3)", "(4)=(1)+(2)-(3)", "(5)", "(6)=(5)/(4)*100"},
                         {"Personal", "800.000.000", "20.000.000", "40.000.000", "780.000.000", "700.000.000", "89,7"}},
                        1));
  const DocumentReading reading = document.read();
  const std::vector<ColumnFormula> formulas = column_formulas(document.bundle.tables[0], reading.tables[0]);
  ASSERT_EQ(formulas.size(), 2U);
  EXPECT_EQ(formulas[0].result, 4);
  ASSERT_EQ(formulas[0].terms.size(), 3U);
  EXPECT_EQ(formulas[0].terms[2].column, 3);
  EXPECT_EQ(formulas[0].terms[2].weight, -1);
  EXPECT_TRUE(formulas[1].ratio);
  EXPECT_EQ(formulas[1].terms[0].column, 5);
}

}  // namespace
}  // namespace cotejo::mapping
