#pragma once

#include <vector>

#include "pipeline/mapping/commitments/columns.h"
#include "pipeline/mapping/table/claim.h"

namespace cotejo::mapping {

class Vocabulary;

// Reads the commitments of tables, one for each row. A table may go on with the head of the one before: to be asked in
// the document's order. Bundle and vocabulary must outlive it.
class CommitmentsReader {
 public:
  // Dates without a year take `vigencia`, 0 when it is unknown.
  CommitmentsReader(const model::Bundle& bundle, const Vocabulary& vocabulary, int vigencia)
      : bundle_(bundle), vocabulary_(vocabulary), vigencia_(vigencia) {}

  // A claim with records is of kind commitments; of a table that holds none it is empty.
  [[nodiscard]] CommitmentsClaim claim(const TableReading& reading);

 private:
  const model::Bundle& bundle_;
  const Vocabulary& vocabulary_;
  int vigencia_;
  std::vector<CommitmentColumns> before_;  // while plans follow one another
  int last_page_ = 0;
};

}  // namespace cotejo::mapping
