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

checks::ArchiveDocument document_of(store::StoredRecords stored) {
  return {std::move(stored.file_name), std::move(stored.sha256), std::move(stored.records)};
}

Result<std::vector<checks::ArchiveDocument>> documents_of(store::Store& store, const Names& names) {
  std::vector<checks::ArchiveDocument> documents;
  for (const auto& [entity, count] : names) {
    auto stored = store.records_of(entity);
    if (!stored) return stored.error();
    for (store::StoredRecords& it : stored.value()) documents.push_back(document_of(std::move(it)));
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

// Adds those that may be the other half of a pair with one of these.
Status add_alike(store::Store& store, const std::set<std::string>& of, std::set<std::string>& all) {
  for (const std::string& sha256 : of) {
    const auto alike = store.alike(sha256);
    if (!alike) return alike.error();
    all.insert(alike.value().begin(), alike.value().end());
  }
  return Done{};
}

// Scans and their digital originals, whatever name each gives its body: of the documents that came or changed, and of
// those that had, or now have, one of these for their other half. A scan is looked at beside all that it may be.
Status find_twins(store::Store& store, const std::set<std::string>& touched) {
  std::set<std::string> concerned = touched;
  if (const Status status = add_alike(store, touched, concerned); !status) return status;  // as they were before
  for (const std::string& sha256 : touched) {
    const auto stored = store.records_of_content(sha256);
    if (!stored) return stored.error();
    const checks::Sketch sketch = stored.value() ? checks::sketch_of(stored.value()->records) : checks::Sketch{};
    if (const Status status = store.save_sketch(sha256, sketch.scanned, sketch.values); !status) return status;
  }
  if (const Status status = add_alike(store, touched, concerned); !status) return status;
  std::set<std::string> beside;
  if (const Status status = add_alike(store, concerned, beside); !status) return status;
  std::vector<checks::ArchiveDocument> documents;
  if (!beside.empty()) beside.insert(concerned.begin(), concerned.end());
  for (const std::string& sha256 : beside) {
    auto stored = store.records_of_content(sha256);
    if (!stored) return stored.error();
    if (stored.value()) documents.push_back(document_of(std::move(*stored.value())));
  }
  return store.save_twins(checks::twins_of(documents), concerned);
}

}  // namespace

Status check_archive(store::Store& store, const checks::Settings& rules) {
  auto touched = store.touched();
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
  if (const Status status = find_twins(store, looked_at); !status) return status;
  touched = store.touched();  // and the scans that came to have an original, or have it no more
  if (!touched) return touched.error();
  for (const store::TouchedRow& row : touched.value()) looked_at.insert(row.sha256);
  std::vector<checks::ArchiveFinding> all;
  for (const std::string& key : keys_of(touched.value())) {
    const auto read = documents_of(store, bodies[key]);
    if (!read) return read.error();
    for (const checks::ArchiveDocument& document : read.value()) looked_at.insert(document.sha256);
    if (read.value().size() < 2) continue;
    std::vector<checks::ArchiveFinding> found = checks::check_archive(read.value(), rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  std::vector<store::Store::ArchiveFinding> rows;
  rows.reserve(all.size());
  for (const checks::ArchiveFinding& it : all) rows.push_back({it.sha256, &it.finding});
  return store.save_archive_findings(rows, &looked_at);
}

}  // namespace cotejo::run
