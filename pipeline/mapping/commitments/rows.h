#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/commitments/plan_columns.h"
#include "pipeline/mapping/table/claim.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// Appends the commitments of a table whose columns are known, in the order of its rows. Rows under one merged cell of
// words are one commitment; rows of a title give the component; totals, notes and repeated heads are no commitments.
// Dates without a year take `vigencia` (0 unknown). Sets records and ends_last of the claim.
void map_commitment_rows(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                         const CommitmentColumns& columns, int vigencia, CommitmentsClaim& claim);

}  // namespace cotejo::mapping
