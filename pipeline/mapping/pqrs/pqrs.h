#pragma once

#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/pqrs/words.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// What a document says of petitions before its tables and its text are read. Its vocabulary must outlive it.
struct PqrsSubject {
  PqrsWords words;
  // The part of a year that the document says it reports on ("Informe de gestión III trimestre 2022"): named by the
  // text of its first two pages beside a word that says it is the report's own, or in a heading there. Empty when none,
  // or when two are named.
  Period period;
  bool document = false;  // as a whole it reports on PQRS
};
[[nodiscard]] PqrsSubject pqrs_subject(const model::Bundle& bundle, const Vocabulary& vocabulary,
                                       const model::DocumentInfo& document);

}  // namespace cotejo::mapping
