#pragma once

#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// Lists of names and money without a head, whose sum is an amount that the text right above them tells: "las cuentas
// por pagar, por $196.522.741:" over three lines that make it. What the text says of the sum holds for its parts.
// `prose`: the figures of the running text. The readings get the kind of a budget.
[[nodiscard]] std::vector<model::BudgetEntry> read_announced_tables(const model::Bundle& bundle,
                                                                    const std::vector<model::ProseFigure>& prose,
                                                                    std::vector<TableReading>& tables);

}  // namespace cotejo::mapping
