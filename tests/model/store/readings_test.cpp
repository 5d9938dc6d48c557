// Doubtful readings in the base: what they weigh, and that a person's word on one survives every new save.
#include "model/store/review/readings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>

#include "model/store/store.h"

namespace cotejo::store {
namespace {

class ReadingsTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() /
            ("cotejo-readings-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".db");
    remove();
    make();
  }
  void TearDown() override { remove(); }
  void remove() {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }

  // A scanned page: two figures and a label, all read with little confidence. A finding points at the second figure.
  void make() {
    bundle_.file_name = "escaneo.pdf";
    bundle_.sha256 = std::string(64, 'a');
    bundle_.page_count = 1;
    model::Page page;
    page.number = 1;
    page.origin = model::Origin::ocr;
    bundle_.pages.push_back(page);
    model::Table table;
    table.first_page = table.last_page = 1;
    table.rows = 3;
    table.columns = 1;
    const char* texts[] = {"9.000.000", "5.000.O00", "Nómlna"};
    for (int row = 0; row < 3; ++row) {
      model::Cell cell;
      cell.row = row;
      cell.page = 1;
      cell.box = {10, 10.0 + 20 * row, 90, 28.0 + 20 * row};
      cell.text = texts[row];
      cell.origin = model::Origin::ocr;
      cell.confidence = 0.5;
      if (row == 1) cell.alternatives = {{"5.000.000", 0.4}, {"5.000.\"00", 0.1}};
      table.cells.push_back(cell);
    }
    bundle_.tables.push_back(table);
    records_.table_kinds = {model::TableKind::budget};
    for (int row = 0; row < 2; ++row) {
      model::BudgetEntry entry;
      entry.measure = model::Measure::pagos;
      entry.amount = {{row == 0 ? 9'000'000 : 5'000'000, 0}, model::Unit::cop};
      entry.source.page = 1;
      entry.source.table = 0;
      entry.source.row = row;
      entry.source.column = 0;
      entry.source.box = table.cells[static_cast<std::size_t>(row)].box;
      entry.source.text = texts[row];
      records_.budget.push_back(entry);
    }
    model::Finding finding;
    finding.rule = "total-no-cuadra";
    finding.page = 1;
    finding.message = "No cuadra.";
    finding.fingerprint = "f1";
    finding.evidence.push_back({model::Role::reported, "", records_.budget[1].source, ""});
    checks_.findings.push_back(finding);
  }

  void save(Store& store) {
    ASSERT_TRUE(store.save({&bundle_, "/archivo/escaneo.pdf", "", "bytes", &records_, &checks_}).ok());
  }

  std::vector<std::string> rows(const std::string& sql) {
    std::vector<std::string> all;
    sqlite3* db = nullptr;
    sqlite3_open(path_.c_str(), &db);
    char* error = nullptr;
    sqlite3_exec(
        db, sql.c_str(),
        [](void* out, int count, char** row, char**) {
          std::string line;
          for (int i = 0; i < count; ++i) line += (i > 0 ? "|" : "") + std::string(row[i] != nullptr ? row[i] : "");
          static_cast<std::vector<std::string>*>(out)->push_back(line);
          return 0;
        },
        &all, &error);
    EXPECT_EQ(error, nullptr) << error;
    sqlite3_close(db);
    return all;
  }

  Store create() { return std::move(Store::open(path_, Access::create)).value(); }

  std::filesystem::path path_;
  model::Bundle bundle_;
  model::Records records_;
  model::CheckResult checks_;
};

TEST_F(ReadingsTest, ComeOrderedByTheMoneyAndTheFindingsThatRestOnThem) {
  Store store = create();
  save(store);
  EXPECT_THAT(rows("SELECT texto, clase, motivo, CAST(valor AS INTEGER), hallazgos, fila FROM por_revisar"),
              testing::ElementsAre("5.000.O00|cifra|varias-lecturas|5000000|1|1",
                                   "9.000.000|cifra|poca-certeza|9000000|0|0", "Nómlna|palabra|poca-certeza||0|2"));
  EXPECT_THAT(rows("SELECT value FROM por_revisar, json_each(alternativas)"),
              testing::ElementsAre("5.000.000", "5.000.\"00"));
}

TEST_F(ReadingsTest, AWordOnOneHoldsInEverySaveAndCanBeTakenBack) {
  Store store = create();
  save(store);
  const model::Rect box = bundle_.tables[0].cells[1].box;
  const DecisionRow by{model::DecisionState::open, "", "se ve en la lupa", "ana", "2026-01-01T00:00:00Z"};
  const std::int64_t first = store.correct_reading(1, {1, box, "5.000.000"}, "5.000.O00", by).value();
  ASSERT_GT(first, 0);
  for (int turn = 0; turn < 2; ++turn) {
    const model::Told told = store.told_of(bundle_.sha256).value();
    ASSERT_EQ(told.readings.size(), 1u);
    EXPECT_EQ(told.readings[0].text, "5.000.000");
    if (turn == 0)
      ASSERT_TRUE(store.save_checks(bundle_.sha256, records_, checks_, "", &bundle_).ok());
    else
      save(store);
    EXPECT_THAT(rows("SELECT texto FROM por_revisar"), testing::ElementsAre("9.000.000", "Nómlna"));
    EXPECT_THAT(rows("SELECT texto, confianza FROM celdas WHERE fila = 1"), testing::ElementsAre("5.000.000|1.0"));
  }
  EXPECT_THAT(rows("SELECT campo, leido, valor, nota, autor, pagina FROM correcciones"),
              testing::ElementsAre("lectura|5.000.O00|5.000.000|se ve en la lupa|ana|1"));

  ASSERT_TRUE(store.correct_reading(1, {1, box, ""}, "5.000.O00", by).ok());
  EXPECT_TRUE(store.told_of(bundle_.sha256).value().readings.empty());
  ASSERT_TRUE(store.save_checks(bundle_.sha256, records_, checks_, "", &bundle_).ok());
  EXPECT_THAT(rows("SELECT texto FROM por_revisar"), testing::ElementsAre("5.000.O00", "9.000.000", "Nómlna"));
  EXPECT_THAT(rows("SELECT texto, confianza FROM celdas WHERE fila = 1"), testing::ElementsAre("5.000.O00|0.5"));
}

TEST_F(ReadingsTest, AWordThatCameTooLateLeavesTheBaseFreeToBeWritten) {
  Store store = create();
  save(store);
  const DecisionRow by{model::DecisionState::open, "", "", "ana", "2026-01-01T00:00:00Z"};
  EXPECT_EQ(tell_reading(store, 1, 0, 99, "5.000.000", by).value(), 0);
  Store other = std::move(Store::open(path_, Access::write)).value();
  ASSERT_TRUE(other.teach({{"columnas.presupuesto", "x", "", "x", "cdp", "ana", "2026-01-01T00:00:00Z"}}).ok());
  EXPECT_GT(tell_reading(store, 1, 0, 0, "5.000.000", by).value(), 0);
}

TEST_F(ReadingsTest, OfACopyOfADigitalReportAreNotShown) {
  Store store = create();
  save(store);
  rows("INSERT INTO document (id, file_name, size, settings, page_count, state) VALUES (9, 'x', 0, '', 0, 'completo')");
  rows("UPDATE document SET twin_of = 9 WHERE id = 1");
  EXPECT_TRUE(rows("SELECT texto FROM por_revisar").empty());
}

}  // namespace
}  // namespace cotejo::store
