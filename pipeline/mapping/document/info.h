#pragma once

#include "model/document.h"
#include "model/record.h"

namespace cotejo::mapping {

class Vocabulary;

// What the document is, from its cover, running heads, headings and first prose, in that order. A field that nothing
// tells stays empty or 0. Pure.
[[nodiscard]] model::DocumentInfo read_document_info(const model::Bundle& bundle, const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
