#include "pipeline/mapping/table/cell_figure.h"

namespace cotejo::mapping {

normalise::NumberReading figure_at(const model::Table& table, const TableReading& reading, int row, int column) {
  const CellReading& place = reading.at(row, column);
  const bool in_head = row < reading.header_rows && place.number.kind == normalise::NumberKind::text;
  if (place.cell < 0 || (place.number.kind != normalise::NumberKind::blank && !in_head)) return place.number;
  const std::string& text = table.cells[static_cast<std::size_t>(place.cell)].text;
  return text.empty() ? place.number : normalise::read_number(text);
}

}  // namespace cotejo::mapping
