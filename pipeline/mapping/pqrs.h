#pragma once

#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/pqrs_words.h"
#include "pipeline/mapping/reading.h"
#include "pipeline/mapping/vocabulary.h"

namespace cotejo::mapping {

// Appends the PQRS counts of every table to records.pqrs, in the order of tables, rows, columns, and marks the readings
// of the tables that hold them. Tables already read as budgets are left alone. records.document gives vigencia and
// kind.
void map_pqrs(const model::Bundle& bundle, std::vector<TableReading>& readings, const Vocabulary& vocabulary,
              model::Records& records);

// The part of a year that the document says it reports on ("Informe de gestión III trimestre 2022"): named by the text
// of its first two pages beside a word that says it is the report's own, or in a heading there. Empty when none, or
// when two are named.
[[nodiscard]] Period document_period(const model::Bundle& bundle, const PqrsWords& words);

// True when the document as a whole reports on PQRS.
[[nodiscard]] bool reports_on_pqrs(const model::Bundle& bundle, const PqrsWords& words,
                                   const model::DocumentInfo& document);

}  // namespace cotejo::mapping
