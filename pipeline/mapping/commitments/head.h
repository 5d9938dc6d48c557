#pragma once

#include <string>
#include <vector>

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// Whether twelve heads of one letter stand side by side from `first` on: E F M A M J J A S O N D. Folded heads.
[[nodiscard]] bool month_letters_at(const std::vector<std::string>& heads, std::size_t first);

// What a head means that its narrow column cut where no word ends: "Activi- dad", "Respon sable"; folded. Empty when
// nothing has just its letters.
[[nodiscard]] std::string cut_head_meaning(const Vocabulary& vocabulary, const std::string& folded);

// How many of the first rows of a table of commitments are its head; 0 when it has none. The head ends with the last of
// the first rows whose cells are names of columns, stages or parts of the year, and with the names that are merged down
// from them. Rows of a plan are words too: what the extractor takes for a head is not always one.
[[nodiscard]] int commitment_header_rows(const Vocabulary& vocabulary, const model::Table& table,
                                         const TableReading& reading);

}  // namespace cotejo::mapping
