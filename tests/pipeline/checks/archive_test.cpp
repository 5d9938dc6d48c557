#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/checks/check.h"

namespace cotejo::checks {
namespace {

model::BudgetEntry entry(int vigencia, const char* code, const char* measure, std::int64_t pesos, bool total) {
  model::BudgetEntry made;
  made.vigencia = vigencia;
  made.code = code;
  made.measure = model::measure_named(measure);
  made.amount = {{pesos, 0}, model::Unit::cop};
  made.total = total;
  made.source.page = 3;
  made.source.table = 0;
  return made;
}

// A detailed budget of 2021, and a summary of two years by another office under another name of the municipality.
std::vector<ArchiveDocument> archive(std::int64_t summary) {
  ArchiveDocument detail{"ejecucion.pdf", "aa", {}};
  detail.records.document.entity = "ALCALDÍA MUNICIPAL DE PRUEBA";
  detail.records.document.cutoff = "2021-12-31";
  detail.records.budget = {entry(2021, "2.1", "apropiacion_definitiva", 148'643'238'000, false),
                           entry(2021, "2.2", "apropiacion_definitiva", 100'000'000'000, false),
                           entry(2021, "", "apropiacion_definitiva", 248'643'238'000, true)};
  ArchiveDocument resume{"gestion.pdf", "bb", {}};
  resume.records.document.entity = "Municipio de Prueba";
  resume.records.budget = {entry(2020, "", "apropiacion_definitiva", 59'796'430'000, false),
                           entry(2021, "", "apropiacion_definitiva", summary, false)};
  return {detail, resume};
}

TEST(Archive, OneFigureInTwoReportsIsReportedAtTheOneWithLessBehindIt) {
  const auto found = check_archive(archive(248'463'238'000));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].sha256, "bb");
  EXPECT_EQ(found[0].finding.rule, "entre-documentos");
  EXPECT_EQ(found[0].finding.severity, model::Severity::error);
  EXPECT_EQ(found[0].finding.reported, "248463238000");
  EXPECT_EQ(found[0].finding.expected, "248643238000");
  EXPECT_EQ(found[0].finding.diagnosis, model::Diagnosis::digits_transposed);
  ASSERT_EQ(found[0].finding.evidence.size(), 2U);
  EXPECT_EQ(found[0].finding.evidence[1].document, "aa");
}

TEST(Archive, AgreeingReportsAndOtherEntitiesAreLeftAlone) {
  EXPECT_TRUE(check_archive(archive(248'643'238'000)).empty());
  auto apart = archive(248'463'238'000);
  apart[1].records.document.entity = "Municipio de Otra Parte";
  EXPECT_TRUE(check_archive(apart).empty());
}

TEST(Archive, AReportOfTheMiddleOfTheYearIsNotComparedWithItsClose) {
  auto early = archive(248'463'238'000);
  early[0].records.document.cutoff = "2021-06-30";
  EXPECT_TRUE(check_archive(early).empty());
}

TEST(Archive, FiguresThatHaveNothingInCommonAreANote) {
  const auto found = check_archive(archive(12'000'000'000));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].finding.severity, model::Severity::info);
}

TEST(Archive, ReportsThatDifferInMostFiguresGetOneNote) {
  const auto differing = [](int differ) {
    std::vector<ArchiveDocument> documents = archive(248'643'238'000);
    for (ArchiveDocument& document : documents) document.records.budget.clear();
    for (int line = 0; line < 10; ++line) {
      const std::string code = "2.1." + std::to_string(line + 1);
      const std::int64_t pesos = 5'104'300 + line;
      documents[0].records.budget.push_back(entry(2021, code.c_str(), "pagos", pesos, false));
      documents[1].records.budget.push_back(
          entry(2021, code.c_str(), "pagos", line < differ ? pesos * 103 / 100 : pesos, false));
    }
    return check_archive(documents);
  };
  ASSERT_EQ(differing(9).size(), 1U);
  EXPECT_EQ(differing(9)[0].finding.severity, model::Severity::info);
  EXPECT_NE(differing(9)[0].finding.message.find("9 de las 10"), std::string::npos);
  EXPECT_EQ(differing(2).size(), 2U);
  EXPECT_EQ(differing(2)[0].finding.severity, model::Severity::error);
}

TEST(Archive, TheOrderOfDocumentsChangesNothing) {
  auto documents = archive(248'463'238'000);
  const auto before = check_archive(documents);
  std::reverse(documents.begin(), documents.end());
  const auto after = check_archive(documents);
  ASSERT_EQ(before.size(), after.size());
  EXPECT_EQ(before[0].finding.fingerprint, after[0].finding.fingerprint);
  EXPECT_EQ(before[0].sha256, after[0].sha256);
}

TEST(EntityKey, JoinsTheNamesOfOneEntity) {
  EXPECT_EQ(entity_key("Alcaldía Municipal de Honda"), entity_key("MUNICIPIO DE HONDA"));
  EXPECT_NE(entity_key("Municipio de Honda"), entity_key("Municipio de Natagaima"));
  EXPECT_NE(entity_key("Hospital San Vicente de Paúl"), entity_key("Hospital San Juan de Dios"));
  EXPECT_EQ(entity_key(""), "");
}

}  // namespace
}  // namespace cotejo::checks
