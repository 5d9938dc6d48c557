#pragma once

#include <array>

#include "model/store/marks.h"

namespace cotejo::store {

// Internal to this folder. The public face of the database, the contract of DESIGN.md: a column that goes or changes is
// a new major version, one that comes is not. The views are dropped and made anew whenever the schema changes, so that
// they stand here alone; a change to them takes a new migration, which may be empty. Names are joined, never copied.
inline constexpr std::array kViews{
    R"sql(
CREATE VIEW documentos AS
  SELECT id AS documento_id, file_name AS archivo, route AS ruta, sha256, page_count AS paginas, state AS estado, error,
         entity AS entidad, dependency AS dependencia, kind AS tipo, title AS titulo,
         vigencia_from AS vigencia_desde, vigencia_to AS vigencia_hasta, cutoff AS fecha_corte, twin_of AS gemelo_de,
         replaced_by AS reemplazado_por
  FROM document;)sql",

    R"sql(
CREATE VIEW paginas AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, p.number AS pagina, p.origin AS origen,
         p.confidence AS confianza, p.text AS texto
  FROM page p JOIN document d ON d.id = p.document_id;)sql",

    R"sql(
CREATE VIEW tablas AS
  SELECT t.id AS tabla_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, t.title AS titulo, t.kind AS tipo,
         t.first_page AS pagina_inicial, t.last_page AS pagina_final, t.row_count AS filas,
         t.column_count AS columnas, t.header_rows AS filas_encabezado, t.method AS metodo
  FROM logical_table t JOIN document d ON d.id = t.document_id;)sql",

    R"sql(
CREATE VIEW celdas AS
  SELECT c.table_id AS tabla_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, c.row AS fila, c.col AS columna,
         c.row_span AS filas_combinadas, c.col_span AS columnas_combinadas, c.page AS pagina,
         c.x0, c.y0, c.x1, c.y1, c.text AS texto, c.origin AS origen, c.confidence AS confianza
  FROM cell c JOIN logical_table t ON t.id = c.table_id JOIN document d ON d.id = t.document_id;)sql",

    R"sql(
CREATE VIEW presupuesto AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         b.vigencia, b.code AS codigo, b.bpin, b.description AS descripcion, b.measure AS medida, b.value AS valor,
         b.unit AS unidad, b.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1, b.level AS nivel, b.class AS clase, b.doubt AS duda
  FROM budget_entry b JOIN source s ON s.id = b.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW pqrs AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         q.vigencia, q.period AS periodo, q.period_text AS periodo_texto, q.dimension, q.label AS etiqueta,
         q.key AS clave, q.second_dimension AS cruce_dimension, q.second_label AS cruce_etiqueta,
         q.measure AS medida, q.count AS cantidad, q.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM pqrs_count q JOIN source s ON s.id = q.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW compromisos AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         c.number AS numero, c.text AS compromiso, c.subject AS asunto, c.component AS componente, c.responsible AS responsable,
         c.due_text AS fecha_limite_texto, c.due_from AS fecha_limite_desde, c.due_to AS fecha_limite_hasta,
         c.indicator AS indicador, c.goal_text AS meta_texto, c.goal_value AS meta_valor, c.goal_unit AS meta_unidad,
         c.progress_text AS avance_texto, c.progress_percent AS avance_porcentaje, c.status AS estado,
         c.stages AS etapas, c.periods AS periodos, s.confidence AS confianza
  FROM commitment c JOIN source s ON s.id = c.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW contratos AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         k.number AS numero, k.kind AS clase, k.count AS cantidad, k.contractor AS contratista, k.object AS objeto,
         k.value AS valor, k.additions AS adiciones, k.paid AS pagado, k.balance AS saldo,
         k.date_text AS fecha_texto, k.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM contract k JOIN source s ON s.id = k.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW cuentas AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         a.code AS codigo, a.account AS cuenta, a.statement AS estado, a.period AS periodo, a.vigencia,
         a.value AS valor, a.unit AS unidad, a.total AS es_total, s.text AS texto_original,
         s.confidence AS confianza, s.x0, s.y0, s.x1, s.y1
  FROM account_value a JOIN source s ON s.id = a.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW cifras_texto AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         f.vigencia, f.measure AS medida, f.code AS codigo, f.label AS etiqueta, f.value AS valor, f.unit AS unidad,
         f.words_value AS valor_en_letras, s.text AS texto_original, s.sentence AS frase, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM prose_figure f JOIN source s ON s.id = f.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW hallazgos AS
  SELECT coalesce(n.number, fresh.number) AS hallazgo_id, n.fingerprint AS huella, n.mark AS marca, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta,
         f.page AS pagina, f.table_id AS tabla_id,
         f.rule AS regla, f.severity AS gravedad, f.message AS mensaje, f.reported AS valor_reportado,
         f.expected AS valor_esperado, f.difference AS diferencia, f.diagnosis AS diagnostico,
         coalesce((SELECT state FROM decision x WHERE x.finding_id = f.id ORDER BY x.id DESC LIMIT 1),
         'abierto') AS estado
  FROM finding f JOIN finding_number n ON n.id = f.id JOIN document d ON d.id = f.document_id
  LEFT JOIN )sql" COTEJO_FRESH_NUMBERS R"sql( fresh ON fresh.id = n.id;)sql",

    R"sql(
CREATE VIEW evidencias AS
  SELECT coalesce(n.number, fresh.number) AS hallazgo_id, e.role AS rol, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, e.page AS pagina,
         e.x0, e.y0, e.x1, e.y1, e.text AS texto
  FROM evidence e JOIN finding_number n ON n.id = e.finding_id JOIN document d ON d.id = e.document_id
  LEFT JOIN )sql" COTEJO_FRESH_NUMBERS R"sql( fresh ON fresh.id = n.id;)sql",

    R"sql(
CREATE VIEW dependencias AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, n.printed AS nombre, n.part AS parte,
         n.canonical AS canonico, n.key AS clave, n.times AS veces
  FROM dependency_name n JOIN document d ON d.id = n.document_id;)sql",

    R"sql(
CREATE VIEW entidades AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, d.entity AS nombre,
         coalesce(e.canonical, d.entity) AS canonico, e.key AS clave
  FROM document d LEFT JOIN entity_name e ON e.name = d.entity WHERE d.entity IS NOT NULL;)sql",

    R"sql(
CREATE VIEW decisiones AS
  SELECT coalesce(n.number, fresh.number) AS hallazgo_id, n.fingerprint AS huella, n.mark AS marca, d.id AS documento_id,
         d.file_name AS archivo, d.route AS ruta, f.rule AS regla, x.state AS estado, x.value AS valor, x.note AS nota,
         x.author AS autor, x.time AS fecha
  FROM decision x JOIN finding_number n ON n.id = x.finding_id JOIN document d ON d.id = n.document_id
  LEFT JOIN finding f ON f.id = n.id
  LEFT JOIN )sql" COTEJO_FRESH_NUMBERS R"sql( fresh ON fresh.id = n.id
  ORDER BY x.id;)sql",

    R"sql(
CREATE VIEW correcciones AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta,
         CASE c.field WHEN 'entity' THEN 'entidad' WHEN 'dependency' THEN 'dependencia' WHEN 'title' THEN 'titulo'
                      WHEN 'vigencia_from' THEN 'vigencia_desde' WHEN 'vigencia_to' THEN 'vigencia_hasta'
                      WHEN 'cutoff' THEN 'fecha_corte' ELSE c.field END AS campo,
         c.printed AS leido, c.value AS valor, c.note AS nota, c.author AS autor, c.time AS fecha
  FROM document_correction c JOIN document d ON d.id = c.document_id
  ORDER BY c.id;)sql",

    R"sql(
CREATE VIEW cifras_fuera AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, f.page AS pagina, f.x0, f.y0, f.x1, f.y1,
         f.text AS texto, f.origin AS origen, f.confidence AS confianza
  FROM outside_figure f JOIN document d ON d.id = f.document_id;)sql"};

}  // namespace cotejo::store
