-- A base as schema 8 left it: a file that came to hold another version, a decision, a correction, and a finding of a run that was
-- killed before it had a number.

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
, route TEXT NOT NULL DEFAULT '', twin_of INTEGER REFERENCES document ON DELETE SET NULL) STRICT;
CREATE INDEX document_entity ON document (entity);
CREATE TABLE document_path (
  path TEXT PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE
, route TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
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
, level TEXT, class TEXT, doubt TEXT) STRICT;
CREATE TABLE pqrs_count (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  vigencia INTEGER, period TEXT, dimension TEXT NOT NULL, label TEXT, measure TEXT NOT NULL,
  count INTEGER NOT NULL, total INTEGER NOT NULL
, period_text TEXT, key TEXT, second_dimension TEXT, second_label TEXT) STRICT;
CREATE TABLE commitment (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  number TEXT, text TEXT NOT NULL, component TEXT, responsible TEXT,
  due_text TEXT, due_from TEXT, due_to TEXT, indicator TEXT,
  goal_text TEXT, goal_value ANY, goal_unit TEXT,
  progress_text TEXT, progress_percent ANY, status TEXT, stages TEXT, periods TEXT
, subject TEXT) STRICT;
CREATE TABLE prose_figure (
  source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  vigencia INTEGER, measure TEXT, code TEXT, label TEXT,
  value ANY, unit TEXT, words_value ANY
, words_unit TEXT) STRICT;
CREATE TABLE finding_number (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  fingerprint TEXT NOT NULL, number INTEGER, mark TEXT,
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
CREATE TABLE untested (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, rule TEXT NOT NULL, table_ordinal INTEGER, reason TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL REFERENCES finding_number ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('abierto', 'aceptado', 'descartado', 'corregido')),
  value TEXT, note TEXT, author TEXT NOT NULL, time TEXT NOT NULL
) STRICT;
CREATE INDEX decision_finding ON decision (finding_id);
CREATE TABLE dependency_name (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL, part INTEGER NOT NULL, canonical TEXT NOT NULL, key TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX dependency_name_key ON dependency_name (key);
CREATE TABLE outside_figure (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  text TEXT NOT NULL, origin TEXT NOT NULL, confidence REAL NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_path_route ON document_path (route);
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
CREATE TABLE archive_touch (
  sha256 TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (sha256, entity)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER page_added AFTER INSERT ON page BEGIN
  INSERT INTO page_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER page_gone AFTER DELETE ON page BEGIN
  INSERT INTO page_search (page_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE VIEW documentos AS
  SELECT id AS documento_id, file_name AS archivo, route AS ruta, sha256, page_count AS paginas, state AS estado, error,
         entity AS entidad, dependency AS dependencia, kind AS tipo, title AS titulo,
         vigencia_from AS vigencia_desde, vigencia_to AS vigencia_hasta, cutoff AS fecha_corte, twin_of AS gemelo_de
  FROM document;
CREATE VIEW paginas AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, p.number AS pagina, p.origin AS origen,
         p.confidence AS confianza, p.text AS texto
  FROM page p JOIN document d ON d.id = p.document_id;
CREATE VIEW tablas AS
  SELECT t.id AS tabla_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, t.title AS titulo, t.kind AS tipo,
         t.first_page AS pagina_inicial, t.last_page AS pagina_final, t.row_count AS filas,
         t.column_count AS columnas, t.header_rows AS filas_encabezado, t.method AS metodo
  FROM logical_table t JOIN document d ON d.id = t.document_id;
CREATE VIEW celdas AS
  SELECT c.table_id AS tabla_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, c.row AS fila, c.col AS columna,
         c.row_span AS filas_combinadas, c.col_span AS columnas_combinadas, c.page AS pagina,
         c.x0, c.y0, c.x1, c.y1, c.text AS texto, c.origin AS origen, c.confidence AS confianza
  FROM cell c JOIN logical_table t ON t.id = c.table_id JOIN document d ON d.id = t.document_id;
CREATE VIEW presupuesto AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         b.vigencia, b.code AS codigo, b.bpin, b.description AS descripcion, b.measure AS medida, b.value AS valor,
         b.unit AS unidad, b.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1, b.level AS nivel, b.class AS clase, b.doubt AS duda
  FROM budget_entry b JOIN source s ON s.id = b.source_id JOIN document d ON d.id = s.document_id;
CREATE VIEW pqrs AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         q.vigencia, q.period AS periodo, q.period_text AS periodo_texto, q.dimension, q.label AS etiqueta,
         q.key AS clave, q.second_dimension AS cruce_dimension, q.second_label AS cruce_etiqueta,
         q.measure AS medida, q.count AS cantidad, q.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM pqrs_count q JOIN source s ON s.id = q.source_id JOIN document d ON d.id = s.document_id;
CREATE VIEW compromisos AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         c.number AS numero, c.text AS compromiso, c.subject AS asunto, c.component AS componente, c.responsible AS responsable,
         c.due_text AS fecha_limite_texto, c.due_from AS fecha_limite_desde, c.due_to AS fecha_limite_hasta,
         c.indicator AS indicador, c.goal_text AS meta_texto, c.goal_value AS meta_valor, c.goal_unit AS meta_unidad,
         c.progress_text AS avance_texto, c.progress_percent AS avance_porcentaje, c.status AS estado,
         c.stages AS etapas, c.periods AS periodos, s.confidence AS confianza
  FROM commitment c JOIN source s ON s.id = c.source_id JOIN document d ON d.id = s.document_id;
CREATE VIEW contratos AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         k.number AS numero, k.kind AS clase, k.count AS cantidad, k.contractor AS contratista, k.object AS objeto,
         k.value AS valor, k.additions AS adiciones, k.paid AS pagado, k.balance AS saldo,
         k.date_text AS fecha_texto, k.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM contract k JOIN source s ON s.id = k.source_id JOIN document d ON d.id = s.document_id;
CREATE VIEW cuentas AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         a.code AS codigo, a.account AS cuenta, a.statement AS estado, a.period AS periodo, a.vigencia,
         a.value AS valor, a.unit AS unidad, a.total AS es_total, s.text AS texto_original,
         s.confidence AS confianza, s.x0, s.y0, s.x1, s.y1
  FROM account_value a JOIN source s ON s.id = a.source_id JOIN document d ON d.id = s.document_id;
CREATE VIEW cifras_texto AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         f.vigencia, f.measure AS medida, f.code AS codigo, f.label AS etiqueta, f.value AS valor, f.unit AS unidad,
         f.words_value AS valor_en_letras, s.text AS texto_original, s.sentence AS frase, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM prose_figure f JOIN source s ON s.id = f.source_id JOIN document d ON d.id = s.document_id;
CREATE VIEW hallazgos AS
  SELECT coalesce(n.number, -n.id) AS hallazgo_id, n.fingerprint AS huella, n.mark AS marca, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta,
         f.page AS pagina, f.table_id AS tabla_id,
         f.rule AS regla, f.severity AS gravedad, f.message AS mensaje, f.reported AS valor_reportado,
         f.expected AS valor_esperado, f.difference AS diferencia, f.diagnosis AS diagnostico,
         coalesce((SELECT state FROM decision x WHERE x.finding_id = f.id ORDER BY x.id DESC LIMIT 1),
         'abierto') AS estado
  FROM finding f JOIN finding_number n ON n.id = f.id JOIN document d ON d.id = f.document_id;
CREATE VIEW evidencias AS
  SELECT coalesce(n.number, -n.id) AS hallazgo_id, e.role AS rol, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, e.page AS pagina,
         e.x0, e.y0, e.x1, e.y1, e.text AS texto
  FROM evidence e JOIN finding_number n ON n.id = e.finding_id JOIN document d ON d.id = e.document_id;
CREATE VIEW dependencias AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, n.printed AS nombre, n.part AS parte,
         n.canonical AS canonico, n.key AS clave, n.times AS veces
  FROM dependency_name n JOIN document d ON d.id = n.document_id;
CREATE VIEW entidades AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, d.entity AS nombre,
         coalesce(e.canonical, d.entity) AS canonico, e.key AS clave
  FROM document d LEFT JOIN entity_name e ON e.name = d.entity WHERE d.entity IS NOT NULL;
CREATE VIEW decisiones AS
  SELECT coalesce(n.number, -n.id) AS hallazgo_id, n.fingerprint AS huella, n.mark AS marca, d.id AS documento_id,
         d.file_name AS archivo, d.route AS ruta, f.rule AS regla, x.state AS estado, x.value AS valor, x.note AS nota,
         x.author AS autor, x.time AS fecha
  FROM decision x JOIN finding_number n ON n.id = x.finding_id JOIN document d ON d.id = n.document_id
  LEFT JOIN finding f ON f.id = n.id
  ORDER BY x.id;
CREATE VIEW correcciones AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta,
         CASE c.field WHEN 'entity' THEN 'entidad' WHEN 'dependency' THEN 'dependencia' WHEN 'title' THEN 'titulo'
                      WHEN 'vigencia_from' THEN 'vigencia_desde' WHEN 'vigencia_to' THEN 'vigencia_hasta'
                      WHEN 'cutoff' THEN 'fecha_corte' ELSE c.field END AS campo,
         c.printed AS leido, c.value AS valor, c.note AS nota, c.author AS autor, c.time AS fecha
  FROM document_correction c JOIN document d ON d.id = c.document_id
  ORDER BY c.id;
CREATE VIEW cifras_fuera AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, f.page AS pagina, f.x0, f.y0, f.x1, f.y1,
         f.text AS texto, f.origin AS origen, f.confidence AS confianza
  FROM outside_figure f JOIN document d ON d.id = f.document_id;
PRAGMA foreign_keys = OFF;
INSERT INTO "document" VALUES (1, 'b4531a6d7b80e02020d7fd6c1315c1da5b393a84ba46e642910f15cd20992773', 'informe.pdf', 775, 'extractor=2e5338c65ebc0375; poppler=22.12.0; ocr=auto; modelo=tesseract 5.3.0, leptonica-1.82.0, spa 2294433 | analisis=c59f0922cb7a5d5f', 1, 'completo', NULL, 'Alcaldia Municipal de Prueba', NULL, 'informe_gestion', 'INFORME DE GESTION VIGENCIA 2021', 2021, 2021, NULL, 5, 'informe.pdf', NULL);
INSERT INTO "document" VALUES (2, '32fa5f0ad97bd834c7f8e08fa29fcffc0e07e0401886fd8e01b7ec94ed87dfa2', 'informe.pdf', 799, 'extractor=2e5338c65ebc0375; poppler=22.12.0; ocr=auto; modelo=tesseract 5.3.0, leptonica-1.82.0, spa 2294433 | analisis=c59f0922cb7a5d5f', 1, 'completo', NULL, 'Alcaldia Municipal de Prueba', NULL, 'informe_gestion', 'INFORME DE GESTION VIGENCIA 2021', 2021, 2021, NULL, 5, 'informe.pdf', NULL);
INSERT INTO "document" VALUES (3, '88778847b50170d1e7d77041270c32d9b5379aaccf9d76c995b78baaafcb4c1b', 'otro.pdf', 796, 'extractor=2e5338c65ebc0375; poppler=22.12.0; ocr=auto; modelo=tesseract 5.3.0, leptonica-1.82.0, spa 2294433 | analisis=c59f0922cb7a5d5f', 1, 'completo', NULL, 'Alcaldía de Honda', NULL, 'informe_gestion', 'INFORME DE GESTION VIGENCIA 2021', 2021, 2021, NULL, 5, 'otro.pdf', NULL);
INSERT INTO "document_path" VALUES ('/archivo/informe.pdf', 2, 'informe.pdf');
INSERT INTO "document_path" VALUES ('/archivo/otro.pdf', 3, 'otro.pdf');
INSERT INTO "bundle" VALUES (1, X'28b52ffd605308b52000e6f6c94c90d871c6002aac426b2642bde433cd0db7ae008ce0f15f0a8404ee03dac4107528547e20bffbfeb2d9d883c2f5275434b42d4054ebbbfbf6a97dfb69d9a6f2825da90482ebe691bea4b49a02ac00bf00bf002f7f49531a2d87a27a8d879ac72c515c79425859e10bcff176358f59a6654dcfec2aefe170cf3bd8dd2dcca475f04c5c77320b6b9d59a26789a23b79bb710cc75a57bba5261bdc351b8b4bd3da4677323cb3ab3c37edffee6162e9ed86e67226dab2b533c93c7328cdb66db43548c3ad692e0dd6d6f6646b677ab2b636e9d69aa8899adbc4056fad6d3dd31a2df85f4d6ae37233c970d22bfc1fe0460696ab225c3a7600baffaf0917887801b0100954ecbc682ceca5a899965094ddfe7fed03a9baeafa7d00f6acb69050ee1a0b59e14bd4f01f0070e6e10948d55517913a640463f6a1e4a4fe5661ebaeacebf35f26177b565bc8a898086fca086370a226fa3f26567a0d2533bb113e3e1e50efc707fc2f134e750d6929b224c86584e534e9010af2110df57efec7824a48289b970aa908c987c52d438fc2ff97dae077dcc2648191272a082e0927a84889508374e8406942d245fdbda7e1175401c8f73ff65fc12558b9ba0279154a073839e4ac9d178dcfc770bfb0eb0a99fecbe438a6c9191108026d5686e795fd1f8371ec805003945181c9251c3d37347e34c1f3bb85ecd17169c24bf522c8890a4c0aa95c17bca9144747210f96ecd489a20293535cf0a68c311976d7e27f99a3e3366e21a16c60159864930ce191332af0128f8eac2b3b75a094508149a418709138ff8f41da899a690949297af26171c320049e57797e61f6bfece84874030965f3ca508149b7f7ffe572c010c4469519218c3f390e9870b2063751def03fffff27f88fe0ff81ff06fedbfc2ff09fc0ff0102fed3fc0ff07fa6a67cb7d67ab75a6bbd5bad5fa2868bc4596bb7f7bf48068bd1bbd51a27e6f5133551ad758f82d62fff619ea4aef4e8591d71e245cdb484b294324e35394d7a6e6ea0c0d55032b333f1eeff2f1430bc2923ac6ca232d31292d2c281699aa5699a65ed3c731afcaf69cafa511cc2234231eb04152911c5213cdcf17f99620a1c2cd9f980885575d535c4854842d776086aa8b13446142194488950d0a8d01cd002092440d10e124000e948075586080831422330243e134830c10705426a673a126a516d670b7acbc57fdffc1def1b998fcdfd57ea5f894b81cc6836954d2d11c7b636ef269ed1b91a4d1b2e62d976f389f8d6b278956ceead541b927ca457918a40591d32b20a162861b56e0c41855b5939682ce243c1374d76d652bad66a2256e96e642c7fe0c2d089c64f7cde812677acbf2348b513453f6c245de821631ad76efc21cedf036a3bf414bb3030e2c0500da7a7449b1fa589c661f25ae836694a63302871f8028d8009e58ef85d8f245b0d5f388942fecac3aa8bf7');
INSERT INTO "bundle" VALUES (2, X'28b52ffd60fd08d5220066bad64b801872c6fcf7a0721deba7b2fb7473ad80a39385d087dcb8e99ce91c30953dafc2226b2ed64f51100445a926bbddc08bc7231583502e01b150dff2d328e0576515628ca79febefedb49802b900cd00ce00ff825bc872b585f2aa968e794c2e1714d44b53bdc645fd739a29cf4427ac2cf185e778bbfae73473a64ecfec2aef6271cf3ed8dd2d6ca585e0d9b8fa6416d642a799a2669afae4edc6311c6b21dd2e77b2c2ada3c0f27239dd4e7d323cb3ab3c5fedffee651aa4ebb0ddf1da1dd463f74e889e9bd70e29f078e81974eeddb94f76386487bd741df2cecd1beed8a01caf15ee7aed7a0e75eb30cdfd57876d6c6e2b191ebec4ff0196084153b81598101dc094ffb50b1b9a7e01c0ff35f78311911b58684c2189761c382165156ea3dce17fcd940e0b9fda8d865db5852b53aab2dbffb5fd216062684b514160989952cb5d63224b7c8d47ff01047120b2868089a135a94c4e3166205458ead24a6cdd957587fedfe42330cc4cb9151ff979216b1ea0e999fe9f89a96ee3ccc64762a8e88704242a0afebf11bdd098ba2079226c82ace18902849454d4c40424fa6f135229b572de2f290f52435c3b0e400cff6b2a84a5a417280e924c514534b18022ad6b849ac4a387ca159330ead281474b4919908afedb1e5764418e467c543892a148eb1a712cc2c51dffa739aed819bba1128c636062684c5f8c25845aa89d1d32994feda6084871bfb0eb12adfedfe438bee9391110226d5686e795fd6f8375f4988013a45183cb2a1d400c6a04b982e77713d9a764d585f70b46921435b8247eb92f7e5e2b9e92c49fb11bda53450d2eafbcf879216d32ecaec7ff344fc98d34536ae5c06a70c93a31e2a3e754e0353e2559f786f65031a106975232e0a371fe3f23e5b3852b53b2e2216b886b6754049e57797e61f6ffed29d99443a995f3ce50834b37ffff2bf89fe0bfce7f04ff0ffc37f03fe77f810102fedffc0ff0df8680d6e6bbb5d6bbd55aebdd6afd1a357c34ce5abbc0ff5b8dc2dd6a66f46eb5de99a91d4dcf546b0dc4a075cc7f99285c3bc4b53322724385720a7186e4890e0b092f4c2ccafbf8df1615a276b4440b0e302a54fb1aa736d37f5b56d7961fc0302558bf2d5c99121793060b87270a10831c2a7836ce6c7c27defdbfa642e6e785ac31afd270654a565c4438cfd33ccfd3d4a1280f84ff380173a8b134461021928c8950d0a8d01cd0028904553a1240e0f854864486088841022234243e144830c10725228da582e89edb74c8864d35e605b33f4416b43c609636a00d0eb696b8d502027a0839955a66f1675359f91671b6b5797f069b17583f46b275a8ed9a5bc7a3962268ea127a37d390d0bb27365e67f7b962ec03f4c4337074231b698552abccc515ca839e3851b11de408ef3137c4a67e0953a4002c44e4566f4c18fa208ae1619f1ffc6cf70df7b7d9f351754b30dd96e87f641ea3f962e38f302c0fe5ea7820c4c58bc2878468382925da3c288dd98b8996b6dbd0d08d9110f6e80b64044c933bfa3bbd23211eb0d811bcf2579ead30780f');
INSERT INTO "bundle" VALUES (3, X'28b52ffd60f4089d2200767ad64a80da71c6383a89c7ccdbe152e67ddf16d05d031383719922b1438a5dc498a757a323cf9bfddede2d2bd121bf1be51f27a1502c8ccddddad9de1bbf5b03007adf7294c4c8f1e41faa8652b800ce00ce00c7f9cfe015c05c6d81bcaaa5694e73bb1111e95054afb1500b99259a2b4f096b1b7ce139deae1632cb5b89d373bbca5b28dcf30e763710b6d245f03c5c77720beb22b344cf124577f276e3188e75112ebd992dbb7113dadced86dbe84e86e77695e7abfddf7d4d0f7bb6446c3bb5ae2b9b4b599c4ed74e4881baa9b65d575d7ac3b13a207a6bcd143d89cc3405a6fb049ae969e2d89428974bd35ceebf3a058c4b589ee1ffb5214713587c0e682839802aff67163434f102bfa4dbfb3f733f6c3892e38b8d11c5a31e07505c59d93d943dfca78d48c02268a69361576dd9c694b66ce0ffd9be112fb0b2a5a85fef8b0ca9e5ae71b00dbec30eff01fc6c21b28c78819535a94c4f3366215458ead21a04ba6beb1afdafc9c4de1719722b5ec23316690f4ed444ffdbc454c721256757c2088997d43b42fafdaf058d654c64984c61a114693e5686927c484d4cbda3ff382c15528be7ed92729232729172e85df83f5381968e65a8386892451501a5420a2f5c24549f8f1f2d574fcea84bef7558f2614842fa03ffce95181162122014886229bc7091200a61e18effdf1057f484d5ce08c3302fb032263343134540103d3d64b1a0990e9210e17e61d70d5afdafc971aca37b22c026ed5686e7b5fd8f03f3f82161e777a3fe92553c861adc207205cfef0eb650c72a0b6f570cdf15f5970c76b93078c61550c7a05058edfcd9a2fe925d60f08c451c197657e2ff1ba8e32e9221b57860f5976ca32401a27b2af00ea18ead5b3b7fb49c507f49291a307138ffb7910adab28d297171ca3272916e4002cfab3cbf70fbbf06756cd281d4e2796ba801ffff2ff8afe07f82ff08fe1ff86fe03fcfff020304fcd7f91fe07f0e010dcbb34f97efd65a080b77ac37506bad3750eb77a861e270d6daedfd67d5285b8d66a33750eb1e9bd94fd444b5d6bd0b5ad3fcaf599dca98c830493eede0198b349f6d25c3536ff03f4e94ed0394223242008951413cc1f2ecfb6f93c5152648efcb09166fcb36a634a6bcc1daf1b132d440878a1c0e29393b14effe3f5351c3331669e59517db98129717104cd32c4dd32c71e7e903f471a8c12c461021d4888950d0a8d01cd0028904453b1240d0f050074586080841022234447c279060820f25228d652ab4696dc25ec17dae8659c0a2f7323ae03fc14f15a0a609c1f3a86d290c588a50fc2c866fa39e1f602a054cae217105d41e9a1be2cb96c86772a4549ae34af0c53382b922da7915f3551f627611bd7323930113ce1eaae9cd02fa6fba14c28338a6387234d3f4b72c25d67c4b4493ef8686c9077a1894ab0174ecddef77d73bc875d550782851523aefcc319b0136cae8f3eb01051dae9ab868517b40288653529dcd8fd2a461302999469b1e15303c0c1ff2438b6392dc117fd1134e8d46cf1b4f26e76af36a8af7');
INSERT INTO "page" VALUES (1, 1, 1, 612.0, 792.0, 0, 0.0, 'texto', 1.0, 'INFORME DE GESTION VIGENCIA 2021
Alcaldia Municipal de Prueba
El contrato tuvo un valor de ciento catorce millones de pesos ($115.000.000) en 2021.', NULL);
INSERT INTO "page" VALUES (2, 2, 1, 612.0, 792.0, 0, 0.0, 'texto', 1.0, 'INFORME DE GESTION VIGENCIA 2021
Alcaldia Municipal de Prueba
El contrato tuvo un valor de ciento catorce millones de pesos ($115.000.000) en 2021. Segunda version', NULL);
INSERT INTO "page" VALUES (3, 3, 1, 612.0, 792.0, 0, 0.0, 'texto', 1.0, 'INFORME DE GESTION VIGENCIA 2021
Alcaldia Municipal de Prueba
El contrato tuvo un valor de ciento catorce millones de pesos ($115.000.000) en 2021. Otro informe', NULL);
INSERT INTO "source" VALUES (1, 1, NULL, 1, NULL, NULL, 2, 221.41200000000003, 91.384, 480.2040000000005, 102.484, 'ciento catorce millones de pesos ($115.000.000)', 'El contrato tuvo un valor de ciento catorce millones de pesos ($115.000.000) en 2021.', 'texto', 1.0);
INSERT INTO "source" VALUES (2, 2, NULL, 1, NULL, NULL, 2, 221.41200000000003, 91.384, 480.2040000000005, 102.484, 'ciento catorce millones de pesos ($115.000.000)', 'El contrato tuvo un valor de ciento catorce millones de pesos ($115.000.000) en 2021.', 'texto', 1.0);
INSERT INTO "source" VALUES (3, 3, NULL, 1, NULL, NULL, 2, 221.41200000000003, 91.384, 480.2040000000005, 102.484, 'ciento catorce millones de pesos ($115.000.000)', 'El contrato tuvo un valor de ciento catorce millones de pesos ($115.000.000) en 2021.', 'texto', 1.0);
INSERT INTO "prose_figure" VALUES (1, 2021, NULL, NULL, NULL, 115000000, 'COP', 114000000, 'COP');
INSERT INTO "prose_figure" VALUES (2, 2021, NULL, NULL, NULL, 115000000, 'COP', 114000000, 'COP');
INSERT INTO "prose_figure" VALUES (3, 2021, NULL, NULL, NULL, 115000000, 'COP', 114000000, 'COP');
INSERT INTO "finding_number" VALUES (1, 1, '0b0ec9c80fa125e4', 1, 'ljiejmep');
INSERT INTO "finding_number" VALUES (2, 2, '0b0ec9c80fa125e4', 2, 'nilhgieo');
INSERT INTO "finding_number" VALUES (3, 3, '0b0ec9c80fa125e4', NULL, 'nfipkopa');
INSERT INTO "finding" VALUES (1, 1, NULL, 0, 0, 'letras-y-cifras', 'error', 1, 'En letras dice «ciento catorce millones de pesos» ($ 114.000.000) y en cifras «$115.000.000»: difieren en $ 1.000.000.', '115000000', '114000000', '1000000', 'digito-errado');
INSERT INTO "finding" VALUES (2, 2, NULL, 0, 0, 'letras-y-cifras', 'error', 1, 'En letras dice «ciento catorce millones de pesos» ($ 114.000.000) y en cifras «$115.000.000»: difieren en $ 1.000.000.', '115000000', '114000000', '1000000', 'digito-errado');
INSERT INTO "finding" VALUES (3, 3, NULL, 0, 0, 'letras-y-cifras', 'error', 1, 'En letras dice «ciento catorce millones de pesos» ($ 114.000.000) y en cifras «$115.000.000»: difieren en $ 1.000.000.', '115000000', '114000000', '1000000', 'digito-errado');
INSERT INTO "finding_step" VALUES (1, 0, 'En letras: ciento catorce millones de pesos = $ 114.000.000');
INSERT INTO "finding_step" VALUES (1, 1, 'En cifras: $115.000.000 = $ 115.000.000');
INSERT INTO "finding_step" VALUES (2, 0, 'En letras: ciento catorce millones de pesos = $ 114.000.000');
INSERT INTO "finding_step" VALUES (2, 1, 'En cifras: $115.000.000 = $ 115.000.000');
INSERT INTO "finding_step" VALUES (3, 0, 'En letras: ciento catorce millones de pesos = $ 114.000.000');
INSERT INTO "finding_step" VALUES (3, 1, 'En cifras: $115.000.000 = $ 115.000.000');
INSERT INTO "decision" VALUES (1, 1, 'aceptado', NULL, 'visto', 'ana', '2024-01-01T00:00:00Z');
INSERT INTO "evidence" VALUES (1, 0, 'reportado', 1, 1, 221.41200000000003, 91.384, 480.2040000000005, 102.484, '$115.000.000', '115000000');
INSERT INTO "evidence" VALUES (2, 0, 'reportado', 2, 1, 221.41200000000003, 91.384, 480.2040000000005, 102.484, '$115.000.000', '115000000');
INSERT INTO "evidence" VALUES (3, 0, 'reportado', 3, 1, 221.41200000000003, 91.384, 480.2040000000005, 102.484, '$115.000.000', '115000000');
INSERT INTO "document_correction" VALUES (1, 3, 'entity', 'Alcaldia Municipal de Prueba', 'Alcaldía de Honda', 'portada', 'ana', '2024-01-01T00:00:00Z');
INSERT INTO "entity_name" VALUES ('Alcaldia Municipal de Prueba', 'Alcaldia Municipal de Prueba', 'prueba');
INSERT INTO "entity_name" VALUES ('Alcaldía de Honda', 'Alcaldía de Honda', 'honda');
PRAGMA application_id = 1668573807;
PRAGMA user_version = 8;
