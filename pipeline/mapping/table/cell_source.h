#pragma once

#include "model/record.h"
#include "model/table.h"

namespace cotejo::mapping {

// Where a value that the cell holds was printed: the place (row, column) of the table with this index in the bundle,
// which a merged cell may cover with others.
[[nodiscard]] model::Source source_of(const model::Cell& cell, int table, int row, int column);

}  // namespace cotejo::mapping
