#include "pipeline/mapping/read_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/mapping/columns/columns.h"
#include "pipeline/mapping/columns/head.h"
#include "pipeline/mapping/rows/rows.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"

namespace cotejo::mapping {
namespace {

using normalise::NumberKind;

bool whole_text(const ColumnReading& column) {
  return column.role == ColumnRole::code || column.role == ColumnRole::date;
}

// Money is never printed finer than a centavo and things are counted whole: three digits after a lone sign are a group
// of thousands. In scaled money, and in percentages, they may be decimals.
bool whole_by_nature(const ColumnReading& column) {
  const bool money = column.role == ColumnRole::amount && column.scale == 0;
  return money || (column.role == ColumnRole::count && !column.plain());
}

class GridReader {
 public:
  GridReader(const Sheet& sheet, const Surroundings& around, TableReading& reading)
      : sheet_(sheet), around_(around), reading_(reading) {}

  void read() {
    const normalise::DecimalMark table_mark = mark_of(sheet_, -1);
    for (int c = 0; c < sheet_.columns; ++c) {
      ColumnReading& column = reading_.columns[static_cast<std::size_t>(c)];
      column.mark = mark_of(sheet_, c);
      if (column.mark == normalise::DecimalMark::unknown) column.mark = table_mark;
      if (column.mark == normalise::DecimalMark::unknown) column.mark = around_.mark;
      const std::optional<int> own = normalise::scale_of(column.head);
      if (column.role == ColumnRole::amount || column.role == ColumnRole::difference)
        column.scale = own.value_or(around_.scale);
    }
    numbers_.resize(sheet_.numbers.size());
    for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i] = number_of(i);
    reading_.grid.resize(sheet_.owner.size());
    for (int row = 0; row < sheet_.rows; ++row) {
      for (int column = 0; column < sheet_.columns; ++column) {
        CellReading& cell = reading_.grid[static_cast<std::size_t>(row) * static_cast<std::size_t>(sheet_.columns) +
                                          static_cast<std::size_t>(column)];
        cell.cell = sheet_.at(row, column);
        cell.origin = sheet_.origin(row, column);
        if (cell.cell >= 0) cell.number = numbers_[static_cast<std::size_t>(cell.cell)];
      }
    }
  }

 private:
  normalise::NumberReading number_of(std::size_t index) const {
    const model::Cell& cell = sheet_.table->cells[index];
    const normalise::NumberReading& plain = sheet_.numbers[index];
    const Shape shape = sheet_.shapes[index];
    if (cell.column < 0 || cell.column >= sheet_.columns || cell.row < 0 || cell.row >= sheet_.rows) return plain;
    const ColumnReading& column = reading_.columns[static_cast<std::size_t>(cell.column)];
    const RowReading& row = reading_.rows[static_cast<std::size_t>(cell.row)];
    const bool readable =
        plain.kind == NumberKind::number || plain.kind == NumberKind::ambiguous || plain.kind == NumberKind::dash;
    if (!readable) return plain;
    if (row.role == RowRole::header || whole_text(column) || shape == Shape::code || shape == Shape::date)
      return as_text(plain);
    normalise::NumberContext context;
    context.mark = column.mark;
    context.unit = column.unit;
    context.scale = column.scale;
    normalise::NumberReading number = normalise::in_context(plain, cell.text, context);
    if (number.kind == NumberKind::ambiguous && whole_by_nature(column) && shape != Shape::percent) {
      number.amount = number.as_groups;
      number.kind = NumberKind::number;
    }
    return number;
  }

  static normalise::NumberReading as_text(normalise::NumberReading number) {
    number = {};
    number.kind = NumberKind::text;
    return number;
  }

  const Sheet& sheet_;
  const Surroundings& around_;
  TableReading& reading_;
  std::vector<normalise::NumberReading> numbers_;
};

}  // namespace

TableReading read_table(const Sheet& sheet, int table, const Surroundings& around, const Vocabulary& vocabulary) {
  TableReading reading;
  reading.table = table;
  reading.vigencia = around.vigencia;
  reading.folded = sheet.folded;
  if (sheet.rows == 0) {
    reading.left_out.emplace_back("la tabla no tiene filas que se puedan leer");
    return reading;
  }
  reading.header_rows = header_rows_of(sheet);
  ColumnsReading columns =
      read_columns(sheet, reading.header_rows, around.title, around.heading, around.scale, vocabulary);
  reading.kind = columns.kind;
  reading.columns = std::move(columns.columns);
  reading.transposed = columns.transposed;
  reading.rows = read_rows(sheet, reading.header_rows, reading.columns, vocabulary);
  GridReader(sheet, around, reading).read();
  link_rows(sheet, reading);
  return reading;
}

}  // namespace cotejo::mapping
