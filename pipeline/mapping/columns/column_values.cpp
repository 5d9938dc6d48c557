#include "pipeline/mapping/columns/column_values.h"

#include <algorithm>
#include <cmath>

namespace cotejo::mapping {

ColumnValues values_of(const Sheet& sheet, int header_rows, int column) {
  ColumnValues values;
  for (int row = header_rows; row < sheet.rows; ++row) {
    if (!sheet.origin(row, column)) continue;
    const auto index = static_cast<std::size_t>(sheet.at(row, column));
    const model::Cell& cell = sheet.table->cells[index];
    if (cell.column_span > 1 && !is_figure(sheet.shapes[index])) continue;  // a section row or a total's name
    const Shape shape = sheet.shapes[index];
    values.shared |= cell.row_span > 1;
    if (shape == Shape::blank || shape == Shape::none) continue;
    ++values.filled;
    values.numbers += shape == Shape::number ? 1 : 0;
    values.money += shape == Shape::money ? 1 : 0;
    values.percents += shape == Shape::percent ? 1 : 0;
    values.dashes += shape == Shape::dash ? 1 : 0;
    values.marks += shape == Shape::mark ? 1 : 0;
    values.years += shape == Shape::year ? 1 : 0;
    values.dates += shape == Shape::date ? 1 : 0;
    values.codes += shape == Shape::code ? 1 : 0;
    values.texts += shape == Shape::text ? 1 : 0;
    if (shape == Shape::number && cell.text.size() >= 6 &&
        cell.text.find_first_not_of("0123456789 \n") == std::string::npos) {
      ++values.bare_digits;
    }
    if (is_figure(shape)) {
      const normalise::NumberReading& number = sheet.numbers[index];
      const model::Amount& amount = number.kind == normalise::NumberKind::ambiguous ? number.as_groups : number.amount;
      values.largest = std::max(values.largest, std::abs(amount.value.to_double()));
    }
  }
  return values;
}

}  // namespace cotejo::mapping
