#pragma once

#include <cstdint>
#include <vector>

#include "model/store/connection.h"
#include "model/told.h"

namespace cotejo::store {

// Internal to model/store: readings that a person should look at, and what they read there.

// How such readings are ordered: by the money that rests on them, the more the more findings point at them; then by
// findings, figures before words, the least sure first. Columns of doubtful_reading, `of` before each ("r.").
#define COTEJO_READING_ORDER(of)                                                                      \
  "coalesce(" of "money, 0) * (1 + " of "findings) DESC, " of "findings DESC, " of "figure DESC, " of \
  "confidence, " of "document_id, " of "ordinal"

// The migration: readings that a person should look at, what they read there, and what such a reading weighs.
inline constexpr const char* kReadings = R"sql(
CREATE TABLE reading_correction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  printed TEXT NOT NULL,            -- what had been read
  value TEXT,                       -- what the person read; NULL: what was told before is taken back
  note TEXT, author TEXT NOT NULL, time TEXT NOT NULL
) STRICT;
CREATE INDEX reading_correction_document ON reading_correction (document_id);
CREATE TABLE doubtful_reading (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL,
  alternatives TEXT NOT NULL,       -- a JSON list of texts, best first
  confidence REAL NOT NULL, doubt TEXT NOT NULL, figure INTEGER NOT NULL,
  table_id INTEGER REFERENCES logical_table ON DELETE CASCADE, row INTEGER, col INTEGER,
  money REAL,                       -- pesos of the largest record that rests on it
  findings INTEGER NOT NULL DEFAULT 0,  -- that point at it
  told INTEGER REFERENCES reading_correction ON DELETE SET NULL,  -- the word that holds of it
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX doubtful_reading_table ON doubtful_reading (table_id);
CREATE INDEX doubtful_reading_weight ON doubtful_reading (told, )sql" COTEJO_READING_ORDER("") R"sql();
DROP INDEX source_document;
CREATE INDEX source_document ON source (document_id, page);
DROP INDEX source_table;
CREATE INDEX source_table ON source (table_id, row, col);
DROP INDEX evidence_document;
CREATE INDEX evidence_document ON evidence (document_id, page);
)sql";

// A person's word on a place, as it is kept.
struct KeptReading {
  std::int64_t id = 0;
  model::ToldReading told;  // an empty text: nothing holds any more
};

// The last word on each place of a document, and whether there ever was one.
[[nodiscard]] std::vector<KeptReading> kept_readings(Store::Connection& sql, std::int64_t document);
// Of these, the ones that hold.
[[nodiscard]] std::vector<model::ToldReading> told_readings(Store::Connection& sql, std::int64_t document);

// Says anew what money rests on the doubtful readings of a document, and how many findings point at them.
void weigh_readings(Store::Connection& sql, std::int64_t document);

}  // namespace cotejo::store
