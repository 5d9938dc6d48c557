#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/checks/archive.h"

namespace cotejo::checks {

// By what documents are found that are to be compared: a hash of each body, vigencia, cut-off and subject that the
// document prints figures of. What is said of two documents does not depend on any other, and nothing is said of two
// that have none of these in common.
[[nodiscard]] std::vector<std::int64_t> comparable(const ArchiveDocument& document);

}  // namespace cotejo::checks
