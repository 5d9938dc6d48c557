#include "pipeline/reading/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cotejo::reading {
namespace {

// A scanned sheet of execution in which «2.200.000» was read as «2.260.000», a reading that was doubtful.
model::Bundle sheet(model::Origin origin) {
  const std::vector<std::vector<std::string>> rows{
      {"Código", "Descripción", "Apropiación inicial", "Adiciones", "Apropiación definitiva"},
      {"2.1.1", "Aseo", "5.100.000", "400.000", "5.500.000"},
      {"2.1.2", "Vías", "2.260.000", "300.000", "2.500.000"},
      {"2.1.3", "Agua", "3.300.000", "100.000", "3.400.000"},
      {"2.1.4", "Luz", "1.700.000", "600.000", "2.300.000"},
      {"", "TOTAL", "12.300.000", "1.400.000", "13.700.000"}};
  model::Bundle bundle;
  bundle.page_count = 1;
  model::Table table;
  table.title = "Ejecución presupuestal de gastos, vigencia 2021";
  table.first_page = table.last_page = 1;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows[0].size());
  table.header_rows = 1;
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      model::Cell cell;
      cell.row = r;
      cell.column = c;
      cell.page = 1;
      cell.box = {50.0 + 90 * c, 100.0 + 15 * r, 140.0 + 90 * c, 115.0 + 15 * r};
      cell.text = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
      if (!cell.text.empty()) cell.lines = {cell.text};
      cell.origin = origin;
      cell.confidence = 0.7;
      if (cell.text == "2.260.000") cell.alternatives = {{"2.200.000", 0.4}};
      table.cells.push_back(std::move(cell));
    }
  }
  bundle.tables.push_back(std::move(table));
  return bundle;
}

// Of the initial appropriation of the line 2.1.2.
model::BudgetEntry entry_of(const model::Analysis& analysis) {
  const auto found =
      std::find_if(analysis.records.budget.begin(), analysis.records.budget.end(), [](const model::BudgetEntry& entry) {
        return entry.code == "2.1.2" && entry.measure == model::Measure::apropiacion_inicial;
      });
  return found == analysis.records.budget.end() ? model::BudgetEntry{} : *found;
}

model::Analysis analysis_of(const model::Bundle& bundle) {
  const Analyser analyser = Analyser::make({}).value();
  return analyser.check(analyser.understand(bundle));
}

TEST(Analyser, ARecordTakesTheReadingThatTheSumsAskForAndTellsTheFirst) {
  const model::Analysis analysis = analysis_of(sheet(model::Origin::ocr));
  const model::BudgetEntry entry = entry_of(analysis);
  EXPECT_EQ(entry.amount.value.to_double(), 2'200'000);
  EXPECT_EQ(entry.source.text, "2.200.000 (leído «2.260.000»)");
  EXPECT_EQ(entry.source.origin, model::Origin::ocr);
  EXPECT_EQ(entry.source.confidence, 0.7);
  EXPECT_TRUE(analysis.checks.findings.empty());
}

TEST(Analyser, ATextLayerIsTakenAsPrinted) {
  const model::Analysis analysis = analysis_of(sheet(model::Origin::text));
  const model::BudgetEntry entry = entry_of(analysis);
  EXPECT_EQ(entry.amount.value.to_double(), 2'260'000);
  EXPECT_EQ(entry.source.text, "2.260.000");
  EXPECT_FALSE(analysis.checks.findings.empty());
}

TEST(Analyser, WhatWasStruckOutIsNoValue) {
  model::Bundle bundle = sheet(model::Origin::text);
  for (model::Cell& cell : bundle.tables[0].cells)
    if (cell.text == "2.260.000") cell.text = cell.lines[0] = "~~2.260.000~~ 2.200.000";
  const model::Analysis analysis = analysis_of(bundle);
  EXPECT_EQ(entry_of(analysis).amount.value.to_double(), 2'200'000);
  EXPECT_EQ(entry_of(analysis).source.text, "2.200.000");
  EXPECT_TRUE(analysis.checks.findings.empty());
}

TEST(Analyser, AReadingThatAPersonToldCountsBeforeAllSums) {
  const Analyser analyser = Analyser::make({}).value();
  const model::Bundle bundle = sheet(model::Origin::ocr);
  model::Told told;
  told.readings.push_back({1, bundle.tables[0].cells[12].box, "2.270.000"});
  ASSERT_EQ(bundle.tables[0].cells[12].text, "2.260.000");
  const model::Analysis analysis = analyser.check(analyser.understand(bundle, told));
  const model::BudgetEntry entry = entry_of(analysis);
  EXPECT_EQ(entry.amount.value.to_double(), 2'270'000);
  EXPECT_EQ(entry.source.text, "2.270.000");
  EXPECT_EQ(entry.source.confidence, 1);
  EXPECT_FALSE(analysis.checks.findings.empty());
  EXPECT_EQ(bundle.tables[0].cells[12].text, "2.260.000");
}

}  // namespace
}  // namespace cotejo::reading
