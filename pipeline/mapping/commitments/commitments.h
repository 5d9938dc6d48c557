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
  // `document` says whether the whole is a plan; dates without a year take its vigencia.
  CommitmentsReader(const model::Bundle& bundle, const Vocabulary& vocabulary, const model::DocumentInfo& document)
      : bundle_(bundle),
        vocabulary_(vocabulary),
        vigencia_(document.vigencia_to),
        plan_(document.kind.starts_with("plan_") || document.kind == "ruta_transparencia" ||
              document.kind == "rendicion_cuentas") {}

  // A claim with records is of kind commitments; of a table that holds none it is empty.
  [[nodiscard]] CommitmentsClaim claim(const TableReading& reading);

 private:
  [[nodiscard]] CommitmentsClaim claim_forms(const model::Table& table, const TableReading& reading) const;

  const model::Bundle& bundle_;
  const Vocabulary& vocabulary_;
  int vigencia_;  // 0 when it is unknown
  bool plan_;
  std::vector<CommitmentColumns> before_;  // while plans follow one another
  int last_page_ = 0;
};

}  // namespace cotejo::mapping
