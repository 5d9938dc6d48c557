#include "pipeline/run/archive_checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model/store/archive/archive.h"
#include "pipeline/checks/comparable.h"
#include "pipeline/checks/twins.h"

namespace cotejo::run {

using model::Done;
using model::Result;
using model::Status;

namespace {

// Documents that are compared at a time, but for those of one body and vigencia, which stay together: what is kept in
// memory does not grow with the archive.
constexpr std::size_t kTogether = 64;

using Contents = std::set<std::string>;  // SHA-256s

// The names of one body, with how many documents have each.
using Names = std::map<std::string, int>;

// What joins the ways of writing it: the one that most documents have, and of several such the longest.
store::EntityName joined(const std::string& name, const std::string& key, const Names& names) {
  const auto best = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size()) < std::tuple(b.second, b.first.size());
  });
  return {name, best->first, key};
}

// The names of the bodies that documents that came or changed have, or had before.
Status save_names(store::Store& store, const std::vector<store::TouchedRow>& touched) {
  std::map<std::string, std::set<std::string>> bodies;  // names by key
  for (const store::TouchedRow& row : touched) {
    if (!row.entity.empty()) bodies[checks::entity_key(row.entity)].insert(row.entity);
  }
  for (const auto& [key, seen] : bodies) {
    auto known = store::names_of_body(store, key);
    if (!known) return known.error();
    Names names = std::move(known).value();
    for (const std::string& name : seen) {
      const auto count = store::documents_named(store, name);
      if (!count) return count.error();
      names[name] = count.value();
    }
    std::erase_if(names, [](const auto& it) { return it.second == 0; });
    std::vector<store::EntityName> rows;
    for (const auto& [name, count] : names) rows.push_back(joined(name, key, names));
    if (const Status status = store::save_names(store, key, rows); !status) return status;
  }
  return Done{};
}

checks::ArchiveDocument document_of(store::StoredRecords stored) {
  return {std::move(stored.file_name), std::move(stored.sha256), std::move(stored.records)};
}

// Without older versions of files that changed.
Result<std::vector<checks::ArchiveDocument>> documents_of(store::Store& store, const Contents& contents) {
  std::vector<checks::ArchiveDocument> documents;
  for (const std::string& sha256 : contents) {
    auto stored = store.records_of_content(sha256);
    if (!stored) return stored.error();
    if (stored.value()) documents.push_back(document_of(std::move(*stored.value())));
  }
  return documents;
}

// Adds those that may be the other half of a pair with one of these.
Status add_alike(store::Store& store, const Contents& of, Contents& all) {
  for (const std::string& sha256 : of) {
    const auto alike = store.alike(sha256);
    if (!alike) return alike.error();
    all.insert(alike.value().begin(), alike.value().end());
  }
  return Done{};
}

// Works on a part of the documents after the other. What is written of one part is written in one step, and others can
// write between two.
template <class Work>
Status in_parts(const Contents& all, const Work& work) {
  Contents part;
  for (auto it = all.begin(); it != all.end();) {
    part.insert(*it);
    ++it;
    if (part.size() < kTogether && it != all.end()) continue;
    if (const Status status = work(part); !status) return status;
    part.clear();
  }
  return Done{};
}

// The original of one scan, looked at beside all that it may be.
Status find_twin(store::Store& store, const std::string& sha256, std::int64_t check) {
  Contents beside;
  if (const Status status = add_alike(store, {sha256}, beside); !status) return status;
  auto documents = documents_of(store, beside.empty() ? Contents{} : Contents{sha256});
  if (!documents) return documents.error();
  if (!documents.value().empty() && checks::sketch_of(documents.value().front().records).scanned) {
    auto originals = documents_of(store, beside);
    if (!originals) return originals.error();
    std::move(originals.value().begin(), originals.value().end(), std::back_inserter(documents.value()));
  }
  return store.save_twins(checks::twins_of(documents.value()), {sha256}, check);
}

// Scans and their digital originals, whatever name each gives its body: of the documents that came or changed, and of
// those that had, or now have, one of these for their other half. By what they were found before is known only until it
// is replaced: the latter are taken first, so that a check that is cut goes on with them, and let go when all is done.
Status find_twins(store::Store& store, const Contents& touched, std::int64_t check) {
  const std::int64_t for_twins = -check;
  Contents concerned = touched;
  const Status replaced = in_parts(touched, [&](const Contents& part) -> Status {
    std::map<std::string, checks::Sketch> sketches;
    for (const std::string& sha256 : part) {
      const auto stored = store.records_of_content(sha256);
      if (!stored) return stored.error();
      sketches[sha256] = stored.value() ? checks::sketch_of(stored.value()->records) : checks::Sketch{};
    }
    return store::in_one_step(store, [&]() -> Status {
      Contents before;
      if (const Status status = add_alike(store, part, before); !status) return status;
      std::erase_if(before, [&](const std::string& it) { return touched.contains(it); });
      if (const Status status = store::take(store, before, for_twins); !status) return status;
      concerned.merge(before);
      for (const auto& [sha256, sketch] : sketches) {
        if (const Status status = store.save_sketch(sha256, sketch.scanned, sketch.values); !status) return status;
      }
      return Done{};
    });
  });
  if (!replaced) return replaced;
  if (const Status status = add_alike(store, touched, concerned); !status) return status;
  for (const std::string& sha256 : concerned) {
    if (const Status status = find_twin(store, sha256, check); !status) return status;
  }
  return store::let_go(store, for_twins);
}

// The keys of a document that came or changed, as they are now; none of what is not compared.
Result<std::vector<std::int64_t>> keys_of(store::Store& store, const std::string& sha256) {
  const auto compared = store::is_compared(store, sha256);
  if (!compared) return compared.error();
  if (!compared.value()) return std::vector<std::int64_t>{};
  auto stored = store.records_of_content(sha256);
  if (!stored) return stored.error();
  return stored.value() ? checks::comparable(document_of(std::move(*stored.value()))) : std::vector<std::int64_t>{};
}

Status add_keys(store::Store& store, const Contents& of, std::set<std::int64_t>& keys) {
  for (const std::string& sha256 : of) {
    const auto own = store::shared_keys(store, sha256);
    if (!own) return own.error();
    keys.insert(own.value().begin(), own.value().end());
  }
  return Done{};
}

Status add_sharing(store::Store& store, const std::set<std::int64_t>& keys, Contents& all) {
  for (const std::int64_t key : keys) {
    const auto sharing = store::sharing(store, key);
    if (!sharing) return sharing.error();
    all.insert(sharing.value().begin(), sharing.value().end());
  }
  return Done{};
}

// The documents of which something else may have to be said: those that came or changed, and those that had, or now
// have, one of these to be compared with. The latter are taken, too, before their ways to each other are replaced, so
// that a check that is cut goes on with all of them.
Status take_concerned(store::Store& store, const Contents& touched, std::int64_t check) {
  return in_parts(touched, [&](const Contents& part) -> Status {
    std::map<std::string, std::vector<std::int64_t>> now;
    for (const std::string& sha256 : part) {
      auto own = keys_of(store, sha256);
      if (!own) return own.error();
      now[sha256] = std::move(own).value();
    }
    return store::in_one_step(store, [&]() -> Status {
      std::set<std::int64_t> keys;
      if (const Status status = add_keys(store, part, keys); !status) return status;  // as they were before
      for (const auto& [sha256, own] : now) {
        if (const Status status = store::save_shared_keys(store, sha256, own); !status) return status;
        keys.insert(own.begin(), own.end());
      }
      Contents concerned;
      if (const Status status = add_sharing(store, keys, concerned); !status) return status;
      return store::take(store, concerned, check);
    });
  });
}

// The same in parts, documents with a key in common next to each other.
Result<std::vector<Contents>> parts_of(store::Store& store, const Contents& all) {
  std::vector<std::pair<std::int64_t, std::string>> ordered;
  for (const std::string& sha256 : all) {
    const auto keys = store::shared_keys(store, sha256);
    if (!keys) return keys.error();
    ordered.emplace_back(keys.value().empty() ? 0 : keys.value().front(), sha256);
  }
  std::sort(ordered.begin(), ordered.end());
  std::vector<Contents> parts;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const bool goes_on = i > 0 && (parts.back().size() < kTogether || ordered[i].first == ordered[i - 1].first);
    if (!goes_on) parts.emplace_back();
    parts.back().insert(ordered[i].second);
  }
  return parts;
}

// Looks at these beside all that each is to be compared with, and keeps what is said of these.
Status compare(store::Store& store, const checks::Settings& rules, const Contents& part) {
  std::set<std::int64_t> keys;
  if (const Status status = add_keys(store, part, keys); !status) return status;
  Contents beside;
  if (const Status status = add_sharing(store, keys, beside); !status) return status;
  const auto documents = documents_of(store, beside);
  if (!documents) return documents.error();
  const std::vector<checks::ArchiveFinding> found = checks::check_archive(documents.value(), rules);
  std::vector<store::ArchiveFinding> rows;
  for (const checks::ArchiveFinding& it : found)
    if (part.contains(it.sha256)) rows.push_back({it.sha256, &it.finding});
  return store::save_compared(store, rows, part);
}

Contents contents_of(const std::vector<store::TouchedRow>& touched) {
  Contents all;
  for (const store::TouchedRow& row : touched) all.insert(row.sha256);
  return all;
}

}  // namespace

Status check_archive(store::Store& store, const checks::Settings& rules) {
  const auto waiting = store.touched();
  if (!waiting) return waiting.error();
  if (waiting.value().empty()) return Done{};
  const auto check = store::begin_archive_check(store);
  if (!check) return check.error();
  auto touched = store::taken(store, check.value());
  if (!touched) return touched.error();
  // One entity under its several names ("Alcaldía Municipal de Honda", "MUNICIPIO DE HONDA") is checked as one.
  if (const Status status = save_names(store, touched.value()); !status) return status;
  if (const Status status = find_twins(store, contents_of(touched.value()), check.value()); !status) return status;
  touched = store::taken(store, check.value());  // and the scans that came to have an original, or have it no more
  if (!touched) return touched.error();
  if (const Status status = take_concerned(store, contents_of(touched.value()), check.value()); !status) return status;
  touched = store::taken(store, check.value());
  if (!touched) return touched.error();
  const Contents concerned = contents_of(touched.value());
  const auto parts = parts_of(store, concerned);
  if (!parts) return parts.error();
  for (const Contents& part : parts.value()) {
    if (const Status status = compare(store, rules, part); !status) return status;
  }
  return store::end_archive_check(store, concerned, check.value());
}

}  // namespace cotejo::run
