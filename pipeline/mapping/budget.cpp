#include "pipeline/mapping/budget.h"

namespace cotejo::mapping {

void map_budget(const model::Bundle&, std::vector<TableReading>&, const Vocabulary&, model::Records&) {}

}  // namespace cotejo::mapping
