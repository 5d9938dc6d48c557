#include "pipeline/checks/reading_repair.h"

#include <gtest/gtest.h>

#include "model/doubtful.h"
#include "tests/pipeline/checks/grid.h"

namespace cotejo::checks {
namespace {

using testing::Document;
using Rows = std::vector<std::vector<std::string>>;

// Two sums of two columns; «2.260.000» and what follows from it are for each test to misread.
const Rows budget{{"Rubro", "Inicial", "Adiciones", "Definitiva"}, {"Aseo", "5.100.000", "400.000", "5.500.000"},
                  {"Vías", "2.260.000", "300.000", "2.500.000"},   {"Agua", "3.300.000", "100.000", "3.400.000"},
                  {"Luz", "1.700.000", "600.000", "2.300.000"},    {"Total", "12.300.000", "1.400.000", "13.700.000"}};

Document scan(const Rows& rows, model::Origin origin = model::Origin::ocr) {
  Document document;
  document.table("Presupuesto", 1, rows);
  for (model::Cell& cell : document.bundle().tables[0].cells) cell.origin = origin;
  for (mapping::ColumnReading& column : document.last().columns) column.mark = normalise::DecimalMark::comma;
  return document;
}

model::Cell& cell(Document& document, int row, int column) {
  model::Table& table = document.bundle().tables[0];
  return table.cells[static_cast<std::size_t>(table.at(row, column))];
}

TEST(ReadingRepair, AReadingThatMendsTheSumsIsTakenAndBothAreTold) {
  Document document = scan(budget);
  cell(document, 2, 1).alternatives = {{"2.280.000", 0.5}, {"2.200.000", 0.4}};
  cell(document, 2, 1).confidence = 0.6;
  const std::vector<ReadingRepair> repairs = find_reading_repairs(document.reading());
  ASSERT_EQ(repairs.size(), 1U);
  EXPECT_EQ(repairs[0].read, "2.260.000");
  EXPECT_EQ(repairs[0].taken, "2.200.000");

  const model::Bundle copy = repaired(document.bundle(), repairs);
  EXPECT_EQ(cell(document, 2, 1).text, "2.260.000") << "the bundle keeps what was read first";
  const model::Cell& mended = copy.tables[0].cells[static_cast<std::size_t>(repairs[0].cell)];
  EXPECT_EQ(mended.text, "2.200.000");
  EXPECT_EQ(mended.confidence, 0.6);

  model::Records records;
  model::BudgetEntry entry;
  entry.source.table = 0;
  entry.source.page = mended.page;
  entry.source.row = mended.row;
  entry.source.column = mended.column;
  entry.source.box = mended.box;
  entry.source.text = mended.text;
  entry.source.origin = mended.origin;
  records.budget = {entry, entry};
  records.budget[1].source.box = {90, 140, 128, 149};  // the next row prints the same figure
  model::CheckResult checks;
  tell_first_readings(copy, repairs, records, checks);
  EXPECT_EQ(records.budget[0].source.text, "2.200.000 (leído «2.260.000»)");
  EXPECT_EQ(records.budget[0].source.origin, model::Origin::ocr);
  EXPECT_EQ(records.budget[1].source.text, "2.200.000");
}

TEST(ReadingRepair, ATextLayerIsNeverReadOtherwise) {
  for (const model::Origin origin : {model::Origin::text, model::Origin::mixed}) {
    Document document = scan(budget, origin);
    cell(document, 2, 1).alternatives = {{"2.200.000", 0.4}};
    EXPECT_TRUE(find_reading_repairs(document.reading()).empty());
  }
}

TEST(ReadingRepair, AReadingThatBreaksAnotherRelationIsNotTaken) {
  Rows rows = budget;
  rows[2][1] = "2.200.000";
  rows[5][1] = "12.400.000";  // the report's own slip: the row of the line still adds up
  rows[5][3] = "13.700.000";
  Document document = scan(rows);
  cell(document, 2, 1).alternatives = {{"2.300.000", 0.4}};
  EXPECT_TRUE(find_reading_repairs(document.reading()).empty());
}

TEST(ReadingRepair, OfTwoThatWouldDoAsWellNeitherIsTaken) {
  Document document = scan({{"Rubro", "Valor"},
                            {"Aseo", "5.100.000"},
                            {"Vías", "2.260.000"},
                            {"Agua", "3.300.000"},
                            {"Total", "10.600.000"}});
  cell(document, 2, 1).alternatives = {{"2.200.000", 0.4}};
  cell(document, 2, 1).confidence = 0.6;
  EXPECT_EQ(find_reading_repairs(document.reading()).size(), 1U);
  cell(document, 3, 1).alternatives = {{"3.240.000", 0.9}};
  cell(document, 3, 1).confidence = 0.6;
  EXPECT_TRUE(find_reading_repairs(document.reading()).empty());
}

TEST(ReadingRepair, ASlipUnderABlotIsNotMendedByAGuessAtTheBlot) {
  const auto repairs = [](const Rows& rows, int row, double read, double guessed) {
    Document document = scan(rows);
    cell(document, row, 1).confidence = read;
    cell(document, row, 1).alternatives = {{"10.690.000", guessed}, {"10.600.000", guessed}};
    return find_reading_repairs(document.reading());
  };
  // The report itself says 10.630.000, and a blot lies on the 3.
  const Rows column{
      {"Rubro", "Valor"}, {"Aseo", "5.100.000"}, {"Vías", "2.200.000"}, {"Agua", "3.300.000"}, {"Total", "10.630.000"}};
  EXPECT_TRUE(repairs(column, 4, 0.4, 0.13).empty());
  EXPECT_EQ(repairs(column, 4, 0.6, 0.35).size(), 1U) << "somebody read it so";
  EXPECT_TRUE(repairs(column, 4, 0.92, 0.5).empty()) << "the first reading is surer";
  EXPECT_EQ(repairs(column, 4, 0.86, 0.95).size(), 1U);
}

TEST(ReadingRepair, AGuessAtABlotIsTakenWhereTwoRelationsAskForIt) {
  Document document = scan(budget);
  cell(document, 2, 1).confidence = 0.4;
  cell(document, 2, 1).alternatives = {{"2.290.000", 0.13}, {"2.200.000", 0.13}};
  ASSERT_EQ(find_reading_repairs(document.reading()).size(), 1U);
  EXPECT_EQ(find_reading_repairs(document.reading())[0].taken, "2.200.000");
}

TEST(ReadingRepair, WhatMendsTwoRelationsGoesBeforeWhatMendsOne) {
  Document document = scan(budget);
  cell(document, 2, 1).alternatives = {{"2.200.000", 0.4}};
  cell(document, 2, 2).alternatives = {{"240.000", 0.4}};  // mends the row, breaks its column
  cell(document, 5, 1).alternatives = {{"12.360.000", 0.4}};
  const std::vector<ReadingRepair> repairs = find_reading_repairs(document.reading());
  ASSERT_EQ(repairs.size(), 1U);
  EXPECT_EQ(repairs[0].taken, "2.200.000");
}

TEST(ReadingRepair, TwoMisreadCellsOfTheirOwnRelationsAreBothMended) {
  Rows rows = budget;
  rows[4][2] = "800.000";
  const Rows more{{"Compromisos", "Obligaciones", "Pagos"}, {"50.000", "40.000", "30.000"},
                  {"40.000", "20.000", "10.000"},           {"70.000", "30.000", "20.000"},
                  {"20.000", "20.000", "20.000"},           {"180.000", "110.000", "80.000"}};
  for (std::size_t r = 0; r < rows.size(); ++r) rows[r].insert(rows[r].end(), more[r].begin(), more[r].end());
  Document document = scan(rows);
  cell(document, 2, 1).alternatives = {{"2.200.000", 0.4}};
  cell(document, 4, 2).alternatives = {{"600.000", 0.7}};
  cell(document, 2, 1).confidence = cell(document, 4, 2).confidence = 0.7;
  EXPECT_EQ(find_reading_repairs(document.reading()).size(), 2U);
}

TEST(ReadingRepair, ASignThatLooksAlikeIsTakenWhereTwoRelationsAskForIt) {
  Rows rows = budget;
  rows[2][1] = "2.200.000";
  rows[4][1] = "7.700.000";  // 1 read as 7
  const auto repairs = [](const Rows& table, double confidence) {
    Document document = scan(table);
    cell(document, 4, 1).confidence = confidence;
    return find_reading_repairs(document.reading());
  };
  ASSERT_EQ(repairs(rows, 0.6).size(), 1U);
  EXPECT_EQ(repairs(rows, 0.6)[0].taken, "1.700.000");
  EXPECT_TRUE(repairs(rows, 0.95).empty()) << "a sure reading is the report's own slip";
  for (std::vector<std::string>& row : rows) row.resize(2);
  EXPECT_TRUE(repairs(rows, 0.6).empty()) << "one sum alone could as well be the report's own slip";
}

// The scanned budget, whose sums ask for 2.200.000, beside another table that prints `elsewhere` for the same figure.
std::vector<ReadingRepair> repairs_beside(const std::string& elsewhere, model::Origin origin = model::Origin::ocr) {
  Rows rows = budget;
  Document document = scan(rows, origin);
  document.table("Resumen", 2, {{"Rubro", "Inicial"}, {"Vías", elsewhere}});
  for (model::Cell& of : document.bundle().tables[0].cells) of.confidence = 0.95;
  const auto record = [&](int table, int row) {
    const model::Table& from = document.bundle().tables[static_cast<std::size_t>(table)];
    const model::Cell& of = from.cells[static_cast<std::size_t>(from.at(row, 1))];
    model::BudgetEntry entry;
    entry.description = "Vías";
    entry.vigencia = 2021;
    entry.measure = model::Measure::apropiacion_inicial;
    entry.source.table = table;
    entry.source.page = of.page;
    entry.source.row = of.row;
    entry.source.column = of.column;
    entry.source.box = of.box;
    entry.source.text = of.text;
    entry.source.origin = of.origin;
    return entry;
  };
  mapping::DocumentReading reading = document.reading();
  reading.records.budget = {record(0, 2), record(1, 1)};
  return find_reading_repairs(reading);
}

TEST(ReadingRepair, AnotherTableIsAWitness) {
  const std::vector<ReadingRepair> repairs = repairs_beside("2.200.000");
  ASSERT_EQ(repairs.size(), 1U);
  EXPECT_EQ(repairs[0].table, 0);
  EXPECT_EQ(repairs[0].read, "2.260.000");
  EXPECT_EQ(repairs[0].taken, "2.200.000");
  EXPECT_TRUE(repairs[0].sure) << "of 0.95: what is taken is in doubt";
  EXPECT_TRUE(repairs_beside("2.250.000").empty()) << "mends nothing";
  EXPECT_TRUE(repairs_beside("2.260.000").empty()) << "says the same";
  EXPECT_TRUE(repairs_beside("2.200.000", model::Origin::text).empty()) << "the report's own slip";
}

TEST(ReadingRepair, WhatIsTakenAgainstASureReadingIsInDoubtAndSaysSo) {
  Document document = scan(budget, model::Origin::ocr);
  model::Bundle& bundle = document.bundle();
  model::Cell& cell = bundle.tables[0].cells[static_cast<std::size_t>(bundle.tables[0].at(2, 1))];
  cell.confidence = 0.95;
  for (const bool sure : {true, false}) {
    const std::vector<ReadingRepair> repairs{{0, bundle.tables[0].at(2, 1), cell.text, "2.200.000", sure}};
    const model::Bundle mended = repaired(bundle, repairs);
    const model::Cell& taken = mended.tables[0].cells[static_cast<std::size_t>(repairs[0].cell)];
    EXPECT_EQ(taken.confidence < model::kSureReading, sure);
    model::Records records;
    model::BudgetEntry entry;
    entry.source.table = 0;
    entry.source.page = taken.page;
    entry.source.column = taken.column;
    entry.source.box = taken.box;
    entry.source.text = taken.text;
    records.budget = {entry};
    doubt_overruled(mended, repairs, records);
    EXPECT_EQ(records.budget[0].doubt.find(cell.text) != std::string::npos, sure) << records.budget[0].doubt;
  }
}

TEST(ReadingRepair, NothingIsDoneWhereTheSumsHold) {
  Rows rows = budget;
  rows[2][1] = "2.200.000";
  Document document = scan(rows);
  cell(document, 2, 1).alternatives = {{"2.260.000", 0.9}};
  EXPECT_TRUE(find_reading_repairs(document.reading()).empty());
}

}  // namespace
}  // namespace cotejo::checks
