#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/store/connection.h"

namespace cotejo::store {

// Internal to this folder: what a finding is called. Its number is short and of this base; its mark is of the slip, the
// same in every base that holds the same document.

// Eight letters from a to p of which nothing but the document and the fingerprint decides; `attempt` gives others, for
// the rare case that two findings share them.
[[nodiscard]] std::string mark_of(std::string_view document, std::string_view fingerprint, int attempt = 0);

// The finding of the document with this fingerprint, named when it has no name yet.
[[nodiscard]] std::int64_t named_finding(Store::Connection& sql, std::int64_t document, const std::string& fingerprint);

// Gives numbers to what has none, by document, page and place; what was found for a while only, and nobody decided on,
// is forgotten.
void number_findings(Store::Connection& sql);

// Gives marks to what was stored without.
void fill_marks(sqlite3* db);

}  // namespace cotejo::store
