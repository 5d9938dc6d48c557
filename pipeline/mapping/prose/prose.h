#pragma once

#include <vector>

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Adds the figures of the running text to records.prose. Pure.
void map_prose(const model::Bundle& bundle, const std::vector<Passage>& passages,
               const std::vector<TableReading>& tables, const Vocabulary& vocabulary, model::Records& records);

}  // namespace cotejo::mapping
