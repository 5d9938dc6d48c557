#pragma once

#include "model/table.h"
#include "pipeline/mapping/commitments/plan_columns.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// Columns of marks that part the states of a commitment: "Cumplida" and "Pendiente" side by side, "SI" and "NO" under
// "¿Se cumplió?". Of a row, the state is the head over its mark. `columns` has its head rows and heads.
void find_status_marks(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                       CommitmentColumns& columns);

}  // namespace cotejo::mapping
