#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "model/store/store.h"

namespace cotejo::store {

using model::BudgetEntry;
using model::Bundle;
using model::CheckResult;
using model::Finding;
using model::Records;

// A one-page document with one table, one budget line and one finding.
struct Sample {
  Bundle bundle;
  Records records;
  CheckResult checks;

  explicit Sample(const std::string& name = "informe.pdf", const std::string& sha = std::string(64, 'a')) {
    bundle.file_name = name;
    bundle.sha256 = sha;
    bundle.file_size = 10;
    bundle.settings = "v1";
    bundle.page_count = 1;
    model::Page page;
    page.number = 1;
    page.origin = model::Origin::text;
    bundle.pages.push_back(page);
    model::Block block;
    block.page = 1;
    block.text = "Ejecución del presupuesto";
    bundle.blocks.push_back(block);
    model::Table table;
    table.first_page = table.last_page = 1;
    table.rows = 1;
    table.columns = 2;
    for (int column = 0; column < 2; ++column) {
      model::Cell cell;
      cell.column = column;
      cell.page = 1;
      cell.text = column == 0 ? "TOTAL" : "507.000.000";
      table.cells.push_back(cell);
    }
    bundle.tables.push_back(table);
    records.table_kinds = {model::TableKind::budget};
    records.document.entity = "Alcaldía de Prueba";
    records.document.vigencia_from = records.document.vigencia_to = 2020;
    BudgetEntry entry;
    entry.vigencia = 2020;
    entry.measure = model::Measure::apropiacion_definitiva;
    entry.amount = {{507'000'000, 0}, model::Unit::cop};
    entry.source.page = 1;
    entry.source.table = 0;
    entry.source.row = 0;
    entry.source.text = "507.000.000";
    records.budget.push_back(entry);
    Finding finding;
    finding.rule = "total-no-cuadra";
    finding.page = 1;
    finding.table = 0;
    finding.message = "El total dice 507; sus líneas suman 504.";
    finding.reported = "507000000";
    finding.fingerprint = "f1";
    finding.steps = {"504", "≠ 507"};
    finding.evidence.push_back({model::Role::reported, "", entry.source, "507000000"});
    checks.findings.push_back(finding);
  }

  DocumentResult result(const std::string& path = "") {
    return {&bundle, path.empty() ? "/archivo/" + bundle.file_name : path, "", "codec bytes", &records, &checks};
  }
};

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() /
            ("cotejo-store-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".db");
    remove();
  }
  void TearDown() override { remove(); }
  void remove() {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }
  Store create() {
    auto store = Store::open(path_, Access::create);
    EXPECT_TRUE(store.ok());
    return std::move(store).value();
  }
  std::filesystem::path path_;
};

}  // namespace cotejo::store
