-- A base as version 0.1.0 wrote it (schema 3): two reports of one name, one of them with a finding over both.

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

PRAGMA application_id = 1668573807;
PRAGMA user_version = 3;
INSERT INTO document VALUES
  (1, 'aaaa', 'informe.pdf', 10, 'v1', 1, 'completo', NULL, 'Alcaldía de Honda', NULL, 'informe_gestion', 'Informe', 2020, 2020, NULL, 1),
  (2, 'bbbb', 'informe.pdf', 10, 'v1', 1, 'completo', NULL, 'Municipio de Honda', NULL, 'informe_gestion', 'Informe', 2021, 2021, NULL, 1),
  (3, 'cccc', 'ejecucion.pdf', 10, 'v1', 1, 'completo', NULL, 'Alcaldía de Honda', NULL, 'ejecucion_presupuestal', 'Ejecución', 2020, 2020, NULL, 1);
INSERT INTO document_path VALUES ('/archivo/2020/informe.pdf', 1), ('/archivo/2021/informe.pdf', 2), ('/archivo/2020/ejecucion.pdf', 3);
INSERT INTO page VALUES (1, 1, 1, 612, 792, 0, 0, 'texto', 1, 'Ejecución', NULL);
INSERT INTO logical_table VALUES (1, 1, 0, 'Gastos', 'presupuesto', 1, 1, 1, 2, 0, 'reglas');
INSERT INTO cell VALUES (1, 0, 0, 1, 1, 1, 10, 10, 50, 20, 'TOTAL', 'texto', 1);
INSERT INTO source VALUES (1, 1, 1, 1, 0, 1, NULL, 50, 10, 90, 20, '507', NULL, 'texto', 1);
INSERT INTO budget_entry VALUES (1, 2020, NULL, NULL, 'TOTAL', 'pagos', 507, 507, 0, 'COP', 1);
INSERT INTO source VALUES (2, 1, NULL, 1, NULL, NULL, 3, 50, 10, 90, 20, '507 pesos', 'Se pagaron 507 pesos.', 'texto', 1);
INSERT INTO prose_figure VALUES (2, 2020, 'pagos', NULL, NULL, 507, 'COP', 508);
INSERT INTO finding_number VALUES (4, 1, 'f1'), (7, 1, 'f2');
INSERT INTO finding VALUES
  (4, 1, 1, 0, 0, 'total-no-cuadra', 'error', 1, 'El total dice 507.', '507', '504', '3', NULL),
  (7, 1, NULL, 0, 1, 'entre-documentos', 'error', 1, 'Este informe dice 507.', '507', '508', '-1', NULL);
INSERT INTO finding_step VALUES (4, 0, '504');
INSERT INTO evidence VALUES
  (4, 0, 'reportado', 'informe.pdf', 1, 50, 10, 90, 20, '507', '507'),
  (7, 0, 'reportado', 'informe.pdf', 1, 50, 10, 90, 20, '507', '507'),
  (7, 1, 'fuente', 'ejecucion.pdf', 1, 50, 10, 90, 20, '508', '508');
INSERT INTO decision VALUES (1, 4, 'descartado', NULL, 'se sumó otra vigencia', 'ana', '2024-01-01T00:00:00Z');
INSERT INTO dependency_name VALUES (1, 0, 'SEC. HACIENDA', 0, 'Secretaría de Hacienda', 'secretaria hacienda', 2);
