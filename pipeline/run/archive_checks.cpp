#include "pipeline/run/archive_checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "pipeline/checks/twins.h"

namespace cotejo::run {

using model::Status;

namespace {

// The names of one body, with how many documents have each.
using Names = std::map<std::string, int>;

// What joins the ways of writing it: the one that most documents have, and of several such the longest.
store::EntityName joined(const std::string& name, const std::string& key, const Names& names) {
  const auto best = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size()) < std::tuple(b.second, b.first.size());
  });
  return {name, best->first, key};
}

Status save_names(store::Store& store, const std::map<std::string, Names>& bodies) {
  std::vector<store::EntityName> all;
  for (const auto& [key, names] : bodies)
    for (const auto& [name, count] : names) all.push_back(joined(name, key, names));
  return store.save_entities(all);
}

}  // namespace

Status check_archive(store::Store& store, const checks::Settings& rules) {
  const auto entities = store.entities();
  if (!entities) return entities.error();
  // One entity under its several names ("Alcaldía Municipal de Honda", "MUNICIPIO DE HONDA") is checked as one.
  std::map<std::string, Names> bodies;
  for (const auto& [entity, count] : entities.value()) bodies[checks::entity_key(entity)][entity] = count;
  if (const Status status = save_names(store, bodies); !status) return status;
  std::vector<checks::ArchiveFinding> all;
  std::map<std::string, std::string> twins;
  for (const auto& [key, names] : bodies) {
    int count = 0;
    for (const auto& [name, documents] : names) count += documents;
    if (count < 2) continue;
    std::vector<checks::ArchiveDocument> documents;
    for (const auto& [entity, of_name] : names) {
      auto stored = store.records_of(entity);
      if (!stored) return stored.error();
      for (store::StoredRecords& it : stored.value()) {
        documents.push_back({std::move(it.file_name), std::move(it.sha256), std::move(it.records)});
      }
    }
    // A scan says nothing that its digital original does not.
    const std::map<std::string, std::string> scans = checks::twins_of(documents);
    std::erase_if(documents, [&](const checks::ArchiveDocument& it) { return scans.contains(it.sha256); });
    twins.insert(scans.begin(), scans.end());
    std::vector<checks::ArchiveFinding> found = checks::check_archive(documents, rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  if (const Status status = store.save_twins(twins); !status) return status;
  std::vector<store::Store::ArchiveFinding> rows;
  rows.reserve(all.size());
  for (const checks::ArchiveFinding& it : all) rows.push_back({it.sha256, &it.finding});
  return store.save_archive_findings(rows);
}

}  // namespace cotejo::run
