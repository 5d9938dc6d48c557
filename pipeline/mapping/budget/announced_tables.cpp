#include "pipeline/mapping/budget/announced_tables.h"

#include <algorithm>
#include <optional>

#include "model/measure.h"
#include "pipeline/mapping/budget/budget_class.h"
#include "pipeline/mapping/budget/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::announced_tables;

using model::TableKind;

// The one column of money of a table that is nothing but names and money, and has no head; -1 for any other.
int lone_money_column(const TableReading& reading) {
  int money = -1;
  int names = 0;
  for (std::size_t c = 0; c < reading.columns.size(); ++c) {
    const ColumnReading& column = reading.columns[c];
    if (!column.head.empty()) return -1;
    if (column.role == ColumnRole::amount) {
      if (money >= 0) return -1;
      money = static_cast<int>(c);
    } else if (column.role == ColumnRole::label || column.role == ColumnRole::text) {
      ++names;
    } else if (column.role != ColumnRole::code && column.role != ColumnRole::number) {
      return -1;
    }
  }
  return names > 0 ? money : -1;
}

struct Line {
  int row = 0;
  const model::Cell* cell = nullptr;
  model::Amount amount;
};

// The lines' amounts; nothing where a line has none, so that no sum is known.
std::vector<Line> lines_of(const model::Table& table, const TableReading& reading, int column, RowRole role) {
  std::vector<Line> lines;
  for (std::size_t r = 0; r < reading.rows.size(); ++r) {
    if (reading.rows[r].role != role) continue;
    const CellReading& place = reading.at(static_cast<int>(r), column);
    if (place.cell < 0 || place.number.kind != normalise::NumberKind::number || reading.rows[r].label.empty())
      return {};
    lines.push_back({static_cast<int>(r), &table.cells[static_cast<std::size_t>(place.cell)], place.number.amount});
  }
  return lines;
}

// The last block that stands above the table on its page; -1 when there is none.
int block_above(const model::Bundle& bundle, const model::Table& table) {
  int last = -1;
  for (std::size_t b = 0; b < bundle.blocks.size(); ++b) {
    const model::Block& block = bundle.blocks[b];
    const bool above = block.page == table.first_page && !table.page_boxes.empty() &&
                       block.box.center_y() < table.page_boxes.front().y0;
    if (above && block.kind != model::BlockKind::running_head) last = static_cast<int>(b);
  }
  return last;
}

const model::ProseFigure* announced(const std::vector<model::ProseFigure>& prose, int block,
                                    const std::vector<Line>& lines) {
  model::Micro sum = 0;
  for (const Line& line : lines) sum += model::micro(line.amount.value);
  for (const model::ProseFigure& figure : prose) {
    const bool near = figure.source.block <= block && figure.source.block > block - kNearBlocks;
    if (near && figure.source.table < 0 && figure.amount && figure.amount->unit == lines.front().amount.unit &&
        model::is_of_budget(figure.measure) && model::micro(figure.amount->value) == sum)
      return &figure;
  }
  return nullptr;
}

model::BudgetEntry entry_of(const TableReading& reading, const Line& line, int column,
                            const model::ProseFigure& figure) {
  const RowReading& row = reading.rows[static_cast<std::size_t>(line.row)];
  model::BudgetEntry entry;
  entry.vigencia = figure.vigencia != 0 ? figure.vigencia : reading.vigencia;
  entry.code = row.code;
  entry.description = row.label;
  entry.measure = figure.measure;
  entry.amount = line.amount;
  entry.total = row.role == RowRole::total;
  entry.level = entry.total ? model::Level::total : model::Level::line;
  entry.source = {line.cell->page,   line.cell->box,       reading.table, line.row, column, -1, line.cell->text, "",
                  line.cell->origin, line.cell->confidence};
  return entry;
}

}  // namespace

std::vector<model::BudgetEntry> read_announced_tables(const model::Bundle& bundle,
                                                      const std::vector<model::ProseFigure>& prose,
                                                      std::vector<TableReading>& tables) {
  std::vector<model::BudgetEntry> entries;
  for (TableReading& reading : tables) {
    if (reading.kind != TableKind::other || reading.header_rows > 0) continue;
    const int column = lone_money_column(reading);
    if (column < 0) continue;
    const model::Table& table = bundle.tables[static_cast<std::size_t>(reading.table)];
    std::vector<Line> lines = lines_of(table, reading, column, RowRole::line);
    if (static_cast<int>(lines.size()) < kFewestLines) continue;
    const model::ProseFigure* figure = announced(prose, block_above(bundle, table), lines);
    if (figure == nullptr) continue;
    const std::vector<Line> totals = lines_of(table, reading, column, RowRole::total);
    lines.insert(lines.end(), totals.begin(), totals.end());
    for (const Line& line : lines) entries.push_back(entry_of(reading, line, column, *figure));
    reading.kind = TableKind::budget;
    reading.columns[static_cast<std::size_t>(column)].measure = figure->measure;
    reading.columns[static_cast<std::size_t>(column)].why = "sus cifras suman lo que dice el texto de encima";
    reading.left_out.clear();
  }
  return entries;
}

}  // namespace cotejo::mapping
