#include "pipeline/run/archive_checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "pipeline/checks/twins.h"

namespace cotejo::run {

using model::Done;
using model::Result;
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

Result<std::vector<checks::ArchiveDocument>> documents_of(store::Store& store, const Names& names) {
  std::vector<checks::ArchiveDocument> documents;
  for (const auto& [entity, count] : names) {
    auto stored = store.records_of(entity);
    if (!stored) return stored.error();
    for (store::StoredRecords& it : stored.value()) {
      documents.push_back({std::move(it.file_name), std::move(it.sha256), std::move(it.records)});
    }
  }
  return documents;
}

// The bodies that documents that came or changed have, or had before.
std::set<std::string> keys_of(const std::vector<store::TouchedRow>& touched) {
  std::set<std::string> keys;
  for (const store::TouchedRow& row : touched) {
    if (!row.entity.empty()) keys.insert(checks::entity_key(row.entity));
  }
  return keys;
}

}  // namespace

Status check_archive(store::Store& store, const checks::Settings& rules) {
  const auto touched = store.touched();
  if (!touched) return touched.error();
  if (touched.value().empty()) return Done{};
  const auto entities = store.entities();
  if (!entities) return entities.error();
  // One entity under its several names ("Alcaldía Municipal de Honda", "MUNICIPIO DE HONDA") is checked as one.
  std::map<std::string, Names> bodies;
  for (const auto& [entity, count] : entities.value()) bodies[checks::entity_key(entity)][entity] = count;
  if (const Status status = save_names(store, bodies); !status) return status;
  std::set<std::string> looked_at;  // by sha256
  for (const store::TouchedRow& row : touched.value()) looked_at.insert(row.sha256);
  std::vector<checks::ArchiveFinding> all;
  std::map<std::string, std::string> twins;
  for (const std::string& key : keys_of(touched.value())) {
    auto read = documents_of(store, bodies[key]);
    if (!read) return read.error();
    std::vector<checks::ArchiveDocument> documents = std::move(read).value();
    for (const checks::ArchiveDocument& document : documents) looked_at.insert(document.sha256);
    if (documents.size() < 2) continue;
    // A scan says nothing that its digital original does not.
    const std::map<std::string, std::string> scans = checks::twins_of(documents);
    std::erase_if(documents, [&](const checks::ArchiveDocument& it) { return scans.contains(it.sha256); });
    twins.insert(scans.begin(), scans.end());
    std::vector<checks::ArchiveFinding> found = checks::check_archive(documents, rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  if (const Status status = store.save_twins(twins, &looked_at); !status) return status;
  std::vector<store::Store::ArchiveFinding> rows;
  rows.reserve(all.size());
  for (const checks::ArchiveFinding& it : all) rows.push_back({it.sha256, &it.finding});
  return store.save_archive_findings(rows, &looked_at);
}

}  // namespace cotejo::run
