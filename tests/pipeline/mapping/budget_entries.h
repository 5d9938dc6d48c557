#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/vocabulary.h"

// What the tests of budgets ask of a document.
namespace cotejo::mapping::testing {

inline DocumentReading read(const model::Bundle& bundle) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return read_document(bundle, vocabulary);
}

// "code|description|vigencia|measure|value unit|total" of every entry, in the order mapped.
inline std::vector<std::string> entries(const DocumentReading& reading) {
  std::vector<std::string> out;
  for (const auto& e : reading.records.budget) {
    out.push_back(fmt::format("{}|{}|{}|{}|{}{}|{}", e.code, e.description, e.vigencia, model::name_of(e.measure),
                              e.amount.value.to_string(), model::name_of(e.amount.unit), e.total ? "T" : ""));
  }
  return out;
}

}  // namespace cotejo::mapping::testing
