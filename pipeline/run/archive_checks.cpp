#include "pipeline/run/archive_checks.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cotejo::run {

using model::Status;

Status check_archive(store::Store& store, const checks::Settings& rules) {
  const auto entities = store.entities();
  if (!entities) return entities.error();
  // One entity under its several names ("Alcaldía Municipal de Honda", "MUNICIPIO DE HONDA") is checked as one.
  std::map<std::string, std::vector<std::string>> names;
  std::map<std::string, int> counts;
  for (const auto& [entity, count] : entities.value()) {
    const std::string key = checks::entity_key(entity);
    names[key].push_back(entity);
    counts[key] += count;
  }
  std::vector<checks::ArchiveFinding> all;
  for (const auto& [key, entries] : names) {
    if (counts[key] < 2) continue;
    std::vector<checks::ArchiveDocument> documents;
    for (const std::string& entity : entries) {
      auto stored = store.records_of(entity);
      if (!stored) return stored.error();
      for (store::StoredRecords& it : stored.value()) {
        documents.push_back({std::move(it.file_name), std::move(it.sha256), std::move(it.records)});
      }
    }
    std::vector<checks::ArchiveFinding> found = checks::check_archive(documents, rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  std::vector<store::Store::ArchiveFinding> rows;
  rows.reserve(all.size());
  for (const checks::ArchiveFinding& it : all) rows.push_back({it.sha256, &it.finding});
  return store.save_archive_findings(rows);
}

}  // namespace cotejo::run
