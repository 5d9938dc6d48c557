#pragma once

#include "model/table.h"
#include "pipeline/mapping/commitments/plan_columns.h"

namespace cotejo::mapping {

// Gives `columns` of a table without a head of its own those of the table before: one by one, or each where it stands
// on the page when this table has others besides (a table within a cell parts its column). `columns` holds the places
// of its columns. False, and `columns` of no use, when they do not fit.
[[nodiscard]] bool take_columns(const CommitmentColumns& from, const model::Table& table, CommitmentColumns& columns);

}  // namespace cotejo::mapping
