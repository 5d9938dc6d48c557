#pragma once

#include <vector>

#include "model/document.h"
#include "model/record.h"

namespace cotejo::mapping {

class Vocabulary;

// Amounts of lists whose dots lead from a name to its figure ("Servicios públicos ........ $ 2.227.200"), where the
// text that introduces the list says of which stage they are ("constituyó reservas presupuestales sobre los siguientes
// conceptos y valores:"). Lists of fewer than three, and those of which nothing tells the stage, give none. `vigencia`
// where the text names no year, 0 unknown. Pure.
[[nodiscard]] std::vector<model::BudgetEntry> read_leader_lists(const model::Bundle& bundle, int vigencia,
                                                                const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
