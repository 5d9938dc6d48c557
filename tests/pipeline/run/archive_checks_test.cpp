// The checks over the archive look only at what came or changed, and find what a look at everything finds.
#include "pipeline/run/archive_checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "pipeline/checks/settings.h"

namespace cotejo::run {
namespace {

namespace fs = std::filesystem;

// A report of a body that prints the whole of its budget, over lines where it is the detailed one.
struct Report {
  model::Bundle bundle;
  model::Records records;
  model::CheckResult checks;
  Report(char letter, const std::string& body, std::int64_t whole, bool detailed) {
    bundle.file_name = std::string(1, letter) + ".pdf";
    bundle.sha256 = std::string(64, letter);
    bundle.page_count = 1;
    model::Page page;
    page.number = 1;
    bundle.pages.push_back(page);
    records.document.entity = body;
    if (detailed) {
      records.document.cutoff = "2021-12-31";
      records.budget = {entry("2.1", whole - 100'000'000'000, false), entry("2.2", 100'000'000'000, false),
                        entry("", whole, true)};
    } else {
      records.budget = {entry("", 59'796'430'000, false, 2020), entry("", whole, false)};
    }
  }
  static model::BudgetEntry entry(const std::string& code, std::int64_t value, bool total, int vigencia = 2021) {
    model::BudgetEntry entry;
    entry.vigencia = vigencia;
    entry.code = code;
    entry.measure = model::Measure::apropiacion_definitiva;
    entry.amount = {{value, 0}, model::Unit::cop};
    entry.total = total;
    entry.source.page = 1;
    entry.source.text = std::to_string(value);
    return entry;
  }
  [[nodiscard]] store::DocumentResult result() const {
    return {&bundle, "/archivo/" + bundle.file_name, "", "x", &records, &checks};
  }
};

class ArchiveChecksTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  store::Store open(const std::string& name) const {
    return store::Store::open(folder_ / name, store::Access::create).value();
  }
  static void save(store::Store& store, const Report& report) { ASSERT_TRUE(store.save(report.result()).ok()); }
  static void check(store::Store& store) { ASSERT_TRUE(check_archive(store, checks::Settings{}).ok()); }
  static std::vector<std::string> found(store::Store& store) {
    std::vector<std::string> all;
    const auto rows = store.findings();
    for (const store::FindingRow& row : rows.value()) all.push_back(row.route + " " + row.rule);
    return all;
  }
  fs::path folder_ = fs::temp_directory_path() / ("cotejo-archive-checks-" + std::to_string(getpid()));
};

TEST_F(ArchiveChecksTest, WhatComesLaterGivesWhatAllAtOnceGive) {
  const Report detail('a', "ALCALDÍA MUNICIPAL DE HONDA", 248'643'238'000, true);
  const Report summary('b', "Municipio de Honda", 248'463'238'000, false);  // two digits changed places
  const Report other('c', "Municipio de Ibagué", 148'643'238'000, true),
      alike('d', "Alcaldía de Ibagué", 148'643'238'000, false);
  store::Store at_once = open("a.db");
  for (const Report* it : {&detail, &summary, &other, &alike}) save(at_once, *it);
  check(at_once);
  EXPECT_THAT(found(at_once), testing::ElementsAre("b.pdf entre-documentos"));
  store::Store in_turn = open("b.db");
  for (const Report* it : {&other, &summary, &alike, &detail}) {
    save(in_turn, *it);
    check(in_turn);
    EXPECT_THAT(in_turn.touched().value(), testing::IsEmpty());
  }
  EXPECT_EQ(in_turn.digest().value(), at_once.digest().value());
  // Another body's report leaves the finding and its number alone; a corrected one takes it away.
  save(in_turn, Report('e', "Municipio de Neiva", 348'643'238'000, true));
  check(in_turn);
  EXPECT_THAT(found(in_turn), testing::ElementsAre("b.pdf entre-documentos"));
  Report corrected('f', "Municipio de Honda", 248'643'238'000, false);
  corrected.bundle.file_name = "b.pdf";  // the file holds this now
  save(in_turn, corrected);
  check(in_turn);
  EXPECT_THAT(found(in_turn), testing::IsEmpty());
}

TEST_F(ArchiveChecksTest, AScanWhoseOriginalComesLaterIsComparedNoMore) {
  Report detail('a', "Municipio de Honda", 248'643'238'000, true), scan('s', "Munic1pio", 248'643'238'000, true);
  const Report summary('b', "Municipio de Honda", 248'463'238'000, false);
  for (int i = 0; i < 10; ++i) {
    const model::BudgetEntry line = Report::entry("2.3." + std::to_string(i), 1'000'000 + 7 * i, false);
    detail.records.budget.push_back(line);
    scan.records.budget.push_back(line);
  }
  for (model::BudgetEntry& it : scan.records.budget) it.source.origin = model::Origin::ocr;
  store::Store store = open("a.db");
  save(store, scan);
  save(store, summary);
  check(store);
  const auto twin = [&] {
    const auto rows = store.document_rows();
    for (const store::DocumentRow& row : rows.value())
      if (row.file == "s.pdf") return row.twin_of;
    return std::int64_t{-1};
  };
  EXPECT_EQ(twin(), 0);
  save(store, detail);
  check(store);
  EXPECT_GT(twin(), 0);
  EXPECT_THAT(found(store), testing::ElementsAre("b.pdf entre-documentos"));
}

}  // namespace
}  // namespace cotejo::run
