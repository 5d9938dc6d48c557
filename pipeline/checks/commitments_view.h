#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/checks/rule.h"

namespace cotejo::checks {

// The commitments of one table, and which fields its columns have.
struct CommitmentTable {
  int table = -1;
  std::map<std::string, int>
      columns;  // field → column: compromiso, responsable, fecha, avance, estado, meta, indicador …
  std::vector<const model::Commitment*> rows;
};

// By table; commitments that stand in no table are left out.
[[nodiscard]] std::vector<CommitmentTable> commitment_tables(const Context& context);

// How a message names a commitment: «8 «Implementar el sistema …»».
[[nodiscard]] std::string commitment_name(const model::Commitment& commitment);

// The evidence of one field of a commitment: its cell, or the commitment's own place when there is no such column.
[[nodiscard]] model::Evidence field_evidence(const Context& context, const CommitmentTable& table,
                                             const model::Commitment& commitment, std::string_view field,
                                             model::Role role);

// What makes a commitment the same one in a later reading: number and words.
[[nodiscard]] std::string commitment_place(const Context& context, const model::Commitment& commitment);

}  // namespace cotejo::checks
