#include "extractors/tables/cells/part_sheet.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/cells/tolerances.h"
#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {
namespace {

// What a row of the lattice holds.
struct SheetRow {
  int names = 0, values = 0;  // of its cells
  bool cut_above = true;      // no cell reaches over the border above it
  [[nodiscard]] int filled() const { return names + values; }
};

// Rows of the lattice, from the first to before the last.
struct Block {
  int from = 0, to = 0;
};

std::vector<SheetRow> rows_of(const model::Page& page, const PageTable& table) {
  std::vector<SheetRow> rows(static_cast<std::size_t>(table.rows()));
  for (const PageCell& cell : table.cells) {
    for (int r = cell.row + 1; r < cell.row + cell.row_span; ++r) rows[static_cast<std::size_t>(r)].cut_above = false;
    if (cell.words.empty()) continue;
    const std::string text = plain_text(cell, page);
    SheetRow& row = rows[static_cast<std::size_t>(cell.row)];
    (is_value(text) && !is_year(text) ? row.values : row.names) += 1;
  }
  return rows;
}

// The rows between empty ones, without what stands alone in its row at their ends.
std::vector<Block> blocks_of(const std::vector<SheetRow>& rows) {
  std::vector<Block> blocks;
  const int count = static_cast<int>(rows.size());
  const auto row = [&](int r) -> const SheetRow& { return rows[static_cast<std::size_t>(r)]; };
  for (int r = 0; r < count;) {
    Block block{r, r};
    while (block.to < count && (row(block.to).filled() > 0 || !row(block.to).cut_above)) ++block.to;
    r = block.to + 1;
    const auto alone = [&](int at) { return row(at).filled() <= 1 && row(at).values == 0; };
    while (block.from < block.to && alone(block.from) && (block.from + 1 == block.to || row(block.from + 1).cut_above))
      ++block.from;
    while (block.to > block.from && alone(block.to - 1) && row(block.to - 1).cut_above) --block.to;
    if (block.from < block.to) blocks.push_back(block);
  }
  return blocks;
}

// Names of columns, and rows of values under them.
bool has_own_head(const std::vector<SheetRow>& rows, const Block& block) {
  const SheetRow& head = rows[static_cast<std::size_t>(block.from)];
  if (head.values > 0 || head.names < 2) return false;
  int valued = 0;
  for (int r = block.from + 1; r < block.to; ++r) valued += rows[static_cast<std::size_t>(r)].values > 0 ? 1 : 0;
  return valued >= cells::rows_under_own_head;
}

// The block's rows, without the columns at the sides that are empty in them.
PageTable table_of(const PageTable& sheet, const Block& block) {
  int first = sheet.columns(), last = 0;
  for (const PageCell& cell : sheet.cells)
    if (cell.row >= block.from && cell.row < block.to && !cell.words.empty()) {
      first = std::min(first, cell.column);
      last = std::max(last, cell.column + cell.column_span);
    }
  PageTable table;
  table.method = sheet.method;
  table.header_rows = -1;
  table.xs.assign(sheet.xs.begin() + first, sheet.xs.begin() + last + 1);
  table.ys.assign(sheet.ys.begin() + block.from, sheet.ys.begin() + block.to + 1);
  table.box = {table.xs.front(), table.ys.front(), table.xs.back(), table.ys.back()};
  for (PageCell cell : sheet.cells) {
    if (cell.row < block.from || cell.row >= block.to) continue;
    const int begin = std::max(cell.column, first), end = std::min(cell.column + cell.column_span, last);
    if (begin >= end) continue;
    cell.row -= block.from;
    cell.column = begin - first;
    cell.column_span = end - begin;
    cell.box.x0 = std::max(cell.box.x0, table.box.x0);
    cell.box.x1 = std::min(cell.box.x1, table.box.x1);
    table.cells.push_back(std::move(cell));
  }
  return table;
}

}  // namespace

std::vector<PageTable> parted_sheet(const model::Page& page, PageTable table) {
  if (!shows_lattice(table.method)) return {std::move(table)};
  const std::vector<SheetRow> rows = rows_of(page, table);
  const std::vector<Block> blocks = blocks_of(rows);
  const auto own = std::count_if(blocks.begin(), blocks.end(), [&](const Block& b) { return has_own_head(rows, b); });
  // Rows without a head of their own go on with what is above an empty row.
  if (own < 2 || own < static_cast<std::ptrdiff_t>(blocks.size())) return {std::move(table)};
  std::vector<PageTable> parts;
  for (const Block& block : blocks) parts.push_back(table_of(table, block));
  return parts;
}

}  // namespace cotejo::tables
