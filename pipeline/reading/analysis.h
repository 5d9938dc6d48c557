#pragma once

#include <string>

#include "model/codec/codec.h"
#include "pipeline/checks/check.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::worker {

// What decides an analysis beside the bundle.
struct AnalysisSettings {
  std::string vocabulary_file;  // name shown in errors; empty when only the built-in vocabulary is used
  std::string vocabulary_text;  // entries added to the built-in ones
  checks::Settings rules;

  // As ExtractSettings::fingerprint(): the same line, the same records and findings of a bundle.
  [[nodiscard]] std::string fingerprint() const;
};

// Mapping and checks of one bundle, ready to be used on many. Pure.
class Analyser {
 public:
  // vocabulary, naming file and line.
  [[nodiscard]] static model::Result<Analyser> make(const AnalysisSettings& settings);

  [[nodiscard]] model::Analysis analyse(const model::Bundle& bundle) const;

  // How the bundle is understood, as mapping::inspect tells it.
  [[nodiscard]] std::string inspect(const model::Bundle& bundle) const;

 private:
  Analyser(mapping::Vocabulary vocabulary, checks::Settings rules);

  mapping::Vocabulary vocabulary_;
  checks::Settings rules_;
};

}  // namespace cotejo::worker
