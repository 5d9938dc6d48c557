#include "pipeline/reading/analysis.h"

#include <utility>

#include "base/hex.h"
#include "pipeline/mapping/inspect.h"
#include "pipeline/mapping/read_document.h"
#include "pipeline/reading/versions.h"

namespace cotejo::reading {

std::string AnalysisSettings::fingerprint() const {
  std::string line = "analisis=" + std::string(analysis_version());
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

std::string Analyser::inspect(const model::Bundle& bundle, const model::Told& told) const {
  return mapping::inspect(mapping::read_document(bundle, vocabulary_, told));
}

Understanding Analyser::understand(const model::Bundle& bundle, const model::Told& told) const {
  Understanding result;
  result.reading = mapping::read_document(bundle, vocabulary_, told);
  result.repairs = checks::find_reading_repairs(result.reading);
  if (!result.repairs.empty()) {
    result.repaired = std::make_unique<const model::Bundle>(checks::repaired(bundle, result.repairs));
    result.reading = mapping::read_document(*result.repaired, vocabulary_, told);
  }
  return result;
}

model::Analysis Analyser::check(Understanding understanding) const {
  model::Analysis analysis;
  analysis.checks = checks::check_document(understanding.reading, rules_);
  analysis.records = std::move(understanding.reading.records);
  if (understanding.repaired) {
    checks::tell_first_readings(*understanding.repaired, understanding.repairs, analysis.records, analysis.checks);
  }
  return analysis;
}

}  // namespace cotejo::reading
