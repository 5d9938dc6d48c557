#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/table.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::mapping {

// What a cell's text looks like by itself, before its column is known.
enum class Shape : std::uint8_t { none, blank, number, money, percent, dash, mark, year, date, code, text };

// A table's cells made quick to look up, each text folded and read once.
struct Sheet {
  const model::Table* table = nullptr;
  int rows = 0;
  int columns = 0;
  std::vector<int> owner;                         // rows × columns → index into table->cells, -1 where there is none
  std::vector<std::string> folded;                // of each cell
  std::vector<normalise::NumberReading> numbers;  // of each cell, read without a context
  std::vector<Shape> shapes;                      // of each cell
  // Of each column: plain spaces part the groups of its figures ("4 117 000 000"), and not figures side by side.
  std::vector<bool> spaced;

  [[nodiscard]] int at(int row, int column) const {
    return owner[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
  }
  // A cell's text as its figure is to be read.
  [[nodiscard]] std::string figure_text(std::size_t index) const;
  // The cell that covers the place; null where there is none.
  [[nodiscard]] const model::Cell* cell(int row, int column) const {
    const int index = at(row, column);
    return index < 0 ? nullptr : &table->cells[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] bool origin(int row, int column) const {
    const model::Cell* found = cell(row, column);
    return found != nullptr && found->row == row && found->column == column;
  }
  [[nodiscard]] Shape shape(int row, int column) const {
    const int index = at(row, column);
    return index < 0 ? Shape::none : shapes[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const std::string& fold(int row, int column) const {
    static const std::string empty;
    const int index = at(row, column);
    return index < 0 ? empty : folded[static_cast<std::size_t>(index)];
  }
};

// True for the shapes that a column of figures holds.
[[nodiscard]] constexpr bool is_figure(Shape shape) {
  return shape == Shape::number || shape == Shape::money || shape == Shape::percent;
}

// Pure. A table whose rows or columns are not positive, or so many that its cells could not fill a thousandth of it,
// gives an empty sheet.
[[nodiscard]] Sheet make_sheet(const model::Table& table);

}  // namespace cotejo::mapping
