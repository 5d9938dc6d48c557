#pragma once

#include "model/document.h"
#include "pipeline/mapping/table/claim.h"

namespace cotejo::mapping {

class Vocabulary;

// Reads a table of contracts: one by one (number, contractor, object, value …), or counted by kind. Its heads must say
// contractor or object beside a value or a number, or kinds beside a count or a value, and its heads or caption that
// contracts are meant. The claim is empty of any other.
[[nodiscard]] Claim<model::Contract> claim_contracts(const model::Bundle& bundle, const TableReading& reading,
                                                     const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
