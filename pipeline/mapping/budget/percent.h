#pragma once

#include <vector>

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// The columns of the reading, with the percentages named whose head does not say of what they are ("%"): they are
// porcentaje_ejecucion where the table's own figures show it, most rows printing 100 × one amount of the row ÷ its
// appropriation, to the precision printed.
[[nodiscard]] std::vector<ColumnReading> with_named_percentages(const TableReading& reading);

}  // namespace cotejo::mapping
