#pragma once

#include <string>
#include <vector>

#include "model/measure.h"
#include "model/record.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// What a mapper makes of a table, from its reading alone: a mapper changes no reading and knows of no other mapper's
// claim. The caller picks whose kind and columns a table gets (claims.cpp); records of several kinds may
// come from one table.
template <typename Record>
struct Claim {
  model::TableKind kind = model::TableKind::other;  // what the table is, if this claim is taken
  std::vector<Record> records;
  std::vector<ColumnReading> columns;                   // as this mapper understands them; none: as they were read
  model::Dimension dimension = model::Dimension::none;  // of a table of petitions
  std::vector<std::string> left_out;                    // what it read and did not map, and why (Spanish)
};
using BudgetClaim = Claim<model::BudgetEntry>;
using PqrsClaim = Claim<model::PqrsCount>;

struct CommitmentsClaim : Claim<model::Commitment> {
  // The words of its first row that end the last commitment of the tables before: a page break stands between.
  std::string ends_last;
};

}  // namespace cotejo::mapping
