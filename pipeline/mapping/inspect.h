#pragma once

#include <string>

#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// How a document was understood, as Spanish plain text for `cotejo inspect`: what the document is; of every table its
// kind, each column with head, role, measure and why, the rows by role, the records that it gave; every figure that
// gave none, and why; the heads that no vocabulary entry knows. Lines end in '\n'. Pure.
[[nodiscard]] std::string inspect(const DocumentReading& reading);

}  // namespace cotejo::mapping
