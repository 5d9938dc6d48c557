#include "pipeline/mapping/commitments/shape.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/mapping/table/cell_figure.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::shape;

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool has_inner_space(std::string_view text) {
  constexpr std::string_view kSpaces = " \n\t\r";
  const std::size_t first = text.find_first_not_of(kSpaces);
  const std::size_t space = first == std::string_view::npos ? first : text.find_first_of(kSpaces, first);
  return space != std::string_view::npos && text.find_first_not_of(kSpaces, space) != std::string_view::npos;
}

bool is_serial(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits > kMostSerialDigits) return false;
    } else if (c == '.') {
      digits = 0;
    } else if (c != ')' && c != '-') {
      return false;
    }
  }
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

}  // namespace

bool ColumnShape::most(int count) const {
  return filled > 0 && count >= kMost * filled;
}

ColumnShape column_shape(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                         int header_rows, int column) {
  using normalise::NumberKind;
  ColumnShape shape;
  for (int r = header_rows; r < table.rows; ++r) {
    const int index = reading.at(r, column).cell;
    if (index < 0) continue;
    const model::Cell& cell = table.cells[static_cast<std::size_t>(index)];
    if (cell.row != r || cell.text.empty() || cell.column_span >= std::max(2, table.columns - 1)) continue;
    ++shape.filled;
    // A text is told by its blanks; only short ones are looked at as one line.
    const std::string_view text = cell.text;
    const std::string line = text.size() <= kLongestSerial ? one_line(text) : std::string();
    if (is_serial(line)) ++shape.serials;
    const normalise::NumberReading number = figure_at(table, reading, r, column);
    const bool figure =
        number.kind == NumberKind::number || number.kind == NumberKind::ambiguous || number.kind == NumberKind::dash;
    if (number.kind == NumberKind::mark ||
        (!line.empty() && line.size() <= kLongestMark &&
         vocabulary.meaning("compromisos.marca", normalise::fold(line)) == "marca")) {
      ++shape.marks;
    } else if (figure && std::count(number.rest.begin(), number.rest.end(), ' ') < kMostUnitWords) {
      if (has_letter(number.rest)) {
        ++shape.phrases;
      } else if (number.amount.unit == model::Unit::percent) {
        ++shape.percents;
      } else {
        ++shape.numbers;
      }
    } else if (has_inner_space(text)) {
      ++shape.texts;
    }
  }
  return shape;
}

}  // namespace cotejo::mapping
