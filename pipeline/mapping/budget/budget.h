#pragma once

#include <vector>

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Adds the budget figures of the tables, of whatever kind, to records.budget, and tells in TableReading::left_out what
// it read and did not map. Pure.
void map_budget(const model::Bundle& bundle, std::vector<TableReading>& tables, const Vocabulary& vocabulary,
                model::Records& records);

}  // namespace cotejo::mapping
