#include "pipeline/exports/pages/regions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cotejo::exports {
namespace {

model::Word word(const std::string& text, double x, double y, std::int16_t rotation = 0) {
  model::Word word;
  word.text = text;
  word.box = {x, y, x + 20, y + 10};
  word.rotation = rotation;
  if (rotation % 180 != 0) word.box = {x, y, x + 10, y + 20};
  return word;
}

// "text text|text|..." of the lines of a region.
std::string told(const Region& region) {
  std::string text;
  for (const TextLine& line : region.lines) {
    if (!text.empty()) text += '|';
    for (std::size_t i = 0; i < line.words.size(); ++i) text += (i == 0 ? "" : " ") + line.words[i]->text;
  }
  return text;
}

TEST(Regions, WordsStandInLinesOfBlocksAndOfCellsEachOnce) {
  model::Bundle bundle;
  bundle.pages.resize(1);
  model::Page& page = bundle.pages[0];
  page.number = 1;
  page.words = {word("Informe", 10, 10),  word("anual", 35, 11),    word("2020", 10, 30),
                word("código", 10, 100),  word("valor", 60, 100),   word("7", 60, 120),
                word("suelto", 300, 300), word("tapado", 400, 400), word("fuera", 80, 140)};
  page.words[7].hidden = true;
  model::Block block;
  block.page = 1;
  block.box = {10, 10, 55, 40};
  block.words = {0, 1, 2};
  bundle.blocks.push_back(block);
  model::Table table;
  table.first_page = table.last_page = 1;
  table.rows = table.columns = 2;
  const auto cell = [&](int row, int column, model::Rect box) {
    model::Cell it;
    it.row = row;
    it.column = column;
    it.page = 1;
    it.box = box;
    table.cells.push_back(it);
  };
  cell(0, 0, {0, 95, 50, 115});
  cell(0, 1, {50, 95, 100, 115});
  cell(1, 0, {0, 115, 50, 135});
  cell(1, 1, {50, 115, 100, 135});
  table.page_boxes = {{0, 95, 110, 160}};
  bundle.tables.push_back(table);

  const std::vector<std::vector<Region>> pages = regions_of(bundle);
  ASSERT_EQ(pages.size(), 1U);
  ASSERT_EQ(pages[0].size(), 3U);
  EXPECT_EQ(told(pages[0][0]), "Informe anual|2020");
  ASSERT_TRUE(pages[0][1].is_table());
  ASSERT_EQ(pages[0][1].parts.size(), 5U);
  EXPECT_EQ(told(pages[0][1].parts[0]), "código");
  EXPECT_EQ(told(pages[0][1].parts[2]), "");
  EXPECT_EQ(told(pages[0][1].parts[3]), "7");
  EXPECT_EQ(pages[0][1].parts[4].cell, nullptr);
  EXPECT_EQ(told(pages[0][1].parts[4]), "fuera");
  EXPECT_EQ(told(pages[0][2]), "suelto");
}

// A table that was read of its own inside a cell of another, as where a frame holds a sheet.
TEST(Regions, WordsOfATableInsideACellAreThoseOfItsOwnCells) {
  model::Bundle bundle;
  bundle.pages.resize(1);
  bundle.pages[0].number = 1;
  bundle.pages[0].words = {word("marco", 10, 10), word("código", 10, 100), word("valor", 60, 100),
                           word("pie", 10, 180)};
  const auto table = [&](const std::vector<model::Rect>& cells) {
    model::Table it;
    it.first_page = it.last_page = 1;
    it.rows = 1;
    it.columns = static_cast<int>(cells.size());
    model::Rect all;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      model::Cell cell;
      cell.column = static_cast<int>(i);
      cell.page = 1;
      cell.box = cells[i];
      all = united(all, cell.box);
      it.cells.push_back(cell);
    }
    it.page_boxes = {all};
    bundle.tables.push_back(it);
  };
  table({{0, 0, 200, 200}});
  table({{0, 95, 50, 115}, {50, 95, 100, 115}});
  const auto pages = regions_of(bundle);
  ASSERT_EQ(pages[0].size(), 2U);
  EXPECT_EQ(told(pages[0][0].parts[0]), "marco|pie");
  ASSERT_EQ(pages[0][1].parts.size(), 2U);
  EXPECT_EQ(told(pages[0][1].parts[0]), "código");
  EXPECT_EQ(told(pages[0][1].parts[1]), "valor");
}

// Letters that reach over the edge of their table: what holds a part holds all of it.
TEST(Regions, ATableReachesAsFarAsItsWords) {
  model::Bundle bundle;
  bundle.pages.resize(1);
  bundle.pages[0].number = 1;
  bundle.pages[0].words = {word("uno", 10, 10), word("nota", 10, 43)};
  model::Table table;
  table.first_page = table.last_page = 1;
  table.rows = table.columns = 1;
  model::Cell cell;
  cell.page = 1;
  cell.box = {0, 0, 50, 30};
  table.cells = {cell};
  table.page_boxes = {{0, 0, 50, 50}};
  bundle.tables.push_back(table);
  const auto pages = regions_of(bundle);
  ASSERT_EQ(pages[0].size(), 1U);
  ASSERT_EQ(pages[0][0].parts.size(), 2U);
  EXPECT_EQ(told(pages[0][0].parts[1]), "nota");
  EXPECT_EQ(pages[0][0].box.y1, 53);
}

TEST(Regions, LinesOfTurnedWordsFollowTheirOwnDirection) {
  model::Bundle bundle;
  bundle.pages.resize(1);
  bundle.pages[0].number = 1;
  bundle.pages[0].words = {word("de", 10, 100, 270), word("abajo", 10, 70, 270), word("otra", 30, 100, 270),
                           word("de", 100, 10, 90), word("arriba", 100, 40, 90)};
  model::Block block;
  block.page = 1;
  block.words = {0, 1, 2, 3, 4};
  bundle.blocks.push_back(block);
  const auto pages = regions_of(bundle);
  ASSERT_EQ(pages[0].size(), 1U);
  EXPECT_EQ(told(pages[0][0]), "de abajo|otra|de arriba");
}

}  // namespace
}  // namespace cotejo::exports
