#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/pqrs/pqrs.h"
#include "pipeline/mapping/table/claim.h"

namespace cotejo::mapping {

// What is known before a table is read.
struct PqrsContext {
  const model::Bundle* bundle = nullptr;
  const PqrsSubject* subject = nullptr;
  const std::vector<TableReading>* readings = nullptr;  // of all tables of the bundle; may be null
  int vigencia = 0;                                     // of the document, 0 unknown
};

// Reads one table as counts of PQRS. Rows and columns may each carry types, channels, dependencies, periods or
// measures: a cell's record takes from both, then from the caption and the document. A claim with records is of kind
// petitions, with its dimension and its columns; of a table that is read as a budget, or is about something else, there
// is none.
[[nodiscard]] PqrsClaim claim_pqrs(const PqrsContext& context, const TableReading& reading);

}  // namespace cotejo::mapping
