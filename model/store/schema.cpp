#include "model/store/schema.h"

#include <array>
#include <string>

#include "model/store/statement.h"
#include "model/store/store.h"

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

// The contract of DESIGN.md: a change to a column of these is a new major version.
constexpr const char* kViews = R"sql(
CREATE VIEW documentos AS
  SELECT id AS documento_id, file_name AS archivo, sha256, page_count AS paginas, state AS estado, error,
         entity AS entidad, dependency AS dependencia, kind AS tipo, title AS titulo,
         vigencia_from AS vigencia_desde, vigencia_to AS vigencia_hasta, cutoff AS fecha_corte
  FROM document;

CREATE VIEW paginas AS
  SELECT d.id AS documento_id, d.file_name AS archivo, p.number AS pagina, p.origin AS origen,
         p.confidence AS confianza, p.text AS texto
  FROM page p JOIN document d ON d.id = p.document_id;

CREATE VIEW tablas AS
  SELECT t.id AS tabla_id, d.id AS documento_id, d.file_name AS archivo, t.title AS titulo, t.kind AS tipo,
         t.first_page AS pagina_inicial, t.last_page AS pagina_final, t.row_count AS filas,
         t.column_count AS columnas, t.header_rows AS filas_encabezado, t.method AS metodo
  FROM logical_table t JOIN document d ON d.id = t.document_id;

CREATE VIEW celdas AS
  SELECT c.table_id AS tabla_id, d.file_name AS archivo, c.row AS fila, c.col AS columna,
         c.row_span AS filas_combinadas, c.col_span AS columnas_combinadas, c.page AS pagina,
         c.x0, c.y0, c.x1, c.y1, c.text AS texto, c.origin AS origen, c.confidence AS confianza
  FROM cell c JOIN logical_table t ON t.id = c.table_id JOIN document d ON d.id = t.document_id;

CREATE VIEW presupuesto AS
  SELECT s.id AS registro_id, d.file_name AS archivo, s.page AS pagina, s.table_id AS tabla_id, s.row AS fila,
         b.vigencia, b.code AS codigo, b.bpin, b.description AS descripcion, b.measure AS medida, b.value AS valor,
         b.unit AS unidad, b.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM budget_entry b JOIN source s ON s.id = b.source_id JOIN document d ON d.id = s.document_id;

CREATE VIEW pqrs AS
  SELECT s.id AS registro_id, d.file_name AS archivo, s.page AS pagina, s.table_id AS tabla_id, s.row AS fila,
         q.vigencia, q.period AS periodo, q.dimension, q.label AS etiqueta, q.measure AS medida,
         q.count AS cantidad, q.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM pqrs_count q JOIN source s ON s.id = q.source_id JOIN document d ON d.id = s.document_id;

CREATE VIEW compromisos AS
  SELECT s.id AS registro_id, d.file_name AS archivo, s.page AS pagina, s.table_id AS tabla_id, s.row AS fila,
         c.number AS numero, c.text AS compromiso, c.component AS componente, c.responsible AS responsable,
         c.due_text AS fecha_limite_texto, c.due_from AS fecha_limite_desde, c.due_to AS fecha_limite_hasta,
         c.indicator AS indicador, c.goal_text AS meta_texto, c.goal_value AS meta_valor, c.goal_unit AS meta_unidad,
         c.progress_text AS avance_texto, c.progress_percent AS avance_porcentaje, c.status AS estado,
         c.stages AS etapas, c.periods AS periodos, s.confidence AS confianza
  FROM commitment c JOIN source s ON s.id = c.source_id JOIN document d ON d.id = s.document_id;

CREATE VIEW hallazgos AS
  SELECT f.id AS hallazgo_id, n.fingerprint AS huella, d.file_name AS archivo, f.page AS pagina, f.table_id AS tabla_id,
         f.rule AS regla, f.severity AS gravedad, f.message AS mensaje, f.reported AS valor_reportado,
         f.expected AS valor_esperado, f.difference AS diferencia, f.diagnosis AS diagnostico,
         coalesce((SELECT state FROM decision x WHERE x.finding_id = f.id ORDER BY x.id DESC LIMIT 1), 'abierto') AS estado
  FROM finding f JOIN finding_number n ON n.id = f.id JOIN document d ON d.id = f.document_id;

CREATE VIEW evidencias AS
  SELECT finding_id AS hallazgo_id, role AS rol, file_name AS archivo, page AS pagina, x0, y0, x1, y1, text AS texto
  FROM evidence;
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

CREATE VIEW dependencias AS
  SELECT d.id AS documento_id, d.file_name AS archivo, n.printed AS nombre, n.part AS parte,
         n.canonical AS canonico, n.key AS clave, n.times AS veces
  FROM dependency_name n JOIN document d ON d.id = n.document_id;
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

CREATE VIEW cifras_fuera AS
  SELECT d.id AS documento_id, d.file_name AS archivo, f.page AS pagina, f.x0, f.y0, f.x1, f.y1, f.text AS texto,
         f.origin AS origen, f.confidence AS confianza
  FROM outside_figure f JOIN document d ON d.id = f.document_id;
)sql";

// Number N stands at place N − 1. A migration that has been released is never changed, only followed.
constexpr std::array kMigrations{kTables, kViews, kDependencies, kOutsideFigures};

}  // namespace

int schema_version() {
  return static_cast<int>(kMigrations.size());
}

void migrate(sqlite3* db) {
  const auto version = [db] {
    Statement statement(db, "PRAGMA user_version");
    statement.step();
    return static_cast<std::size_t>(statement.integer(0));
  };
  while (version() < kMigrations.size()) {
    Transaction transaction(db);
    const std::size_t done = version();  // read again: another run may have migrated while this one waited
    if (done < kMigrations.size()) {
      execute(db, kMigrations[done]);
      execute(db, "PRAGMA application_id = " + std::to_string(kApplicationId));
      execute(db, "PRAGMA user_version = " + std::to_string(done + 1));
    }
    transaction.commit();
  }
}

}  // namespace cotejo::store
