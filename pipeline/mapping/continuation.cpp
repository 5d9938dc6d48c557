#include "pipeline/mapping/continuation.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/mapping/columns/column_values.h"
#include "pipeline/mapping/tolerances.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::continuation;

// Left and right of every column, from its cells that are as wide as it; zero where there is none.
std::vector<std::pair<double, double>> places_of(const Sheet& sheet) {
  std::vector<std::pair<double, double>> places(static_cast<std::size_t>(sheet.columns));
  std::vector<bool> known(places.size());
  for (const model::Cell& cell : sheet.table->cells) {
    if (cell.column_span != 1 || cell.column < 0 || cell.column >= sheet.columns) continue;
    const auto column = static_cast<std::size_t>(cell.column);
    if (known[column]) continue;
    places[column] = {cell.box.x0, cell.box.x1};
    known[column] = true;
  }
  return places;
}

bool same_places(const Sheet& sheet, const Sheet& before) {
  const auto mine = places_of(sheet);
  const auto theirs = places_of(before);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    const double shared = std::min(mine[i].second, theirs[i].second) - std::max(mine[i].first, theirs[i].first);
    const double narrower = std::min(mine[i].second - mine[i].first, theirs[i].second - theirs[i].first);
    if (shared * 2 < narrower) return false;
  }
  return true;
}

bool figures_under_amounts(const Sheet& sheet, const TableReading& before) {
  int amounts = 0;
  for (int c = 0; c < sheet.columns; ++c) {
    const ColumnReading& column = before.columns[static_cast<std::size_t>(c)];
    if (column.role != ColumnRole::amount && column.role != ColumnRole::percent) continue;
    const ColumnValues values = values_of(sheet, 0, c);
    if (!values.numeric() && !values.only_dashes()) return false;
    amounts += values.figures() > 0 && column.role == ColumnRole::amount ? 1 : 0;
  }
  return amounts > 0;
}

// Whether the block says what follows it: a title, or a sentence. Marks and specks of a scan do not.
bool introduces(const model::Block& block) {
  if (block.kind == model::BlockKind::heading || block.kind == model::BlockKind::caption) return true;
  return block.kind == model::BlockKind::paragraph && words_of(normalise::fold(block.text)).size() >= kWordsOfSentence;
}

// Whether the page of the table opens with text that the page before does not have: another table begins below it.
bool introduced(const std::vector<model::Block>& blocks, const model::Table& table) {
  if (table.page_boxes.empty()) return false;
  const double top = table.page_boxes.front().y0;
  return std::any_of(blocks.begin(), blocks.end(), [&](const model::Block& block) {
    if (block.page != table.first_page || block.box.center_y() > top || !introduces(block)) return false;
    return std::none_of(blocks.begin(), blocks.end(), [&](const model::Block& other) {
      return other.page == table.first_page - 1 && other.text == block.text;
    });
  });
}

}  // namespace

bool goes_on(const std::vector<model::Block>& blocks, const Sheet& sheet, const TableReading& reading,
             const Sheet& before_sheet, const TableReading& before) {
  if (sheet.rows == 0 || before_sheet.rows == 0 || sheet.columns != before_sheet.columns) return false;
  if (before.kind != model::TableKind::budget || before.transposed || reading.header_rows != 0) return false;
  if (sheet.table->first_page != before_sheet.table->last_page + 1 || introduced(blocks, *sheet.table)) return false;
  const bool headless = std::all_of(reading.columns.begin(), reading.columns.end(),
                                    [](const ColumnReading& column) { return column.head.empty(); });
  return headless && same_places(sheet, before_sheet) && figures_under_amounts(sheet, before);
}

}  // namespace cotejo::mapping
