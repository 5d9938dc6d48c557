#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/pqrs/pqrs.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// What is known before a table is read.
struct PqrsContext {
  const model::Bundle* bundle = nullptr;
  const PqrsSubject* subject = nullptr;
  const std::vector<TableReading>* readings = nullptr;  // of all tables of the bundle; may be null
  int vigencia = 0;                                     // of the document, 0 unknown
};

// Reads one table as counts of PQRS. Rows and columns may each carry types, channels, dependencies, periods or
// measures: a cell's record takes from both, then from the caption and the document. True when the table is about PQRS:
// then its kind and dimension are set, its counts are appended, and what was not mapped is told in left_out. A table
// that `reading` already knows as a budget is left alone.
bool map_pqrs_table(const PqrsContext& context, TableReading& reading, std::vector<model::PqrsCount>& counts);

// The count that a place of the grid holds; nothing when it is blank, a percentage, money, or no whole number.
[[nodiscard]] std::optional<std::int64_t> count_in(const model::Table& table, const TableReading& reading, int row,
                                                   int column);

}  // namespace cotejo::mapping
