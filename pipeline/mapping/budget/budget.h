#pragma once

#include "pipeline/mapping/table/claim.h"

namespace cotejo::mapping {

class Vocabulary;

// The budget figures of a table, of whatever kind it was read as. Its columns are those of the table with the
// percentages named. Pure.
[[nodiscard]] BudgetClaim claim_budget(const model::Bundle& bundle, const TableReading& reading,
                                       const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
