#include "pipeline/reading/analysis.h"

#include <utility>

#include "base/hex.h"
#include "pipeline/checks/reading_repair.h"
#include "pipeline/mapping/inspect.h"
#include "pipeline/mapping/read_document.h"

namespace cotejo::worker {

std::string AnalysisSettings::fingerprint() const {
  std::string line = "analisis=" COTEJO_VERSION;
  if (!vocabulary_text.empty()) line += "; vocabulario=" + base::hex(model::checksum(vocabulary_text));
  std::string all;
  for (const auto& [name, rule] : rules) {
    all +=
        name + (rule.enabled ? '+' : '-') + std::to_string(rule.severity) + ' ' + std::to_string(rule.tolerance) + ';';
  }
  if (!all.empty()) line += "; reglas=" + base::hex(model::checksum(all));
  return line;
}

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

std::string Analyser::inspect(const model::Bundle& bundle) const {
  return mapping::inspect(mapping::read_document(bundle, vocabulary_));
}

model::Analysis Analyser::analyse(const model::Bundle& bundle) const {
  mapping::DocumentReading reading = mapping::read_document(bundle, vocabulary_);
  model::Analysis analysis;
  const std::vector<checks::ReadingRepair> repairs = checks::find_reading_repairs(reading);
  if (repairs.empty()) {
    analysis.checks = checks::check_document(reading, rules_);
    analysis.records = std::move(reading.records);
    return analysis;
  }
  // The bundle keeps what was read first; records and checks go by a copy that the arithmetic helped to read.
  const model::Bundle copy = checks::repaired(bundle, repairs);
  reading = mapping::read_document(copy, vocabulary_);
  analysis.checks = checks::check_document(reading, rules_);
  analysis.records = std::move(reading.records);
  checks::tell_first_readings(copy, repairs, analysis.records, analysis.checks);
  return analysis;
}

}  // namespace cotejo::worker
