#pragma once

#include <optional>

#include "model/table.h"
#include "pipeline/mapping/commitments/plan_columns.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// The columns of a plan whose head is a picture, or was lost: the words are where most cells begin with what is to be
// done, right before the column that names offices or posts. Labels at the left are the component, days the date, and
// quotients the indicator. `columns` holds their places. Nothing unless both columns are beyond doubt.
[[nodiscard]] std::optional<CommitmentColumns> headless_columns(const Vocabulary& vocabulary, const model::Table& table,
                                                                const TableReading& reading,
                                                                const CommitmentColumns& columns);

}  // namespace cotejo::mapping
