#include "pipeline/mapping/prose.h"

namespace cotejo::mapping {

void map_prose(const model::Bundle&, std::vector<TableReading>&, const Vocabulary&, model::Records&) {}

}  // namespace cotejo::mapping
