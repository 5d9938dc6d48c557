#pragma once

#include "pipeline/mapping/document/info.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {

inline model::DocumentInfo info_of(const model::Bundle& bundle) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return read_document_info(bundle, vocabulary);
}

}  // namespace cotejo::mapping
