#include "pipeline/mapping/commitments.h"

namespace cotejo::mapping {

void map_commitments(const model::Bundle&, std::vector<TableReading>&, const Vocabulary&, model::Records&) {}

}  // namespace cotejo::mapping
