#include "pipeline/worker/analysis.h"

#include <utility>

#include "pipeline/mapping/map.h"

namespace cotejo::worker {

Analyser::Analyser(mapping::Vocabulary vocabulary, checks::Settings rules)
    : vocabulary_(std::move(vocabulary)), rules_(std::move(rules)) {}

model::Result<Analyser> Analyser::make(const AnalysisSettings& settings) {
  mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  if (!settings.vocabulary_text.empty()) {
    const model::Status added = vocabulary.add(settings.vocabulary_text, settings.vocabulary_file);
    if (!added) return added.error();
  }
  return Analyser(std::move(vocabulary), settings.rules);
}

model::Analysis Analyser::analyse(const model::Bundle& bundle) const {
  mapping::DocumentReading reading = mapping::read_document(bundle, vocabulary_);
  model::Analysis analysis;
  analysis.checks = checks::check_document(reading, rules_);
  analysis.records = std::move(reading.records);
  return analysis;
}

}  // namespace cotejo::worker
