#pragma once

#include "model/told.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

class Vocabulary;

// Pages and tables to records: pure, no disk, no clock. The bundle must outlive the result. What `told` says of the
// document holds, whatever can be read.
[[nodiscard]] DocumentReading read_document(const model::Bundle& bundle, const Vocabulary& vocabulary,
                                            const model::Told& told = {});

}  // namespace cotejo::mapping
