#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/codec/codec.h"
#include "model/told.h"
#include "pipeline/checks/check.h"
#include "pipeline/checks/reading_repair.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::reading {

// What decides an analysis beside the bundle.
struct AnalysisSettings {
  std::string vocabulary_file;  // name shown in errors; empty when only the built-in vocabulary is used
  std::string vocabulary_text;  // entries added to the built-in ones
  std::string taught_text;      // what the base was taught, of the same form; counts before the file's entries
  checks::Settings rules;

  // As ExtractSettings::fingerprint(): the same line, the same records and findings of a bundle.
  [[nodiscard]] std::string fingerprint() const;
};

// A document's records on their way to the checks.
struct Understanding {
  mapping::DocumentReading reading;
  // The copy of the bundle that has what a person read where the program was in doubt; none for most.
  std::unique_ptr<const model::Bundle> told;
  // Doubtful figures of a scan that the document's own arithmetic reads otherwise, and the copy of the bundle that has
  // them so: the bundle itself keeps what was read first. Both empty for most.
  std::vector<checks::ReadingRepair> repairs;
  std::unique_ptr<const model::Bundle> repaired;
};

// Mapping and checks of one bundle, ready to be used on many. Pure.
class Analyser {
 public:
  // vocabulary, naming file and line.
  [[nodiscard]] static model::Result<Analyser> make(const AnalysisSettings& settings);

  // Pages and tables to records. The bundle must outlive the result.
  [[nodiscard]] Understanding understand(const model::Bundle& bundle, const model::Told& told = {}) const;

  // The records, and what does not add up in them.
  [[nodiscard]] model::Analysis check(Understanding understanding) const;

  // How the bundle is understood, as mapping::inspect tells it.
  [[nodiscard]] std::string inspect(const model::Bundle& bundle, const model::Told& told = {}) const;

 private:
  Analyser(mapping::Vocabulary vocabulary, checks::Settings rules);
  // That of the document's entity, where some words are of it alone.
  [[nodiscard]] const mapping::Vocabulary& vocabulary_of(const model::Bundle& bundle, const model::Told& told) const;

  mapping::Vocabulary vocabulary_;
  std::map<std::string, mapping::Vocabulary> of_entity_;  // by checks::entity_key
  checks::Settings rules_;
};

}  // namespace cotejo::reading
