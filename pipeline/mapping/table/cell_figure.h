#pragma once

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// The figure that a place of the grid holds, read from the cell by itself where the table's reading has none: in a
// column of words, or in a row that was taken for a part of the head.
[[nodiscard]] normalise::NumberReading figure_at(const model::Table& table, const TableReading& reading, int row,
                                                 int column);

}  // namespace cotejo::mapping
