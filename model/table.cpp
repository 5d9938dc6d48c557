#include "model/table.h"

namespace cotejo::model {

int Table::at(int row, int column) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
        column < cell.column + cell.column_span) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

}  // namespace cotejo::model
