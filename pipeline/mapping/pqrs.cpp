#include "pipeline/mapping/pqrs.h"

namespace cotejo::mapping {

void map_pqrs(const model::Bundle&, std::vector<TableReading>&, const Vocabulary&, model::Records&) {}

}  // namespace cotejo::mapping
