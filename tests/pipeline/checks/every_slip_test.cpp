#include <gtest/gtest.h>

#include "pipeline/checks/check.h"
#include "tests/pipeline/checks/grid.h"

namespace cotejo::checks {
namespace {

using testing::Document;
using Rows = std::vector<std::vector<std::string>>;
using Build = Document (*)(const Rows&);

// What a table that adds up says when one digit of one figure is another: the findings of every such change.
struct Told {
  int changes = 0;
  int once = 0;    // one finding
  int placed = 0;  // … whose evidence holds the changed figure
  std::string first_other;
};

bool points_at(const model::Finding& finding, int row, int column) {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const model::Evidence& evidence) {
    return evidence.source.row == row && evidence.source.column == column;
  });
}

// Every digit of every figure below the head and right of the labels becomes another one.
Told change_every_digit(const Rows& rows, Build build) {
  Told told;
  for (std::size_t r = 1; r < rows.size(); ++r)
    for (std::size_t c = 1; c < rows[r].size(); ++c)
      for (std::size_t i = 0; i < rows[r][c].size(); ++i) {
        const char digit = rows[r][c][i];
        if (digit < '0' || digit > '9') continue;
        Rows changed = rows;
        changed[r][c][i] = digit == '9' ? '4' : static_cast<char>(digit + 1);
        Document document = build(changed);
        const std::vector<model::Finding> findings = document.check().findings;
        ++told.changes;
        const bool once = findings.size() == 1;
        told.once += once;
        const bool placed = once && points_at(findings.front(), static_cast<int>(r), static_cast<int>(c));
        told.placed += placed;
        if (!placed && told.first_other.empty())
          told.first_other = rows[r][c] + " → " + changed[r][c] + ": " + std::to_string(findings.size()) + " findings";
      }
  return told;
}

void expect_every_slip_told_once(const Rows& rows, Build build) {
  EXPECT_TRUE(build(rows).check().findings.empty()) << "the table as it is adds up";
  const Told told = change_every_digit(rows, build);
  EXPECT_GT(told.changes, 70);
  EXPECT_EQ(told.once, told.changes) << told.first_other;
  EXPECT_EQ(told.placed, told.changes) << told.first_other;
}

TEST(EverySlip, OfATableThatAddsUpBothWaysIsToldOnce) {
  expect_every_slip_told_once({{"Dependencia", "Enero", "Febrero", "Marzo", "Total"},
                               {"Hacienda", "1.254", "1.118", "1.306", "3.678"},
                               {"Planeación", "842", "917", "768", "2.527"},
                               {"Salud", "2.031", "1.975", "2.214", "6.220"},
                               {"Gobierno", "615", "588", "702", "1.905"},
                               {"Total", "4.742", "4.598", "4.990", "14.330"}},
                              [](const Rows& rows) {
                                Document document;
                                document.table("Solicitudes por dependencia", 1, rows);
                                return document;
                              });
}

TEST(EverySlip, OfABudgetWithItsIdentityIsToldOnce) {
  expect_every_slip_told_once({{"Rubro", "Inicial", "Adiciones", "Reducciones", "Definitiva"},
                               {"Aseo", "5.104.300", "752.100", "118.250", "5.738.150"},
                               {"Vigilancia", "2.417.850", "304.600", "95.700", "2.626.750"},
                               {"Papelería", "1.836.420", "127.350", "61.890", "1.901.880"},
                               {"Total", "9.358.570", "1.184.050", "275.840", "10.266.780"}},
                              [](const Rows& rows) {
                                Document document;
                                document.table("Presupuesto", 1, rows);
                                document.measure(1, "apropiacion_inicial").measure(2, "adiciones");
                                document.measure(3, "reducciones").measure(4, "apropiacion_definitiva");
                                return document;
                              });
}

// A report that holds: its text says again what its tables print.
Document report_of(const std::vector<std::string>& paragraphs) {
  Document document;
  document.table("PQRSD recibidas por tipo", 1,
                 {{"Tipo", "Cantidad", "%"},
                  {"Peticiones", "1.204", "54,73%"},
                  {"Quejas", "613", "27,86%"},
                  {"Reclamos", "287", "13,05%"},
                  {"Sugerencias", "96", "4,36%"},
                  {"TOTAL", "2.200", "100,00%"}});
  document.kind("pqrs");
  document.table("Ejecución de gastos", 1,
                 {{"Concepto", "Definitiva", "Pagos"},
                  {"Personal", "$ 5.104.327.150", "$ 4.752.118.400"},
                  {"Materiales", "$ 2.417.850.360", "$ 2.195.704.610"},
                  {"TOTAL", "$ 7.522.177.510", "$ 6.947.823.010"}});
  for (const std::string& paragraph : paragraphs) document.paragraph(paragraph);
  return document;
}

TEST(EverySlip, OfTheTextIsToldWhereItStands) {
  const std::vector<std::string> paragraphs{
      "En la vigencia se recibieron en total 2.200 solicitudes, de las cuales 1.204 fueron peticiones, 613 quejas, 287 "
      "reclamos y 96 sugerencias.",
      "El mayor número corresponde a peticiones (1.204), seguido de quejas (613) y de reclamos (287).",
      "Los gastos de personal tuvieron una apropiación de $ 5.104.327.150 y pagos por $ 4.752.118.400, y los "
      "materiales "
      "una apropiación de $ 2.417.850.360.",
      "Se cumplieron 29 actividades de 42 proyectadas, es decir, el 69%."};
  EXPECT_TRUE(report_of(paragraphs).check().findings.empty()) << report_of(paragraphs).check().findings.front().message;
  int changes = 0, told = 0;
  std::string first_missed;
  for (std::size_t p = 0; p < paragraphs.size(); ++p)
    for (std::size_t i = 0; i < paragraphs[p].size(); ++i) {
      if (paragraphs[p][i] < '0' || paragraphs[p][i] > '9') continue;
      std::vector<std::string> changed = paragraphs;
      changed[p][i] = changed[p][i] == '9' ? '4' : static_cast<char>(changed[p][i] + 1);
      const std::vector<model::Finding> findings = report_of(changed).check().findings;
      ++changes;
      const bool here = findings.size() == 1 && findings.front().evidence.front().source.block == static_cast<int>(p);
      told += here;
      if (!here && first_missed.empty())
        first_missed = changed[p] + ": " + std::to_string(findings.size()) + " findings";
    }
  RecordProperty("changes", changes);
  RecordProperty("told", told);
  EXPECT_GT(changes, 60);
  EXPECT_GE(10 * told, 9 * changes) << told << " of " << changes << "; first: " << first_missed;
}

}  // namespace
}  // namespace cotejo::checks
