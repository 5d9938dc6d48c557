// Which readings a person should look at, and what becomes of what they read there.
#include "model/doubtful.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/told.h"

namespace cotejo::model {
namespace {

Cell cell_at(int row, const std::string& text, double confidence, std::vector<Reading> others = {}) {
  Cell cell;
  cell.row = row;
  cell.page = 1;
  cell.box = {100, 100.0 + 20 * row, 180, 118.0 + 20 * row};
  cell.text = text;
  cell.lines = {text};
  cell.origin = Origin::ocr;
  cell.confidence = confidence;
  cell.alternatives = std::move(others);
  return cell;
}

Word word_at(double x, double y, const std::string& text, double confidence = 1) {
  Word word;
  word.text = text;
  word.box = {x, y, x + 6.0 * static_cast<double>(text.size()), y + 10};
  word.origin = Origin::ocr;
  word.confidence = confidence;
  return word;
}

Bundle scan(std::vector<Cell> cells) {
  Bundle bundle;
  Page page;
  page.number = 1;
  page.origin = Origin::ocr;
  bundle.pages.push_back(page);
  Table table;
  table.first_page = table.last_page = 1;
  table.cells = std::move(cells);
  bundle.tables.push_back(table);
  return bundle;
}

TEST(Doubtful, ACellOfLittleConfidenceWithItsOtherReadings) {
  const Bundle bundle = scan({cell_at(0, "1.254", 0.97), cell_at(1, "1.2S4", 0.5, {{"1.254", 0.4}, {"1.284", 0.3}}),
                              cell_at(2, "Nómina", 0.7), cell_at(3, "\xEF\xBF\xBD\x34", 0.99)});
  const std::vector<DoubtfulReading> found = doubtful_readings(bundle);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].text, "1.2S4");
  EXPECT_THAT(found[0].alternatives, testing::ElementsAre("1.254", "1.284"));
  EXPECT_EQ(found[0].doubt, ReadingDoubt::several);
  EXPECT_TRUE(found[0].figure);
  EXPECT_EQ(found[0].row, 1);
  EXPECT_EQ(found[1].doubt, ReadingDoubt::unsure);
  EXPECT_FALSE(found[1].figure);
  EXPECT_EQ(found[2].doubt, ReadingDoubt::unread);
}

TEST(Doubtful, ATextLayerIsNotInDoubt) {
  Bundle bundle = scan({cell_at(0, "1.254", 0.2)});
  bundle.tables[0].cells[0].origin = Origin::text;
  EXPECT_TRUE(doubtful_readings(bundle).empty());
}

TEST(Doubtful, OfALongCellItsDoubtfulWords) {
  const std::string text = "Atender las solicitudes de los ciudadanos en 15 dlas hábiles";
  Bundle bundle = scan({cell_at(0, text, 0.5)});
  bundle.pages[0].words = {word_at(101, 103, "Atender"), word_at(150, 103, "dlas", 0.3), word_at(300, 400, "15", 0.3)};
  const std::vector<DoubtfulReading> found = doubtful_readings(bundle);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "dlas");
  EXPECT_EQ(found[0].table, 0);
}

TEST(Doubtful, OfRunningTextFiguresSoonerThanWords) {
  Bundle bundle = scan({});
  bundle.pages[0].words = {word_at(10, 10, "recibió", 0.7), word_at(60, 10, "1.3O0", 0.7),
                           word_at(100, 10, "pqrs", 0.4), word_at(10, 800, "7", 0.2)};
  Block text;
  text.page = 1;
  text.words = {0, 1, 2};
  Block foot;
  foot.kind = BlockKind::running_foot;
  foot.page = 1;
  foot.words = {3};
  bundle.blocks = {text, foot};
  const std::vector<DoubtfulReading> found = doubtful_readings(bundle);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].text, "1.3O0");
  EXPECT_EQ(found[1].text, "pqrs");
}

TEST(Told, ACellSaysWhatWasReadThereEvenIfItsBoxMovedALittle) {
  Bundle bundle = scan({cell_at(0, "1.2S4", 0.5, {{"1.254", 0.4}}), cell_at(1, "1.2S4", 0.5)});
  put_right(bundle, {{1, {101, 99, 181, 117}, "1.254"}});
  EXPECT_EQ(bundle.tables[0].cells[0].text, "1.254");
  EXPECT_THAT(bundle.tables[0].cells[0].lines, testing::ElementsAre("1.254"));
  EXPECT_EQ(bundle.tables[0].cells[0].confidence, 1);
  EXPECT_TRUE(bundle.tables[0].cells[0].alternatives.empty());
  EXPECT_EQ(bundle.tables[0].cells[1].text, "1.2S4");
  put_right(bundle, {{2, {100, 120, 180, 138}, "9"}, {1, {400, 400, 410, 410}, "9"}});  // nothing stands there
  EXPECT_EQ(bundle.tables[0].cells[1].text, "1.2S4");
}

TEST(Told, AWordIsPutRightInItsCellAndItsBlockInItsTurn) {
  const std::string text = "Atender 1S solicitudes y responder otras 1S en el plazo que fija la ley";
  Bundle bundle = scan({cell_at(0, text, 0.5)});
  bundle.pages[0].words = {word_at(101, 103, "1S", 0.3), word_at(150, 103, "1S", 0.3), word_at(10, 400, "quedan", 1),
                           word_at(60, 400, "1S", 0.3), word_at(90, 400, "1S.", 0.3)};
  Block block;
  block.page = 1;
  block.text = "quedan 1S 1S.";
  block.words = {2, 3, 4};
  bundle.blocks = {block};
  put_right(bundle, {{1, bundle.pages[0].words[1].box, "15"}, {1, bundle.pages[0].words[4].box, "18."}});
  EXPECT_EQ(bundle.tables[0].cells[0].text, "Atender 1S solicitudes y responder otras 15 en el plazo que fija la ley");
  EXPECT_EQ(bundle.pages[0].words[1].text, "15");
  EXPECT_EQ(bundle.pages[0].words[0].text, "1S");
  EXPECT_EQ(bundle.blocks[0].text, "quedan 1S 18.");
}

}  // namespace
}  // namespace cotejo::model
