// The example of CONTRIBUTING, «A rule», as it would stand in pipeline/checks/rules/tables/total_en_cero.cpp: built and
// run here, so that the text stays true.
#include <gtest/gtest.h>

#include "pipeline/checks/rule.h"
#include "pipeline/checks/spanish.h"
#include "tests/pipeline/checks/grid.h"

namespace cotejo::checks {
namespace {

// A total that prints zero over lines that do not.
void total_en_cero(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    for (const Relation& relation : table.relations) {
      if (relation.kind != RelationKind::column_sum) continue;
      report.tested(1);
      const Figure& total = table.figures.at(relation.result);
      if (total.known != Known::printed || total.amount.value.mantissa != 0) continue;
      const Outcome outcome = test(relation, table.figures);
      if (outcome.verdict != Verdict::fails) continue;
      model::Finding finding;
      finding.table = table.figures.reading().table;
      finding.reported = "0";
      finding.expected = model::micro_to_string(outcome.expected);
      finding.message = "El total de " + guillemets(table.figures.column_name(relation.result.column)) +
                        " está en cero; sus líneas suman " + written(outcome.expected, total.amount.unit) + ".";
      finding.evidence.push_back(evidence_of(table, relation.result, model::Role::reported));
      report.add(std::move(finding),
                 table.figures.table().title + "|" + table.figures.column_name(relation.result.column));
    }
  }
}

// The one line of pipeline/checks/rules/rules.cpp.
const Rule kExample{"total-en-cero", model::Severity::warning, total_en_cero, nullptr};

model::CheckResult run(testing::Document& document) {
  const Context context{document.reading(), {analyse(document.bundle().tables[0], document.reading().tables[0])}};
  model::CheckResult result;
  const RuleSettings settings;
  Report report(kExample, settings, result);
  kExample.document(context, report);
  return result;
}

TEST(ExampleRule, FlagsItsFailingFixture) {
  testing::Document document;
  document.table("Gastos", 1, {{"Rubro", "Valor"}, {"Aseo", "$ 5.100"}, {"Vías", "$ 2.200"}, {"Total", "$ 0"}});
  const model::CheckResult result = run(document);
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].rule, "total-en-cero");
  EXPECT_EQ(result.findings[0].severity, model::Severity::warning);
  EXPECT_EQ(result.findings[0].message, "El total de «Valor» está en cero; sus líneas suman $ 7.300.");
  EXPECT_EQ(result.findings[0].page, 1);
  EXPECT_EQ(result.findings[0].fingerprint.size(), 16U);
}

TEST(ExampleRule, LeavesItsCleanFixtureAlone) {
  testing::Document document;
  document.table("Gastos", 1, {{"Rubro", "Valor"}, {"Aseo", "$ 5.100"}, {"Vías", "$ 2.200"}, {"Total", "$ 7.300"}});
  const model::CheckResult result = run(document);
  EXPECT_TRUE(result.findings.empty());
  EXPECT_EQ(result.relations_tested, 1);
}

}  // namespace
}  // namespace cotejo::checks
