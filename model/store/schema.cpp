#include "model/store/schema.h"

#include <array>

#include "model/store/marks.h"
#include "model/store/readings.h"
#include "model/store/routes.h"
#include "model/store/touched.h"

namespace cotejo::store {
namespace {

// Tables are STRICT, every child goes with its parent, and whatever is looked up by a foreign key has an index.
// ANY holds what may be INTEGER (exact) or REAL. An ordinal counts from 0 within its document.
constexpr const char* kTables = R"sql(
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,               -- NULL: the file could not be read at all; then it is known by its path
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,            -- bytes
  settings TEXT NOT NULL,           -- fingerprint of what extracted it
  page_count INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('completo', 'parcial', 'fallido')),
  error TEXT,
  entity TEXT, dependency TEXT, kind TEXT, title TEXT,
  vigencia_from INTEGER, vigencia_to INTEGER, cutoff TEXT,
  relations_tested INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_entity ON document (entity);

CREATE TABLE document_path (
  path TEXT PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX document_path_document ON document_path (document_id);

CREATE TABLE document_error (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL, stage TEXT NOT NULL, page INTEGER, detail TEXT,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle (
  document_id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  data BLOB NOT NULL                -- codec bytes, zstd
) STRICT;

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  width REAL NOT NULL, height REAL NOT NULL, rotation INTEGER NOT NULL, skew REAL NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('texto', 'ocr', 'mixto', 'vacia')),
  confidence REAL NOT NULL,
  text TEXT NOT NULL,
  note TEXT,
  UNIQUE (document_id, number)
) STRICT;
CREATE VIRTUAL TABLE page_search USING fts5 (text, content = 'page', content_rowid = 'id',
                                             tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER page_added AFTER INSERT ON page BEGIN
  INSERT INTO page_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER page_gone AFTER DELETE ON page BEGIN
  INSERT INTO page_search (page_search, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE TABLE logical_table (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('presupuesto', 'pqrs', 'compromisos', 'otra')),
  first_page INTEGER NOT NULL, last_page INTEGER NOT NULL,
  row_count INTEGER NOT NULL, column_count INTEGER NOT NULL, header_rows INTEGER NOT NULL,
  method TEXT NOT NULL,
  UNIQUE (document_id, ordinal)
) STRICT;

CREATE TABLE cell (
  table_id INTEGER NOT NULL REFERENCES logical_table ON DELETE CASCADE,
  row INTEGER NOT NULL, col INTEGER NOT NULL, row_span INTEGER NOT NULL, col_span INTEGER NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL,
  origin TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (table_id, row, col)
) STRICT, WITHOUT ROWID;

-- Where a record was printed; one row a record, shared by all record kinds.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  table_id INTEGER REFERENCES logical_table ON DELETE CASCADE,
  page INTEGER NOT NULL, row INTEGER, col INTEGER, block INTEGER,
  x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL,
  sentence TEXT,
  origin TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX source_document ON source (document_id);
CREATE INDEX source_table ON source (table_id);

CREATE TABLE budget_entry (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  vigencia INTEGER, code TEXT, bpin TEXT, description TEXT, measure TEXT NOT NULL,
  value ANY NOT NULL,               -- pesos, dollars or percent
  mantissa INTEGER NOT NULL, exponent INTEGER NOT NULL,  -- as printed: mantissa × 10^exponent
  unit TEXT NOT NULL, total INTEGER NOT NULL
) STRICT;
CREATE TABLE pqrs_count (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  vigencia INTEGER, period TEXT, dimension TEXT NOT NULL, label TEXT, measure TEXT NOT NULL,
  count INTEGER NOT NULL, total INTEGER NOT NULL
) STRICT;
CREATE TABLE commitment (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  number TEXT, text TEXT NOT NULL, component TEXT, responsible TEXT,
  due_text TEXT, due_from TEXT, due_to TEXT, indicator TEXT,
  goal_text TEXT, goal_value ANY, goal_unit TEXT,
  progress_text TEXT, progress_percent ANY, status TEXT, stages TEXT, periods TEXT
) STRICT;
CREATE TABLE prose_figure (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  vigencia INTEGER, measure TEXT, code TEXT, label TEXT,
  value ANY, unit TEXT, words_value ANY
) STRICT;

-- Keeps the number of a finding while the same slip is found again, whatever is run in between.
CREATE TABLE finding_number (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  UNIQUE (document_id, fingerprint)
) STRICT;
CREATE TABLE finding (
  id INTEGER PRIMARY KEY REFERENCES finding_number ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  table_id INTEGER REFERENCES logical_table ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  archive INTEGER NOT NULL,         -- 1: found by comparing documents
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'advertencia', 'info')),
  page INTEGER, message TEXT NOT NULL, reported TEXT, expected TEXT, difference TEXT, diagnosis TEXT
) STRICT;
CREATE INDEX finding_document ON finding (document_id);
CREATE INDEX finding_table ON finding (table_id);
CREATE TABLE finding_step (
  finding_id INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (finding_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
  finding_id INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL, file_name TEXT NOT NULL, page INTEGER NOT NULL,
  x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL, value TEXT,
  PRIMARY KEY (finding_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE untested (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, rule TEXT NOT NULL, table_ordinal INTEGER, reason TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What a person decided; never deleted by a run.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL REFERENCES finding_number ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('abierto', 'aceptado', 'descartado', 'corregido')),
  value TEXT, note TEXT, author TEXT NOT NULL, time TEXT NOT NULL
) STRICT;
CREATE INDEX decision_finding ON decision (finding_id);
)sql";

// Names of dependencies, joined: a record's responsible or label is looked up by its printed name.
constexpr const char* kDependencies = R"sql(
CREATE TABLE dependency_name (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL, part INTEGER NOT NULL, canonical TEXT NOT NULL, key TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX dependency_name_key ON dependency_name (key);
)sql";

// Figures that stand in rank though no table holds them: what a table that was not read printed.
constexpr const char* kOutsideFigures = R"sql(
CREATE TABLE outside_figure (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL, origin TEXT NOT NULL, confidence REAL NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
)sql";

// Places point at their document, not at a name that may come to be another's. Of another document only its name was
// kept: it is found again where one alone has that name.
constexpr const char* kPlaces = R"sql(
ALTER TABLE document ADD COLUMN route TEXT NOT NULL DEFAULT '';       -- by which it is told from others of its name
ALTER TABLE document_path ADD COLUMN route TEXT NOT NULL DEFAULT '';  -- the path as seen from what was named
CREATE INDEX document_path_route ON document_path (route);

ALTER TABLE prose_figure ADD COLUMN words_unit TEXT;

ALTER TABLE evidence RENAME TO evidence_by_name;
CREATE TABLE evidence (
  finding_id INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  page INTEGER NOT NULL,
  x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL, value TEXT,
  PRIMARY KEY (finding_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document_id);
INSERT INTO evidence (finding_id, ordinal, role, document_id, page, x0, y0, x1, y1, text, value)
  SELECT e.finding_id, e.ordinal, e.role,
         CASE WHEN e.file_name = d.file_name THEN d.id
              ELSE coalesce((SELECT min(o.id) FROM document o WHERE o.file_name = e.file_name HAVING count(*) = 1), d.id)
         END,
         e.page, e.x0, e.y0, e.x1, e.y1, e.text, e.value
  FROM evidence_by_name e JOIN finding f ON f.id = e.finding_id JOIN document d ON d.id = f.document_id;
DROP TABLE evidence_by_name;
)sql";

// Findings are numbered in order at the end of a run, whichever reader was done first, and have a mark that is the same
// in every base. What a person tells of a document is kept beside what was read of it. Entities and twins are found
// over the whole archive.
constexpr const char* kTold = R"sql(
ALTER TABLE finding_number ADD COLUMN number INTEGER;  -- as people see it; NULL until the run that found it ends
ALTER TABLE finding_number ADD COLUMN mark TEXT;       -- eight letters, from the document's SHA-256 and the fingerprint
UPDATE finding_number SET number = id;
CREATE UNIQUE INDEX finding_number_number ON finding_number (number);
CREATE UNIQUE INDEX finding_number_mark ON finding_number (mark);

CREATE TABLE document_correction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  field TEXT NOT NULL,              -- a column of document
  printed TEXT,                     -- what had been read
  value TEXT NOT NULL, note TEXT, author TEXT NOT NULL, time TEXT NOT NULL
) STRICT;
CREATE INDEX document_correction_document ON document_correction (document_id);

CREATE TABLE entity_name (
  name TEXT PRIMARY KEY,            -- as documents have it
  canonical TEXT NOT NULL,          -- the way of writing it that most documents of this body use
  key TEXT NOT NULL                 -- the same for every way of writing it
) STRICT, WITHOUT ROWID;

ALTER TABLE budget_entry ADD COLUMN level TEXT;
ALTER TABLE budget_entry ADD COLUMN class TEXT;
ALTER TABLE budget_entry ADD COLUMN doubt TEXT;

ALTER TABLE document ADD COLUMN twin_of INTEGER REFERENCES document ON DELETE SET NULL;  -- a scan's digital original
)sql";

// Counts of petitions that can be asked for across reports, and what an empalme asks of contracts and accounts.
constexpr const char* kAcrossReports = R"sql(
ALTER TABLE pqrs_count ADD COLUMN period_text TEXT;
ALTER TABLE pqrs_count ADD COLUMN key TEXT;
ALTER TABLE pqrs_count ADD COLUMN second_dimension TEXT;
ALTER TABLE pqrs_count ADD COLUMN second_label TEXT;
ALTER TABLE commitment ADD COLUMN subject TEXT;
CREATE TABLE contract (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  number TEXT, kind TEXT, count ANY, contractor TEXT, object TEXT,
  value ANY, additions ANY, paid ANY, balance ANY,  -- pesos
  date_text TEXT, total INTEGER NOT NULL
) STRICT;
CREATE TABLE account_value (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  code TEXT, account TEXT NOT NULL, statement TEXT, period TEXT, vigencia INTEGER,
  value ANY NOT NULL, mantissa INTEGER NOT NULL, exponent INTEGER NOT NULL, unit TEXT NOT NULL, total INTEGER NOT NULL
) STRICT;
)sql";

// Documents that came or changed since the archive was last checked, under the entity that they have or had.
constexpr const char* kTouched = R"sql(
CREATE TABLE archive_touch (
  sha256 TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (sha256, entity)
) STRICT, WITHOUT ROWID;
INSERT INTO archive_touch (sha256, entity)
  SELECT sha256, coalesce(entity, '') FROM document WHERE sha256 IS NOT NULL;
)sql";

// Older versions of files that changed, and by what figures documents are found that may be the same report.
constexpr const char* kVersionsAndTwins = R"sql(
ALTER TABLE document ADD COLUMN replaced_by INTEGER REFERENCES document ON DELETE SET NULL;  -- what its file holds now
UPDATE document SET replaced_by = (
  SELECT max(now.id) FROM document now JOIN document_path p ON p.document_id = now.id
  WHERE p.route = document.route AND now.sha256 IS NOT NULL)
WHERE sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document_path p WHERE p.document_id = document.id);

CREATE TABLE figure_sketch (
  value INTEGER NOT NULL,           -- a hash of a figure and what it measures; the smallest few of each document
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  scanned INTEGER NOT NULL,         -- 1: most of its figures were read from pixels
  PRIMARY KEY (value, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_sketch_document ON figure_sketch (document_id);
INSERT OR IGNORE INTO archive_touch (sha256, entity)
  SELECT sha256, coalesce(entity, '') FROM document WHERE sha256 IS NOT NULL;
)sql";

// What a person taught the base: heads that the vocabulary does not know. What an empalme asks of staff and
// proceedings.
constexpr const char* kTaughtWords = R"sql(
CREATE TABLE taught_word (
  section TEXT NOT NULL,            -- of the vocabulary
  key TEXT NOT NULL,                -- the same for every way of printing the word
  entity TEXT NOT NULL,             -- '' for every document
  word TEXT NOT NULL,               -- as it was given
  meaning TEXT NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL,
  PRIMARY KEY (section, key, entity)
) STRICT, WITHOUT ROWID;
ALTER TABLE pqrs_count ADD COLUMN doubt TEXT;
CREATE TABLE post (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  level TEXT, name TEXT, code TEXT, grade TEXT, appointment TEXT, vigencia INTEGER,
  count INTEGER NOT NULL, total INTEGER NOT NULL
) STRICT;
CREATE TABLE lawsuit (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  number TEXT, kind TEXT, court TEXT, plaintiff TEXT, defendant TEXT, state TEXT,
  count ANY, claim ANY, provision ANY,  -- pesos
  total INTEGER NOT NULL
) STRICT;
)sql";

// Those of the other kind are found without passing by all of one's own: most reports of an archive are of one kind,
// and figures such as a count of three are in thousands of them.
constexpr const char* kSketchesByKind = "CREATE INDEX figure_sketch_kind ON figure_sketch (value, scanned);";

// Number N stands at place N − 1; each is about tables alone. A migration that has been released is never changed, only
// followed. The second made the views, which are made anew after every migration (views.h).
constexpr std::array kMigrations{Migration{kTables},
                                 Migration{""},
                                 Migration{kDependencies},
                                 Migration{kOutsideFigures},
                                 Migration{kPlaces, fill_routes},
                                 Migration{kTold, fill_marks},
                                 Migration{kAcrossReports},
                                 Migration{kTouched},
                                 Migration{kVersionsAndTwins},
                                 Migration{kTaughtWords},
                                 Migration{kReadings},
                                 Migration{kSharedKeys},
                                 Migration{kTakenBy},
                                 Migration{kSketchesByKind}};

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

}  // namespace cotejo::store
