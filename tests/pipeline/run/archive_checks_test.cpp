// The checks over the archive look only at what came or changed, and find what a look at everything finds.
#include "pipeline/run/archive_checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "model/store/archive/archive.h"
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

// What was said of two documents is changed by hand, so that it shows whether it was said again.
TEST_F(ArchiveChecksTest, OnlyWhatSharesSomethingWithWhatCameIsLookedAtAgain) {
  const std::string body = "Municipio de Honda";
  const auto of_year = [&](char letter, int vigencia, std::int64_t whole, bool detailed) {
    Report report(letter, body, whole, detailed);
    report.records.document.cutoff = "";
    for (model::BudgetEntry& it : report.records.budget) it.vigencia = it.vigencia == 2020 ? vigencia - 1 : vigencia;
    return report;
  };
  const Report detail = of_year('a', 2021, 248'643'238'000, true), summary = of_year('b', 2021, 248'463'238'000, false);
  const Report later = of_year('c', 2024, 348'643'238'000, true);
  store::Store store = open("a.db");
  for (const Report* it : {&detail, &summary}) save(store, *it);
  check(store);
  ASSERT_THAT(found(store), testing::ElementsAre("b.pdf entre-documentos"));
  const auto message = [&] { return store.findings().value().at(0).message; };
  sqlite3* db = nullptr;
  sqlite3_open((folder_ / "a.db").c_str(), &db);
  sqlite3_exec(db, "UPDATE finding SET message = 'a mano'", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  save(store, later);  // of the same body, years later
  check(store);
  EXPECT_EQ(message(), "a mano");
  save(store, of_year('d', 2021, 248'643'238'000, true));
  check(store);
  EXPECT_NE(message(), "a mano");
}

TEST_F(ArchiveChecksTest, WhatADocumentWasComparedWithBeforeItChangedIsLookedAtAgain) {
  const Report detail('a', "Municipio de Honda", 248'643'238'000, true);
  const Report summary('b', "Municipio de Honda", 248'463'238'000, false);
  // Another of the same file name, so that what is said of each names the same file.
  Report again('c', "Municipio de Honda", 248'463'328'000, false);
  again.bundle.file_name = "b.pdf";
  store::Store store = open("a.db");
  for (const Report* it : {&detail, &summary}) save(store, *it);
  ASSERT_TRUE(store.save({&again.bundle, "/otra/b.pdf", "otra/b.pdf", "x", &again.records, &again.checks}).ok());
  check(store);
  EXPECT_THAT(found(store), testing::Not(testing::IsEmpty()));
  // The detailed one is told to be of another year: it has nothing in common with the others any more.
  Report changed = detail;
  for (model::BudgetEntry& it : changed.records.budget) it.vigencia = 2019;
  const Report& moved = changed;
  save(store, moved);
  check(store);
  store::Store at_once = open("b.db");
  for (const Report* it : {&moved, &summary}) save(at_once, *it);
  ASSERT_TRUE(at_once.save({&again.bundle, "/otra/b.pdf", "otra/b.pdf", "x", &again.records, &again.checks}).ok());
  check(at_once);
  EXPECT_EQ(store.digest().value(), at_once.digest().value());
  EXPECT_EQ(found(store), found(at_once));
  // And back.
  save(store, detail);
  check(store);
  store::Store before = open("c.db");
  for (const Report* it : {&detail, &summary}) save(before, *it);
  ASSERT_TRUE(before.save({&again.bundle, "/otra/b.pdf", "otra/b.pdf", "x", &again.records, &again.checks}).ok());
  check(before);
  EXPECT_EQ(store.digest().value(), before.digest().value());
}

TEST_F(ArchiveChecksTest, NamesOfABodyAreJoinedAsAllAtOnceJoinsThem) {
  const auto canonical = [](store::Store& store) {
    std::vector<std::string> rows;
    (void)store.each_row("entidades", {}, [&](const std::vector<store::Value>& row) -> model::Status {
      std::string text;
      for (const store::Value& value : row)
        if (const auto* it = std::get_if<std::string>(&value)) text += *it + "|";
      rows.push_back(text);
      return model::Done{};
    });
    std::sort(rows.begin(), rows.end());
    return rows;
  };
  const Report a('a', "ALCALDÍA MUNICIPAL DE HONDA", 1, true), b('b', "Municipio de Honda", 1, true),
      c('c', "Municipio de Honda", 1, true), d('d', "Municipio de Neiva", 1, true);
  store::Store in_turn = open("a.db"), at_once = open("b.db");
  for (const Report* it : {&a, &b, &d, &c}) {
    save(in_turn, *it);
    check(in_turn);
    save(at_once, *it);
  }
  check(at_once);
  EXPECT_EQ(canonical(in_turn), canonical(at_once));
  EXPECT_THAT(canonical(in_turn), testing::Not(testing::IsEmpty()));
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

TEST_F(ArchiveChecksTest, WhatChangesWhileACheckGoesOnIsLeftToTheNextOne) {
  const Report detail('a', "Municipio de Honda", 248'643'238'000, true);
  store::Store store = open("a.db"), other = open("a.db");
  save(store, detail);
  const std::int64_t cut = store::begin_archive_check(store).value();
  EXPECT_THAT(store::taken(store, cut).value(), testing::SizeIs(1));
  // What a check that was cut had taken is of the next one.
  const std::int64_t check = store::begin_archive_check(store).value();
  EXPECT_NE(check, cut);
  EXPECT_THAT(store::taken(store, cut).value(), testing::IsEmpty());
  EXPECT_THAT(store::taken(store, check).value(), testing::SizeIs(1));
  save(other, detail);
  save(other, Report('b', "Municipio de Honda", 248'463'238'000, false));
  // That this check finds itself that it has to look at it does not make it forget what came meanwhile.
  ASSERT_TRUE(store::take(store, {detail.bundle.sha256}, check));
  EXPECT_THAT(store::taken(store, check).value(), testing::IsEmpty());
  ASSERT_TRUE(store::end_archive_check(store, {detail.bundle.sha256}, check));
  EXPECT_THAT(store.touched().value(), testing::SizeIs(2));
  run::ArchiveChecksTest::check(store);
  EXPECT_THAT(store.touched().value(), testing::IsEmpty());
  EXPECT_THAT(found(store), testing::ElementsAre("b.pdf entre-documentos"));
}

// Scans and their originals, more than are looked at at a time; one of a pair comes with the first, one with the last.
class ManyTwinsTest : public ArchiveChecksTest {
 protected:
  static constexpr int kPairs = 70;

  static Report half(int pair, bool scanned, std::int64_t base = 1'000'000) {
    Report report(scanned ? 's' : 'a', "Municipio " + std::to_string(pair % 3), 148'643'238'000 + pair, true);
    report.bundle.sha256 = (scanned ? "9" : "0") + std::to_string(1000 + pair) + std::string(59, 'a');
    report.bundle.file_name = std::to_string(pair) + (scanned ? "s.pdf" : ".pdf");
    for (int line = 0; line < 12; ++line)
      report.records.budget.push_back(
          Report::entry("2.3." + std::to_string(line), base + 977 * pair + 7 * line, false));
    if (scanned)
      for (model::BudgetEntry& it : report.records.budget) it.source.origin = model::Origin::ocr;
    return report;
  }
  // The documents that have an original, with it.
  static std::map<std::string, std::string> twins(store::Store& store) {
    std::map<std::string, std::string> all;
    const auto rows = store.document_rows();
    for (const store::DocumentRow& row : rows.value())
      for (const store::DocumentRow& other : rows.value())
        if (row.twin_of == other.id) all[row.file] = other.file;
    return all;
  }
};

TEST_F(ManyTwinsTest, AreFoundWhicheverPartTheyComeIn) {
  store::Store store = open("a.db");
  for (int pair = 0; pair < kPairs; ++pair)
    for (const bool scanned : {true, false}) save(store, half(pair, scanned));
  check(store);
  std::map<std::string, std::string> all;
  for (int pair = 0; pair < kPairs; ++pair) all[std::to_string(pair) + "s.pdf"] = std::to_string(pair) + ".pdf";
  EXPECT_EQ(twins(store), all);
  // An original that is another report now, looked at alone.
  save(store, half(7, false, 5'000'000));
  check(store);
  all.erase("7s.pdf");
  EXPECT_EQ(twins(store), all);
  save(store, half(7, false));
  check(store);
  EXPECT_EQ(twins(store).at("7s.pdf"), "7.pdf");
}

TEST_F(ManyTwinsTest, ACheckThatIsCutAnywhereIsMadeUpForByTheNextOne) {
  std::string digest;
  std::map<std::string, std::string> expected;
  {
    store::Store store = open("a.db");
    for (int pair = 0; pair < kPairs; ++pair)
      for (const bool scanned : {true, false}) save(store, half(pair, scanned));
    check(store);
    // The originals are others now; what has to be said of the scans follows from what they were.
    for (int pair = 0; pair < kPairs; ++pair) save(store, half(pair, false, pair % 2 == 0 ? 1'000'000 : 5'000'000));
  }
  fs::copy_file(folder_ / "a.db", folder_ / "whole.db");
  {
    store::Store store = open("whole.db");
    check(store);
    digest = store.digest().value();
    expected = twins(store);
  }
  EXPECT_EQ(expected.size(), kPairs / 2);
  constexpr int kApart = 40;  // asks between two places where it is cut
  bool cut = true;
  for (int place = 1; cut; place += kApart) {
    fs::remove(folder_ / "cut.db");
    fs::copy_file(folder_ / "a.db", folder_ / "cut.db");
    {
      store::Store store = open("cut.db");
      int asked = 0;
      store.end_when([&] { return ++asked > place; });
      cut = !check_archive(store, checks::Settings{}).ok();
    }
    store::Store store = open("cut.db");
    check(store);
    EXPECT_THAT(store.touched().value(), testing::IsEmpty());
    EXPECT_EQ(store.digest().value(), digest) << place;
    EXPECT_EQ(twins(store), expected) << place;
  }
}

// Whoever decides on findings while a large archive is checked waits for a moment only.
TEST_F(ArchiveChecksTest, OthersCanWriteWhileAnArchiveIsChecked) {
  store::Store store = open("a.db");
  constexpr int kReports = 200;
  for (int i = 0; i < kReports; ++i) {
    Report report('a', "Municipio de Honda " + std::to_string(i), 148'643'238'000 + i, true);
    report.bundle.sha256 = std::to_string(1000 + i) + std::string(60, 'a');
    report.bundle.file_name = std::to_string(i) + ".pdf";
    for (int line = 0; line < 20; ++line)
      report.records.budget.push_back(Report::entry("2.3." + std::to_string(line), 1'000'000 + 7 * line + i, false));
    save(store, report);
  }
  sqlite3* other = nullptr;
  sqlite3_open((folder_ / "a.db").c_str(), &other);
  int asked = 0, held = 0, longest = 0;  // how often it was asked, and how often in turn nobody else could write
  store.end_when([&] {
    ++asked;
    const bool free = sqlite3_exec(other, "BEGIN IMMEDIATE; ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK;
    held = free ? 0 : held + 1;
    longest = std::max(longest, held);
    return false;
  });
  check(store);
  sqlite3_close(other);
  EXPECT_GT(asked, kReports / 2);
  EXPECT_LT(longest, asked / 10);
}

}  // namespace
}  // namespace cotejo::run
