#pragma once

#include <vector>

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// A commitment printed as a form, names at the left and what they are at the right ("Meta | Construir …", "Responsable
// | …"), turned into a table of one head and one row. Cells keep their text and place; `places` are the cells of
// the form that the turned ones came from.
struct Form {
  model::Table table;
  TableReading reading;
  std::vector<int> places;
};

// The forms of a table, one for each time that its first name comes again; none where its names are not a commitment's.
[[nodiscard]] std::vector<Form> forms_of(const Vocabulary& vocabulary, const model::Table& table,
                                         const TableReading& reading);

}  // namespace cotejo::mapping
