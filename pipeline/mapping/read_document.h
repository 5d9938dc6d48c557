#pragma once

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Pages and tables to records: pure, no disk, no clock. The bundle must outlive the result.
[[nodiscard]] DocumentReading read_document(const model::Bundle& bundle, const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
