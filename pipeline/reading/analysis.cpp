#include "pipeline/reading/analysis.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hex.h"
#include "base/struck.h"
#include "pipeline/checks/archive.h"
#include "pipeline/mapping/document/info.h"
#include "pipeline/mapping/inspect.h"
#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/scoped_text.h"
#include "pipeline/reading/versions.h"

namespace cotejo::reading {

std::string AnalysisSettings::fingerprint() const {
  std::string line = "analisis=" + std::string(analysis_version());
  if (!taught_text.empty()) line += "; ensenado=" + base::hex(model::checksum(taught_text));
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
  Analyser analyser(mapping::Vocabulary::standard(), settings.rules);
  const std::array texts{std::pair{&settings.taught_text, std::string("palabras enseñadas")},
                         std::pair{&settings.vocabulary_text, settings.vocabulary_file}};
  // What is of every document first: it is in the vocabularies of the entities too.
  for (const auto& [text, file] : texts) {
    for (const mapping::ScopedText& part : mapping::by_entity(*text)) {
      if (!part.entity.empty()) continue;
      if (const model::Status added = analyser.vocabulary_.add(part.text, file); !added) return added.error();
    }
  }
  for (const auto& [text, file] : texts) {
    for (const mapping::ScopedText& part : mapping::by_entity(*text)) {
      if (part.entity.empty()) continue;
      mapping::Vocabulary& own =
          analyser.of_entity_.try_emplace(checks::entity_key(part.entity), analyser.vocabulary_).first->second;
      if (const model::Status added = own.add(part.text, file); !added) return added.error();
    }
  }
  return analyser;
}

const mapping::Vocabulary& Analyser::vocabulary_of(const model::Bundle& bundle, const model::Told& told) const {
  if (of_entity_.empty()) return vocabulary_;
  const std::string entity =
      told.is.entity.empty() ? mapping::read_document_info(bundle, vocabulary_).entity : told.is.entity;
  const auto own = of_entity_.find(checks::entity_key(entity));
  return entity.empty() || own == of_entity_.end() ? vocabulary_ : own->second;
}

namespace {

bool holds_struck(const model::Bundle& bundle) {
  const auto struck = [](const auto& thing) { return base::has_struck(thing.text); };
  return std::any_of(bundle.blocks.begin(), bundle.blocks.end(), struck) ||
         std::any_of(bundle.tables.begin(), bundle.tables.end(), [&](const model::Table& table) {
           return base::has_struck(table.title) || std::any_of(table.cells.begin(), table.cells.end(), struck);
         });
}

// What was printed and struck out says nothing of the report.
void drop_struck(model::Bundle& bundle) {
  for (model::Block& block : bundle.blocks) block.text = base::without_struck(block.text);
  for (model::Table& table : bundle.tables) {
    table.title = base::without_struck(table.title);
    for (model::Cell& cell : table.cells) {
      if (!base::has_struck(cell.text)) continue;
      cell.text = base::without_struck(cell.text);
      for (std::string& line : cell.lines) line = base::without_struck(line);
      std::erase_if(cell.lines, [](const std::string& line) { return line.empty(); });
    }
  }
}

// The document as it holds: what a person read put right, what was struck out left away. Nothing where that is what was
// read.
std::unique_ptr<const model::Bundle> as_it_holds(const model::Bundle& bundle, const model::Told& told) {
  const bool struck = holds_struck(bundle);
  if (told.readings.empty() && !struck) return nullptr;
  auto copy = std::make_unique<model::Bundle>(bundle);
  model::put_right(*copy, told.readings);
  if (struck) drop_struck(*copy);
  return copy;
}

}  // namespace

std::string Analyser::inspect(const model::Bundle& read, const model::Told& told) const {
  const std::unique_ptr<const model::Bundle> copy = as_it_holds(read, told);
  const model::Bundle& bundle = copy ? *copy : read;
  return mapping::inspect(mapping::read_document(bundle, vocabulary_of(bundle, told), told));
}

Understanding Analyser::understand(const model::Bundle& read, const model::Told& told) const {
  Understanding result;
  result.told = as_it_holds(read, told);
  const model::Bundle& bundle = result.told ? *result.told : read;
  const mapping::Vocabulary& vocabulary = vocabulary_of(bundle, told);
  result.reading = mapping::read_document(bundle, vocabulary, told);
  result.repairs = checks::find_reading_repairs(result.reading);
  if (!result.repairs.empty()) {
    result.repaired = std::make_unique<const model::Bundle>(checks::repaired(bundle, result.repairs));
    result.reading = mapping::read_document(*result.repaired, vocabulary, told);
    checks::doubt_overruled(*result.repaired, result.repairs, result.reading.records);
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
