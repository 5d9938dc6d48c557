#include "pipeline/mapping/read_table.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/mapping/columns/columns.h"
#include "pipeline/mapping/columns/head.h"
#include "pipeline/mapping/rows/rows.h"
#include "pipeline/mapping/table/cut_figures.h"
#include "pipeline/mapping/table/separators.h"
#include "pipeline/mapping/table/unit_note.h"
#include "pipeline/mapping/tolerances.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::read_table;

using normalise::DecimalMark;
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
    find_marks();
    for (ColumnReading& column : reading_.columns) {
      if (column.role == ColumnRole::amount || column.role == ColumnRole::difference) find_units(column);
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
        if (cell.cell < 0) continue;
        cell.number = numbers_[static_cast<std::size_t>(cell.cell)];
        cell.doubt = doubt_of(static_cast<std::size_t>(cell.cell));
      }
    }
  }

 private:
  // What its own figures prove says most of a column, then those beside it, then those of the document, and the
  // percentages, which come from a spreadsheet's own setting, least.
  void find_marks() {
    for (int c = 0; c < sheet_.columns; ++c) {
      ColumnReading& column = reading_.columns[static_cast<std::size_t>(c)];
      column.mark = mark_of(sheet_, {c});
      if (column.mark == DecimalMark::unknown) column.mark = mark_by_evenness(sheet_, c);
    }
    weak_.assign(reading_.columns.size(), false);
    for (int c = 0; c < sheet_.columns; ++c) {
      const ColumnRole role = reading_.columns[static_cast<std::size_t>(c)].role;
      grouped_.push_back((role == ColumnRole::amount || role == ColumnRole::count) &&
                         adds_up_in_groups(sheet_, reading_.rows, c));
    }
    const std::array strong{mark_of_amounts(), mark_of(sheet_, columns_of({ColumnRole::amount, ColumnRole::count})),
                            around_.mark};
    const DecimalMark weak = mark_of(sheet_, columns_of({ColumnRole::percent}));
    for (std::size_t c = 0; c < reading_.columns.size(); ++c) {
      DecimalMark& mark = reading_.columns[c].mark;
      for (const DecimalMark other : strong) {
        if (mark == DecimalMark::unknown) mark = other;
      }
      weak_[c] = mark == DecimalMark::unknown;
      if (weak_[c]) mark = weak;
    }
  }

  [[nodiscard]] std::vector<int> columns_of(std::initializer_list<ColumnRole> roles) const {
    std::vector<int> columns;
    for (int c = 0; c < sheet_.columns; ++c) {
      const ColumnRole role = reading_.columns[static_cast<std::size_t>(c)].role;
      if (std::find(roles.begin(), roles.end(), role) != roles.end()) columns.push_back(c);
    }
    return columns;
  }

  // What the columns of money agree on; unknown when they do not.
  [[nodiscard]] DecimalMark mark_of_amounts() const {
    DecimalMark found = DecimalMark::unknown;
    for (const ColumnReading& column : reading_.columns) {
      if (column.role != ColumnRole::amount || column.mark == DecimalMark::unknown) continue;
      if (found != DecimalMark::unknown && found != column.mark) return DecimalMark::unknown;
      found = column.mark;
    }
    return found;
  }

  // The head's own word before the note beside the table.
  void find_units(ColumnReading& column) const {
    const UnitNote own = unit_of_head(column.head);
    column.scale = own.scale.value_or(around_.scale);
    column.other_money = own.other_money || (own.empty() && around_.other_money);
    const std::optional<model::Unit> unit = own.unit ? own.unit : around_.unit;
    if (unit && column.unit == model::Unit::cop) column.unit = *unit;
  }

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
    if (plain.kind == NumberKind::ambiguous && shape != Shape::percent) {
      if (whole_by_nature(column)) context.mark = DecimalMark::unknown;
      if (grouped_[static_cast<std::size_t>(cell.column)]) context.mark = mark_that_groups(cell.text);
    }
    normalise::NumberReading number = normalise::in_context(plain, sheet_.figure_text(index), context);
    if (number.kind == NumberKind::ambiguous && whole_by_nature(column) && shape != Shape::percent) {
      number.amount = number.as_groups;
      number.kind = NumberKind::number;
    }
    return number;
  }

  // A lone sign before three digits was read as parting thousands or decimals, and something speaks against it.
  [[nodiscard]] Doubt doubt_of(std::size_t index) const {
    const model::Cell& cell = sheet_.table->cells[index];
    const normalise::NumberReading& plain = sheet_.numbers[index];
    const normalise::NumberReading& number = numbers_[index];
    if (cell.column < 0 || cell.column >= sheet_.columns || number.kind != NumberKind::number) return Doubt::none;
    const auto c = static_cast<std::size_t>(cell.column);
    const ColumnReading& column = reading_.columns[c];
    if (column.role != ColumnRole::amount && column.role != ColumnRole::count) return Doubt::none;
    const bool open = plain.kind == NumberKind::ambiguous && sheet_.shapes[index] != Shape::percent;
    if (grouped_[c]) return Doubt::none;
    if (open && !plain.currency_sign &&
        (whole_by_nature(column) ? !weak_[c] && against(column.mark, cell.text) : weak_[c]))
      return Doubt::separator;
    const bool large = around_.scale_from_report && number.amount.value.to_double() >= kNoPublicBodySpends;
    return large ? Doubt::scale : Doubt::none;
  }

  // The convention makes the figure's own sign the decimal one.
  static bool against(DecimalMark mark, std::string_view text) {
    const std::size_t sign = text.find_last_of(".,");
    if (sign == std::string_view::npos || mark == DecimalMark::unknown) return false;
    return (mark == DecimalMark::comma) == (text[sign] == ',');
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
  std::vector<bool> grouped_;  // of the columns: their sums show that a lone sign parts thousands
  std::vector<bool> weak_;     // of the columns: only percentages tell their decimal sign
};

// Where the stages run down, "Total compromisos" is one of them and no sum of those above.
void take_stages_for_lines(const Vocabulary& vocabulary, std::vector<RowReading>& rows) {
  for (RowReading& row : rows) {
    if (row.role != RowRole::total && row.role != RowRole::subtotal) continue;
    if (!vocabulary.meaning("columnas.presupuesto", normalise::fold(row.label)).empty()) row.role = RowRole::line;
  }
}

// Rows and figures, once the columns are known.
void read_values(const Sheet& sheet, const Surroundings& around, const Vocabulary& vocabulary, TableReading& reading) {
  reading.rows = read_rows(sheet, reading.header_rows, reading.columns, vocabulary);
  if (reading.transposed) take_stages_for_lines(vocabulary, reading.rows);
  GridReader(sheet, around, reading).read();
  forget_cut_figures(*sheet.table, reading);
  link_rows(sheet, reading);
}

}  // namespace

TableReading read_rest(const Sheet& sheet, int table, const Surroundings& around, const TableReading& before,
                       const Vocabulary& vocabulary) {
  TableReading reading;
  reading.table = table;
  reading.vigencia = before.vigencia;
  reading.folded = sheet.folded;
  reading.kind = before.kind;
  reading.columns = before.columns;
  for (ColumnReading& column : reading.columns)
    column.why = "como en la tabla de la página anterior, que sigue en esta";
  Surroundings told = around;
  for (const ColumnReading& column : before.columns) {  // what the note beside the head said holds on
    if (column.role != ColumnRole::amount || !unit_of_head(column.head).empty()) continue;
    told.scale = column.scale;
    told.unit = column.unit;
    told.other_money = column.other_money;
    told.mark = column.mark;
    break;
  }
  read_values(sheet, told, vocabulary, reading);
  return reading;
}

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
  read_values(sheet, around, vocabulary, reading);
  return reading;
}

}  // namespace cotejo::mapping
