#pragma once

#include <cstdint>

#include "model/store/connection.h"

namespace cotejo::store {

// Internal to this folder. Notes that the document, under the entity that it has now, is to be looked at when the
// archive is next checked. Part of the transaction that changes it, so that no run that is cut leaves it out. Of a
// check that is under way and finds itself that it has to look at it, the number of that check.
void touch(Store::Connection& sql, std::int64_t document, std::int64_t check = 0);

// What touches documents, as VALUES or a SELECT with a WHERE gives them. What came or changed while a check goes on is
// of none, whatever that check says of it: it may have been looked at before.
inline constexpr const char* kTouchedAgain = R"sql(
ON CONFLICT (sha256, entity) DO UPDATE SET taken_by = excluded.taken_by
WHERE archive_touch.taken_by <> 0 OR excluded.taken_by = 0)sql";

// The migration: by what the documents are found that one is compared with, instead of looking at all of its entity;
// what joins the names of one body; older versions of a file; scans of a report.
inline constexpr const char* kSharedKeys = R"sql(
CREATE TABLE shared_key (
  value INTEGER NOT NULL,           -- a hash of body, vigencia, cut-off and subject
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (value, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_key_document ON shared_key (document_id);
CREATE INDEX entity_name_key ON entity_name (key);
CREATE INDEX document_replaced ON document (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX document_twin ON document (twin_of) WHERE twin_of IS NOT NULL;
INSERT OR IGNORE INTO archive_touch (sha256, entity)
  SELECT sha256, coalesce(entity, '') FROM document WHERE sha256 IS NOT NULL;
)sql";

// The migration: which check looks at a document that came or changed, so that it forgets at its end only those that it
// has seen as they are.
inline constexpr const char* kTakenBy = R"sql(
ALTER TABLE archive_touch ADD COLUMN taken_by INTEGER NOT NULL DEFAULT 0;  -- 0: none yet
)sql";

}  // namespace cotejo::store
