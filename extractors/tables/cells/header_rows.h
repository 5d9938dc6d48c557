#pragma once

#include "model/table.h"

namespace cotejo::tables {

// How many rows at the top name the columns, as a reader tells: rows set off by weight or shade from those below, rows
// that a merged head cell reaches into, or a row of words over columns of figures. 0 when none does, never all rows.
[[nodiscard]] int header_rows(const model::Table& table);

}  // namespace cotejo::tables
