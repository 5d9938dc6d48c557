#pragma once

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// How many of the first rows of a table of commitments are its head; 0 when it has none. The head ends with the last of
// the first rows whose cells are names of columns, stages or parts of the year, and with the names that are merged down
// from them. Rows of a plan are words too: what the extractor takes for a head is not always one.
[[nodiscard]] int commitment_header_rows(const Vocabulary& vocabulary, const model::Table& table,
                                         const TableReading& reading);

}  // namespace cotejo::mapping
