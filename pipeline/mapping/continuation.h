#pragma once

#include <vector>

#include "model/document.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

// Whether a table without a head goes on with the columns of the budget that ended on the page before it: as many
// columns, in the same places, with figures under its amounts, and no text of `blocks`, those of the report, that leads
// to another table. `reading` is how it reads by itself. Pure.
[[nodiscard]] bool goes_on(const std::vector<model::Block>& blocks, const Sheet& sheet, const TableReading& reading,
                           const Sheet& before_sheet, const TableReading& before);

}  // namespace cotejo::mapping
