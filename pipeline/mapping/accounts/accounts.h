#pragma once

#include "model/document.h"
#include "pipeline/mapping/table/claim.h"

namespace cotejo::mapping {

class Vocabulary;

// Reads a financial statement: every amount of every account, with the day or year over its column. The caption must
// name a statement, or the document be one and the rows name accounts. Notes, percentages and variations are no amounts
// of an account. The claim is empty of any other table.
[[nodiscard]] Claim<model::AccountValue> claim_accounts(const model::Bundle& bundle, const TableReading& reading,
                                                        const model::DocumentInfo& document,
                                                        const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
