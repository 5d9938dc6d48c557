#pragma once

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// Takes for text what is a piece of a figure alone: "1.508.609.0" over "00" a row or two below it in the same column,
// where one of the two rows has no label, two columns say the same or a column says so often; "(695.000,0 0)", of which
// a piece was read; "9.262.000.00" among figures with decimals behind a comma. The reading cut such a line in two: what
// its figures are, no place says. Tells in `left_out`. Needs the grid. Pure.
void forget_cut_figures(const model::Table& table, TableReading& reading);

}  // namespace cotejo::mapping
