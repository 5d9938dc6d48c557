#include "model/store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

#include "model/store/archive/archive.h"
#include "tests/model/store/store_fixture.h"

namespace cotejo::store {
namespace {

// A check that finds nothing, at the end of which all that was found has its number.
model::Status check_archive_of_nothing(Store& store) {
  return end_archive_check(store, {}, begin_archive_check(store).value());
}

TEST_F(StoreTest, SavesAndFindsByContentAndPath) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const auto found = store.find(sample.bundle.sha256).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, model::DocumentState::complete);
  EXPECT_THAT(found->paths, testing::ElementsAre("/archivo/informe.pdf"));
  EXPECT_TRUE(store.find_path("/archivo/informe.pdf").value());
  EXPECT_FALSE(store.find_path("/archivo/otro.pdf").value());
  EXPECT_EQ(store.encoded(sample.bundle.sha256).value(), "codec bytes");
}

TEST_F(StoreTest, SavingAgainDoublesNothingAndKeepsFindingNumbersAndDecisions) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::int64_t id = store.findings().value().at(0).id;
  ASSERT_TRUE(
      store.decide({id}, {model::DecisionState::dismissed, "", "se sumó otra vigencia", "ana", "2024-01-01T00:00:00Z"})
          .ok());
  const std::string digest = store.digest().value();
  Finding before = sample.checks.findings[0];
  before.fingerprint = "f0";
  sample.checks.findings.insert(sample.checks.findings.begin(), before);
  ASSERT_TRUE(store.save(sample.result()).ok());
  const auto findings = store.findings().value();
  ASSERT_EQ(findings.size(), 2);
  EXPECT_EQ(findings[1].id, id);
  EXPECT_EQ(findings[1].decision.state, model::DecisionState::dismissed);
  EXPECT_NE(store.digest().value(), digest);
  EXPECT_EQ(store.counts().value().budget, 1);
  EXPECT_EQ(store.counts().value().pages, 1);
}

TEST_F(StoreTest, DigestDependsOnContentOnly) {
  std::string digests[2];
  for (int order = 0; order < 2; ++order) {
    remove();
    Store store = create();
    Sample a("a.pdf", std::string(64, 'a'));
    Sample b("b.pdf", std::string(64, 'b'));
    ASSERT_TRUE(store.save(order == 0 ? a.result() : b.result()).ok());
    ASSERT_TRUE(store.save(order == 0 ? b.result() : a.result("/otra/carpeta/a.pdf")).ok());
    digests[order] = store.digest().value();
  }
  EXPECT_EQ(digests[0], digests[1]);
}

TEST_F(StoreTest, CopiesAreLinkedUnderTheFirstOfTheirNames) {
  Store store = create();
  Sample sample("b.pdf");
  ASSERT_TRUE(store.save(sample.result("/x/b.pdf")).ok());
  ASSERT_TRUE(store.add_path(sample.bundle.sha256, "/y/a.pdf").ok());
  EXPECT_EQ(store.find(sample.bundle.sha256).value()->file_name, "a.pdf");
  EXPECT_EQ(store.paths().value().size(), 2);
}

TEST_F(StoreTest, SearchFoldsCaseAndAccentsAndTakesOperatorsAsWords) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const auto hits = store.search("EJECUCION presup*").value();
  ASSERT_EQ(hits.size(), 1);
  EXPECT_EQ(hits[0].page, 1);
  EXPECT_THAT(hits[0].snippet, testing::HasSubstr("«Ejecución»"));
  EXPECT_TRUE(store.search("\" OR NEAR( AND").ok());
  EXPECT_TRUE(store.search("inexistente").value().empty());
}

TEST_F(StoreTest, FindingsFilter) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const auto count = [&](FindingFilter filter) { return store.findings(filter).value().size(); };
  EXPECT_EQ(count({.rule = "total-no-cuadra", .severity = "error", .state = "abierto"}), 1);
  EXPECT_EQ(count({.rule = "duplicado"}), 0);
  EXPECT_EQ(count({.state = "aceptado"}), 0);
  EXPECT_EQ(count({.documents = std::vector<std::int64_t>{store.document_rows().value().at(0).id}}), 1);
  EXPECT_EQ(count({.documents = std::vector<std::int64_t>{99}}), 0);
  EXPECT_EQ(count({.documents = std::vector<std::int64_t>{}}), 0);
}

TEST_F(StoreTest, FindingDetailHasStepsAndEvidence) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const auto found = store.finding(store.findings().value().at(0).id);
  ASSERT_TRUE(found.ok() && found.value());
  const FindingDetail& detail = *found.value();
  EXPECT_EQ(detail.steps.size(), 2);
  ASSERT_EQ(detail.evidence.size(), 1);
  EXPECT_EQ(detail.evidence[0].file, "informe.pdf");
  EXPECT_EQ(detail.path, "/archivo/informe.pdf");
  EXPECT_FALSE(store.finding(999).value());
}

TEST_F(StoreTest, RecordsComeBackAsTheyWere) {
  Store store = create();
  Sample a("a.pdf", std::string(64, 'a'));
  Sample b("b.pdf", std::string(64, 'b'));
  ASSERT_TRUE(store.save(a.result()).ok());
  ASSERT_TRUE(store.save(b.result()).ok());
  ASSERT_THAT(store.entities().value(), testing::Contains(testing::Pair("Alcaldía de Prueba", 2)));
  const auto stored = store.records_of_content(a.bundle.sha256).value();
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->file_name, "a.pdf");
  ASSERT_EQ(stored->records.budget.size(), 1);
  EXPECT_EQ(stored->records.budget[0].amount, a.records.budget[0].amount);
  EXPECT_EQ(stored->records.budget[0].source.table, 0);
}

TEST_F(StoreTest, NamesOfDependenciesAreReplacedWithTheRecordsAndCountAsContent) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::string without = store.digest().value();
  sample.records.dependencies = {{"SEC. HACIENDA", 0, "Secretaría de Hacienda", "secretaria hacienda", 2}};
  ASSERT_TRUE(store.save_checks(sample.bundle.sha256, sample.records, sample.checks).ok());
  const std::string with = store.digest().value();
  EXPECT_NE(with, without);
  ASSERT_TRUE(store.save_checks(sample.bundle.sha256, sample.records, sample.checks).ok());
  ASSERT_TRUE(store.save(sample.result()).ok());
  EXPECT_EQ(store.digest().value(), with);
  sample.records.dependencies.clear();
  ASSERT_TRUE(store.save(sample.result()).ok());
  EXPECT_EQ(store.digest().value(), without);
}

TEST_F(StoreTest, FiguresOutsideAreReplacedWithTheirDocumentAndCountAsContent) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::string without = store.digest().value();
  sample.bundle.outside.push_back({1, {10, 20, 30, 40}, "1.000", model::Origin::ocr, 0.5});
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::string with = store.digest().value();
  EXPECT_NE(with, without);
  ASSERT_TRUE(store.save(sample.result()).ok());
  EXPECT_EQ(store.digest().value(), with);
  sample.bundle.outside.clear();
  ASSERT_TRUE(store.save(sample.result()).ok());
  EXPECT_EQ(store.digest().value(), without);
}

TEST_F(StoreTest, ArchiveFindingsAreReplacedByThemselvesOnly) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  Finding between;
  between.rule = "entre-documentos";
  between.fingerprint = "x";
  between.message = "m";
  ASSERT_TRUE(save_compared(store, {{sample.bundle.sha256, &between}}, {sample.bundle.sha256}).ok());
  EXPECT_EQ(store.findings().value().size(), 2);
  ASSERT_TRUE(store.save_checks(sample.bundle.sha256, sample.records, sample.checks).ok());
  EXPECT_EQ(store.findings().value().size(), 2);
  ASSERT_TRUE(save_compared(store, {}, {sample.bundle.sha256}).ok());
  EXPECT_EQ(store.findings().value().size(), 1);
}

TEST_F(StoreTest, FindingsAreNumberedByRouteAndPlaceAndKeepTheirNumbers) {
  std::vector<std::pair<std::int64_t, std::string>> numbers[2];
  for (int order = 0; order < 2; ++order) {
    remove();
    Store store = create();
    Sample a("a.pdf", std::string(64, 'a')), b("b.pdf", std::string(64, 'b'));
    ASSERT_TRUE(store.save(order == 0 ? a.result() : b.result()).ok());
    ASSERT_TRUE(store.save(order == 0 ? b.result() : a.result()).ok());
    ASSERT_TRUE(check_archive_of_nothing(store).ok());
    const auto found = store.findings().value();
    for (const FindingRow& it : found) numbers[order].emplace_back(it.id, it.route + it.mark);
    EXPECT_EQ(numbers[order].front().first, 1);
    Sample first("0.pdf", std::string(64, 'c'));
    ASSERT_TRUE(store.save(first.result()).ok());
    // Before the run ends, or when it is killed, it has the number that it will have.
    EXPECT_EQ(store.findings().value().at(0).id, 3);
    EXPECT_EQ(store.finding(3).value()->finding.route, "0.pdf");
    EXPECT_EQ(store.number_of_mark(store.findings().value().at(0).mark).value(), 3);
    std::vector<std::string> numbers_shown;
    for (const char* view : {"hallazgos", "evidencias"}) {
      ASSERT_TRUE(store
                      .each_row(view, {},
                                [&](const std::vector<Value>& row) -> model::Status {
                                  numbers_shown.push_back(std::to_string(std::get<std::int64_t>(row[0])));
                                  return model::Done{};
                                })
                      .ok());
    }
    EXPECT_THAT(numbers_shown, testing::UnorderedElementsAre("1", "1", "2", "2", "3", "3"));
    ASSERT_TRUE(check_archive_of_nothing(store).ok());
    EXPECT_EQ(store.findings().value().at(0).id, 3);
    EXPECT_EQ(store.findings().value().at(1).id, 1);
  }
  EXPECT_EQ(numbers[0], numbers[1]);
}

TEST_F(StoreTest, AFindingIsFoundByItsMarkOrTheBeginningOfIt) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  ASSERT_TRUE(check_archive_of_nothing(store).ok());
  const FindingRow row = store.findings().value().at(0);
  EXPECT_EQ(row.mark.size(), 8);
  EXPECT_EQ(row.mark.find_first_not_of("abcdefghijklmnop"), std::string::npos);
  EXPECT_EQ(store.number_of_mark(row.mark).value(), row.id);
  EXPECT_EQ(store.number_of_mark(row.mark.substr(0, 4)).value(), row.id);
  EXPECT_EQ(store.number_of_mark(row.mark.substr(0, 3)).value(), 0);
  EXPECT_EQ(store.number_of_mark("zzzz").value(), 0);
}

TEST_F(StoreTest, DocumentsOfOneNameHaveRoutesThatTellThemApart) {
  Store store = create();
  Sample a("informe.pdf", std::string(64, 'a')), b("informe.pdf", std::string(64, 'b'));
  ASSERT_TRUE(store.save(a.result("/archivo/2020/informe.pdf")).ok());
  ASSERT_TRUE(store.save(b.result("/archivo/2021/informe.pdf")).ok());
  std::vector<std::string> routes;
  const auto rows = store.document_rows().value();
  for (const DocumentRow& row : rows) routes.push_back(row.route);
  EXPECT_THAT(routes, testing::ElementsAre("2020/informe.pdf", "2021/informe.pdf"));
}

TEST_F(StoreTest, WhatAPersonTellsOfADocumentIsKeptAndTheLastWordHolds) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::int64_t id = store.document_rows().value().at(0).id;
  model::Told told;
  told.is.entity = "Alcaldía de Honda";
  told.is.vigencia_from = told.is.vigencia_to = 2021;
  ASSERT_TRUE(store.correct_document(id, told, {{}, "", "la portada", "ana", "2024-01-01T00:00:00Z"}).ok());
  told = {};
  told.is.entity = "Alcaldía Municipal de Honda";
  ASSERT_TRUE(store.correct_document(id, told, {{}, "", "", "ana", "2024-01-02T00:00:00Z"}).ok());
  ASSERT_TRUE(store.save(sample.result()).ok());
  const model::Told kept = store.told_of(sample.bundle.sha256).value();
  EXPECT_EQ(kept.is.entity, "Alcaldía Municipal de Honda");
  EXPECT_EQ(kept.is.vigencia_from, 2021);
  EXPECT_EQ(kept.is.title, "");
  EXPECT_THAT(kept.cleared, testing::IsEmpty());
}

TEST_F(StoreTest, ThatADocumentHasNoneOfSomethingCanBeToldAndTakenBack) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::int64_t id = store.document_rows().value().at(0).id;
  const DecisionRow by{{}, "", "", "ana", "2024-01-01T00:00:00Z"};
  ASSERT_TRUE(store.correct_document(id, {{}, {"entity", "vigencia_from"}}, by).ok());
  model::Told kept = store.told_of(sample.bundle.sha256).value();
  EXPECT_THAT(kept.cleared, testing::UnorderedElementsAre("entity", "vigencia_from"));
  EXPECT_EQ(kept.is.entity, "");
  model::Told told;
  told.is.entity = "Alcaldía de Honda";
  ASSERT_TRUE(store.correct_document(id, told, by).ok());
  kept = store.told_of(sample.bundle.sha256).value();
  EXPECT_THAT(kept.cleared, testing::ElementsAre("vigencia_from"));
  EXPECT_EQ(kept.is.entity, "Alcaldía de Honda");
}

TEST_F(StoreTest, AnOlderVersionOfAFileThatChangedIsToldAndLeftOut) {
  Store store = create();
  Sample old("informe.pdf", std::string(64, 'a')), middle("informe.pdf", std::string(64, 'b')),
      fresh("informe.pdf", std::string(64, 'c'));
  for (Sample* it : {&old, &middle, &fresh}) ASSERT_TRUE(store.save(it->result()).ok());
  const auto replaced_by = [&] {
    std::map<std::string, std::int64_t> all;
    const auto rows = store.document_rows().value();
    for (const DocumentRow& row : rows) all[row.sha256.substr(0, 1)] = row.replaced_by;
    return all;
  };
  using testing::Pair;
  EXPECT_THAT(replaced_by(), testing::ElementsAre(Pair("a", 3), Pair("b", 3), Pair("c", 0)));
  EXPECT_TRUE(store.records_of_content(fresh.bundle.sha256).value());
  EXPECT_FALSE(store.records_of_content(old.bundle.sha256).value());
  EXPECT_EQ(store.search("presupuesto").value().size(), 1);
  // The first is put back; then the last is found elsewhere.
  ASSERT_TRUE(store.add_path(old.bundle.sha256, "/archivo/informe.pdf").ok());
  EXPECT_THAT(replaced_by(), testing::ElementsAre(Pair("a", 0), Pair("b", 1), Pair("c", 1)));
  ASSERT_TRUE(store.add_path(fresh.bundle.sha256, "/archivo/otro/informe.pdf").ok());
  EXPECT_THAT(replaced_by(), testing::ElementsAre(Pair("a", 0), Pair("b", 1), Pair("c", 0)));
  // A copy elsewhere keeps a document what it is, and what cannot be read replaces nothing.
  ASSERT_TRUE(store.save(middle.result("/archivo/copia.pdf")).ok());
  ASSERT_TRUE(store.save(middle.result("/archivo/otro/informe.pdf")).ok());
  Bundle unreadable;
  unreadable.file_name = "copia.pdf";
  unreadable.errors.push_back({model::ErrorCode::not_found, model::Stage::open, "", 0, ""});
  ASSERT_TRUE(store.save({&unreadable, "/archivo/informe.pdf", "", "", nullptr, nullptr}).ok());
  EXPECT_THAT(replaced_by(), testing::ElementsAre(Pair("", 0), Pair("a", 0), Pair("b", 0), Pair("c", 2)));
}

}  // namespace
}  // namespace cotejo::store
