#pragma once

#include <vector>

#include "pipeline/mapping/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Adds the counts of petitions that the tables give to records.pqrs. May set the kind and the dimension of a table, and
// tells in TableReading::left_out what it read and did not map. Pure.
void map_pqrs(const model::Bundle& bundle, std::vector<TableReading>& tables, const Vocabulary& vocabulary,
              model::Records& records);

}  // namespace cotejo::mapping
