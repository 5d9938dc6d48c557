#pragma once

#include <optional>
#include <vector>

#include "model/document.h"
#include "pipeline/mapping/commitments/plan_columns.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// How a table's columns speak of commitments; nothing when they do not. A commitment has its words and at least one of:
// who answers for it, when, marks under stages or periods, progress or state, or a goal with what was reached of it.
// A table without a head in a document that is a `plan` may speak by its cells alone (headless.h).
// `before` are those of the tables that precede it, the last one last, for a table that goes on without a head of its
// own.
[[nodiscard]] std::optional<CommitmentColumns> read_commitment_columns(const Vocabulary& vocabulary,
                                                                       const model::Table& table,
                                                                       const TableReading& reading,
                                                                       const std::vector<CommitmentColumns>& before,
                                                                       bool plan);

}  // namespace cotejo::mapping
