#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/store/connection.h"

namespace cotejo::store {

// Internal to this folder: what a finding is called, and what was decided on it under an earlier version. Its number is short and of this base; its mark is of the slip, the
// same in every base that holds the same document.

// Eight letters from a to p of which nothing but the document and the fingerprint decides; `attempt` gives others, for
// the rare case that two findings share them.
[[nodiscard]] std::string mark_of(std::string_view document, std::string_view fingerprint, int attempt = 0);

// Findings that have no number yet, because the run that found them goes on or was killed: (id, number), with the
// numbers that number_findings() gives them when nothing else comes. To be joined in a query.
#define COTEJO_FRESH_NUMBERS                                                                                  \
  "(SELECT n.id, (SELECT coalesce(max(number), 0) FROM finding_number) "                                      \
  "+ row_number() OVER (ORDER BY d.route, d.sha256, coalesce(f.archive, 1), coalesce(f.page, 0), f.ordinal, " \
  "n.fingerprint) AS number "                                                                                 \
  "FROM finding_number n JOIN document d ON d.id = n.document_id LEFT JOIN finding f ON f.id = n.id "         \
  "WHERE n.number IS NULL AND (f.id IS NOT NULL OR n.id IN (SELECT finding_id FROM decision)))"

// The finding of the document with this fingerprint, named when it has no name yet.
[[nodiscard]] std::int64_t named_finding(Store::Connection& sql, std::int64_t document, const std::string& fingerprint);

// Gives numbers to what has none, by document, page and place; what was found for a while only, and nobody decided on,
// is forgotten.
void number_findings(Store::Connection& sql);

// A finding of the version that a file holds now, of which nobody has decided anything, takes the last decision on the
// same finding of its earlier versions, and its note says so. A decision to reopen is none that is carried.
void carry_decisions(Store::Connection& sql);

// Gives marks to what was stored without.
void fill_marks(sqlite3* db);

}  // namespace cotejo::store
