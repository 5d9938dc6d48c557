#pragma once

#include <vector>

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Adds a commitment for each row of the tables of commitments to records.commitments, and tells in
// TableReading::left_out what it read and did not map. Pure.
void map_commitments(const model::Bundle& bundle, std::vector<TableReading>& tables, const Vocabulary& vocabulary,
                     model::Records& records);

}  // namespace cotejo::mapping
