#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"

namespace cotejo::store {

// What the check over the archive asks of a base and leaves in it, so that it looks only at what came or changed and at
// what shares something with that. Documents are named by SHA-256.

// The name of an entity and what joins all ways of writing it.
struct EntityName {
  std::string name;
  std::string canonical;
  std::string key;
};

// A finding over the archive (those of checks::check_archive), with the document that it is about.
struct ArchiveFinding {
  std::string sha256;
  const model::Finding* finding = nullptr;
};

// All that work() saves is kept, or nothing where it fails.
[[nodiscard]] model::Status in_one_step(Store& store, const std::function<model::Status()>& work);

// A check takes the documents that came or changed, and those that an earlier check had taken and was cut, and is given
// a number. What comes or changes from then on is of none, and is left to the next check even where this one has taken
// it before. The documents that a check has taken.
[[nodiscard]] model::Result<std::int64_t> begin_archive_check(Store& store);
[[nodiscard]] model::Result<std::vector<TouchedRow>> taken(Store& store, std::int64_t check);

// What a document shares with those that it is compared with (checks::comparable): as it was saved last, and the
// documents that have one of these.
[[nodiscard]] model::Status save_shared_keys(Store& store, std::string_view sha256,
                                             const std::vector<std::int64_t>& keys);
[[nodiscard]] model::Result<std::vector<std::int64_t>> shared_keys(Store& store, std::string_view sha256);
[[nodiscard]] model::Result<std::vector<std::string>> sharing(Store& store, std::int64_t key);
// Whether it is compared with others: no older version of a file that changed, no scan whose original is there, too.
[[nodiscard]] model::Result<bool> is_compared(Store& store, std::string_view sha256);

// Notes that they are to be looked at, too, by this check, or by the next one where it is cut; and that it has no more
// to do with those that it has taken under this number.
[[nodiscard]] model::Status take(Store& store, const std::set<std::string>& contents, std::int64_t check);
[[nodiscard]] model::Status let_go(Store& store, std::int64_t check);

// Replaces the findings over the archive of some of the documents that are looked at. When all is done,
// end_archive_check() gives the new ones their numbers, and what the check had taken is touched no more.
[[nodiscard]] model::Status save_compared(Store& store, const std::vector<ArchiveFinding>& findings,
                                          const std::set<std::string>& of);
[[nodiscard]] model::Status end_archive_check(Store& store, const std::set<std::string>& looked_at, std::int64_t check);

// The names of the body with this key, as documents have them or had them, each with how many documents have it now;
// and replaces what joins them.
[[nodiscard]] model::Result<std::map<std::string, int>> names_of_body(Store& store, const std::string& key);
[[nodiscard]] model::Result<int> documents_named(Store& store, const std::string& entity);
[[nodiscard]] model::Status save_names(Store& store, const std::string& key, const std::vector<EntityName>& names);

// Of them alone, without looking through all else, as Store::counts() does.
[[nodiscard]] model::Result<std::int64_t> finding_count(Store& store);

}  // namespace cotejo::store
