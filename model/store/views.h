#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/store/marks.h"
#include "model/store/readings.h"

namespace cotejo::store {

// The public face of the database, the contract of DESIGN.md: a column that goes or changes is a new major version, one
// that comes is not. The views are dropped and made anew whenever the schema changes, so that they stand here alone; a
// change to them takes a new migration, which may be empty. Names are joined, never copied. What views and columns mean
// stands below.
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
         s.x0, s.y0, s.x1, s.y1, q.doubt AS duda
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
CREATE VIEW planta AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         p.level AS nivel, p.name AS cargo, p.code AS codigo, p.grade AS grado, p.appointment AS vinculacion,
         p.vigencia, p.count AS cantidad, p.total AS es_total, s.text AS texto_original, s.confidence AS confianza,
         s.x0, s.y0, s.x1, s.y1
  FROM post p JOIN source s ON s.id = p.source_id JOIN document d ON d.id = s.document_id;)sql",

    R"sql(
CREATE VIEW procesos AS
  SELECT s.id AS registro_id, d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, s.page AS pagina,
         s.table_id AS tabla_id, s.row AS fila,
         l.number AS numero, l.kind AS clase, l.court AS despacho, l.plaintiff AS demandante, l.defendant AS demandado,
         l.state AS estado, l.count AS cantidad, l.claim AS cuantia, l.provision AS provision, l.total AS es_total,
         s.text AS texto_original, s.confidence AS confianza, s.x0, s.y0, s.x1, s.y1
  FROM lawsuit l JOIN source s ON s.id = l.source_id JOIN document d ON d.id = s.document_id;)sql",

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
  SELECT documento_id, archivo, ruta, campo, leido, valor, nota, autor, fecha, pagina, x0, y0, x1, y1 FROM (
    SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta,
           CASE c.field WHEN 'entity' THEN 'entidad' WHEN 'dependency' THEN 'dependencia' WHEN 'title' THEN 'titulo'
                        WHEN 'vigencia_from' THEN 'vigencia_desde' WHEN 'vigencia_to' THEN 'vigencia_hasta'
                        WHEN 'cutoff' THEN 'fecha_corte' ELSE c.field END AS campo,
           c.printed AS leido, c.value AS valor, c.note AS nota, c.author AS autor, c.time AS fecha,
           NULL AS pagina, NULL AS x0, NULL AS y0, NULL AS x1, NULL AS y1, c.id AS id
    FROM document_correction c JOIN document d ON d.id = c.document_id
    UNION ALL
    SELECT d.id, d.file_name, d.route, 'lectura', c.printed, c.value, c.note, c.author, c.time, c.page, c.x0, c.y0,
           c.x1, c.y1, c.id
    FROM reading_correction c JOIN document d ON d.id = c.document_id)
  ORDER BY fecha, id;)sql",

    R"sql(
CREATE VIEW por_revisar AS
  SELECT r.document_id AS documento_id, d.file_name AS archivo, d.route AS ruta, r.page AS pagina, r.x0, r.y0, r.x1, r.y1,
         CASE r.figure WHEN 1 THEN 'cifra' ELSE 'palabra' END AS clase, r.text AS texto, r.alternatives AS alternativas,
         r.doubt AS motivo, r.confidence AS confianza, r.table_id AS tabla_id, r.row AS fila, r.col AS columna,
         r.money AS valor, r.findings AS hallazgos
  FROM doubtful_reading r JOIN document d ON d.id = r.document_id
  WHERE r.told IS NULL AND d.twin_of IS NULL AND d.replaced_by IS NULL
  ORDER BY )sql" COTEJO_READING_ORDER("r.") R"sql(;)sql",

    R"sql(
CREATE VIEW cifras_fuera AS
  SELECT d.id AS documento_id, d.file_name AS archivo, d.route AS ruta, f.page AS pagina, f.x0, f.y0, f.x1, f.y1,
         f.text AS texto, f.origin AS origen, f.confidence AS confianza
  FROM outside_figure f JOIN document d ON d.id = f.document_id;)sql"};

// The records of each kind by the view that holds them, with what they are called and say; to be joined by the id of
// their source.
inline constexpr const char* kRecords = R"sql(
(SELECT source_id, 'presupuesto' AS kind, measure AS what, value, doubt FROM budget_entry
 UNION ALL SELECT source_id, 'pqrs', measure, count, doubt FROM pqrs_count
 UNION ALL SELECT source_id, 'compromisos', 'compromiso', status, NULL FROM commitment
 UNION ALL SELECT source_id, 'contratos', 'contrato', value, NULL FROM contract
 UNION ALL SELECT source_id, 'cuentas', account, value, NULL FROM account_value
 UNION ALL SELECT source_id, 'planta', 'cargos', count, NULL FROM post
 UNION ALL SELECT source_id, 'procesos', 'proceso', claim, NULL FROM lawsuit
 UNION ALL SELECT source_id, 'cifras_texto', measure, value, NULL FROM prose_figure))sql";

// A view, as a person who opens an export needs it explained. In the order in which a person reads them.
struct ViewText {
  std::string_view name;
  std::string_view title;        // Spanish, of its sheet, its table; at most 25 characters
  std::string_view description;  // what a row is
  std::string_view key;          // the column that tells rows apart; empty: none does
};

inline constexpr std::array kViewTexts{
    ViewText{"hallazgos", "Hallazgos", "Algo que no cuadra en un informe", "hallazgo_id"},
    ViewText{"evidencias", "Evidencias", "Un lugar impreso que un hallazgo señala", ""},
    ViewText{"decisiones", "Decisiones", "Lo que una persona decidió sobre un hallazgo", ""},
    ViewText{"correcciones", "Correcciones", "Lo que una persona corrigió de lo que un documento es", ""},
    ViewText{"presupuesto", "Presupuesto", "Una cifra de un renglón presupuestal", "registro_id"},
    ViewText{"pqrs", "PQRS", "Una cuenta de peticiones, quejas, reclamos y sugerencias", "registro_id"},
    ViewText{"compromisos", "Compromisos", "Un compromiso, actividad o meta", "registro_id"},
    ViewText{"contratos", "Contratos", "Un contrato, o una clase de contratos con su cuenta", "registro_id"},
    ViewText{"cuentas", "Cuentas", "Un saldo de un estado financiero", "registro_id"},
    ViewText{"planta", "Planta", "Cuántos cargos de un nivel, nombre o vinculación", "registro_id"},
    ViewText{"procesos", "Procesos judiciales", "Un proceso judicial, o una clase de procesos con su cuenta",
             "registro_id"},
    ViewText{"cifras_texto", "Cifras del texto", "Una cifra del texto corrido, con su frase", "registro_id"},
    ViewText{"documentos", "Documentos", "Un PDF, y si se pudo leer", "documento_id"},
    ViewText{"entidades", "Entidades", "Una manera de escribir el nombre de una entidad, y el nombre que las une", ""},
    ViewText{"dependencias", "Dependencias",
             "Una manera de escribir el nombre de una dependencia, y el nombre que las une", ""},
    ViewText{"por_revisar", "Por revisar", "Una lectura dudosa que conviene mirar en la página", ""},
    ViewText{"cifras_fuera", "Cifras fuera de tablas", "Cifras alineadas que no quedaron en ninguna tabla", ""},
    ViewText{"tablas", "Tablas", "Una tabla, entera aunque ocupe varias páginas", "tabla_id"},
    ViewText{"celdas", "Celdas", "Una celda de una tabla; una celda combinada, una sola vez", ""},
    ViewText{"paginas", "Páginas", "Una página con su texto", ""},
};

enum class ColumnType : std::uint8_t { text, integer, number, boolean, date };

// The same of a column.
struct ColumnText {
  std::string_view name;  // of the column, or "view.column" where one view means something else by it
  ColumnType type;
  std::string_view description;     // Spanish, units included
  std::string_view refers_to = {};  // "view.column" whose value it holds; empty: none
  std::string_view unit = {};       // of every value of the column: pt, COP, %; empty: none, or told by another column
};

inline constexpr auto kText = ColumnType::text;
inline constexpr auto kInteger = ColumnType::integer;
inline constexpr auto kNumber = ColumnType::number;
inline constexpr auto kBoolean = ColumnType::boolean;
inline constexpr auto kDate = ColumnType::date;

inline constexpr std::array kColumnTexts{
    ColumnText{"documento_id", kInteger, "Número del documento en la base", "documentos.documento_id"},
    ColumnText{"documentos.documento_id", kInteger, "Número del documento en la base"},
    ColumnText{"archivo", kText, "Nombre del archivo PDF"},
    ColumnText{"ruta", kText, "Ruta del PDF desde la carpeta que se dio a leer"},
    ColumnText{"pagina", kInteger, "Página, desde 1"},
    ColumnText{"x0", kNumber, "Borde izquierdo del recuadro, en puntos PDF desde la izquierda de la página", {}, "pt"},
    ColumnText{"y0", kNumber, "Borde superior del recuadro, en puntos PDF desde arriba de la página", {}, "pt"},
    ColumnText{"x1", kNumber, "Borde derecho del recuadro, en puntos PDF desde la izquierda de la página", {}, "pt"},
    ColumnText{"y1", kNumber, "Borde inferior del recuadro, en puntos PDF desde arriba de la página", {}, "pt"},
    ColumnText{"tabla_id", kInteger, "Número de la tabla en la base; vacío si no viene de una", "tablas.tabla_id"},
    ColumnText{"tablas.tabla_id", kInteger, "Número de la tabla en la base"},
    ColumnText{"fila", kInteger, "Fila de la tabla, desde 0"},
    ColumnText{"columna", kInteger, "Columna de la tabla, desde 0"},
    ColumnText{"registro_id", kInteger, "Número del registro en la base"},
    ColumnText{"vigencia", kInteger, "Año fiscal del que habla la cifra"},
    ColumnText{"texto_original", kText, "El texto tal como está impreso"},
    ColumnText{"confianza", kNumber, "Certeza de la lectura, de 0 a 1"},
    ColumnText{"es_total", kBoolean, "1 si es un total o subtotal, 0 si es un renglón"},
    ColumnText{"origen", kText, "De dónde salió el texto: texto, ocr, mixto o vacia"},
    ColumnText{"texto", kText, "El texto, como está impreso"},
    ColumnText{"titulo", kText, "Título"},
    ColumnText{"tipo", kText, "Clase"},
    ColumnText{"entidad", kText, "Entidad que publica el informe"},
    ColumnText{"dependencia", kText, "Dependencia que lo publica"},
    ColumnText{"sha256", kText, "SHA-256 del archivo original"},
    ColumnText{"paginas", kInteger, "Cuántas páginas tiene"},
    ColumnText{"documentos.estado", kText, "Si se leyó: completo, parcial o fallido"},
    ColumnText{"error", kText, "Por qué no se leyó, o no del todo"},
    ColumnText{"vigencia_desde", kInteger, "Primer año del que trata el informe"},
    ColumnText{"vigencia_hasta", kInteger, "Último año del que trata el informe"},
    ColumnText{"fecha_corte", kDate, "Fecha de corte del informe"},
    ColumnText{"gemelo_de", kInteger, "Documento digital del que este es copia escaneada: no se suman los dos",
               "documentos.documento_id"},
    ColumnText{"reemplazado_por", kInteger,
               "Documento que tiene ahora su archivo: este es una versión anterior, que no se suma",
               "documentos.documento_id"},
    ColumnText{"adjunto_de", kInteger, "Documento del que este es un adjunto", "documentos.documento_id"},
    ColumnText{"pagina_inicial", kInteger, "Primera página de la tabla"},
    ColumnText{"pagina_final", kInteger, "Última página de la tabla"},
    ColumnText{"filas", kInteger, "Cuántas filas tiene"},
    ColumnText{"columnas", kInteger, "Cuántas columnas tiene"},
    ColumnText{"filas_encabezado", kInteger, "Cuántas de sus filas son encabezado"},
    ColumnText{"metodo", kText, "Cómo se encontró: reglas, reglas_parciales, sombreado o espacios"},
    ColumnText{"filas_combinadas", kInteger, "Cuántas filas ocupa la celda"},
    ColumnText{"columnas_combinadas", kInteger, "Cuántas columnas ocupa la celda"},
    ColumnText{"codigo", kText, "Código como está impreso"},
    ColumnText{"bpin", kText, "Número de proyecto BPIN que contiene el código"},
    ColumnText{"descripcion", kText, "Nombre del renglón"},
    ColumnText{"medida", kText, "Qué mide la cifra"},
    ColumnText{"valor", kNumber, "Valor, en pesos si la unidad es COP; los porcentajes, en tanto por ciento"},
    ColumnText{"unidad", kText, "COP, USD o %"},
    ColumnText{"nivel", kText, "Renglón, subtotal de cierto nivel o total"},
    ColumnText{"clase", kText, "Ingresos, gastos, reservas o cuentas por pagar"},
    ColumnText{"duda", kText, "Por qué la lectura de la cifra es dudosa; vacío si no lo es"},
    ColumnText{"periodo", kText, "Parte del año: 2021, 2021-T4, 2021-S1, 2021-10 o un intervalo"},
    ColumnText{"periodo_texto", kText, "La parte del año, como está impresa"},
    ColumnText{"dimension", kText, "Por qué se cuenta: tipo, canal, dependencia, eps, motivo, asunto o total"},
    ColumnText{"etiqueta", kText, "El renglón, como está impreso"},
    ColumnText{"clave", kText, "El nombre usual que une las maneras de escribirlo"},
    ColumnText{"cruce_dimension", kText, "La segunda dimensión de un cuadro de doble entrada"},
    ColumnText{"cruce_etiqueta", kText, "La etiqueta de la segunda dimensión"},
    ColumnText{"cantidad", kInteger, "Cuántas"},
    ColumnText{"numero", kText, "Número, como está impreso"},
    ColumnText{"compromiso", kText, "El compromiso, actividad o meta"},
    ColumnText{"asunto", kText, "De qué trata"},
    ColumnText{"componente", kText, "Componente o línea a la que pertenece"},
    ColumnText{"responsable", kText, "Quién responde"},
    ColumnText{"fecha_limite_texto", kText, "El plazo, como está impreso"},
    ColumnText{"fecha_limite_desde", kDate, "Primera fecha del plazo"},
    ColumnText{"fecha_limite_hasta", kDate, "Última fecha del plazo"},
    ColumnText{"indicador", kText, "Indicador"},
    ColumnText{"meta_texto", kText, "La meta, como está impresa"},
    ColumnText{"meta_valor", kNumber, "La meta, en número"},
    ColumnText{"meta_unidad", kText, "Unidad de la meta"},
    ColumnText{"avance_texto", kText, "El avance, como está impreso"},
    ColumnText{"avance_porcentaje", kNumber, "El avance, en tanto por ciento", {}, "%"},
    ColumnText{"compromisos.estado", kText, "El estado, como está impreso"},
    ColumnText{"etapas", kText, "Etapas marcadas"},
    ColumnText{"periodos", kText, "Periodos marcados"},
    ColumnText{"contratos.clase", kText, "Clase o modalidad de contratación, como está impresa"},
    ColumnText{"contratos.cantidad", kNumber, "Cuántos contratos; vacío si el renglón es uno solo"},
    ColumnText{"contratista", kText, "Con quién se contrató"},
    ColumnText{"objeto", kText, "Objeto del contrato"},
    ColumnText{"contratos.valor", kNumber, "Valor, en pesos", {}, "COP"},
    ColumnText{"adiciones", kNumber, "Adiciones, en pesos", {}, "COP"},
    ColumnText{"pagado", kNumber, "Lo pagado, en pesos", {}, "COP"},
    ColumnText{"saldo", kNumber, "Lo que falta por pagar o ejecutar, en pesos", {}, "COP"},
    ColumnText{"fecha_texto", kText, "La fecha, como está impresa"},
    ColumnText{"planta.nivel", kText, "Nivel del cargo, como está impreso"},
    ColumnText{"cargo", kText, "Nombre del cargo"},
    ColumnText{"planta.codigo", kText, "Código del cargo, como está impreso"},
    ColumnText{"grado", kText, "Grado del cargo, como está impreso"},
    ColumnText{"vinculacion", kText, "Cómo están provistos los cargos, como está impreso; vacío si son todos"},
    ColumnText{"planta.cantidad", kInteger, "Cuántos cargos"},
    ColumnText{"procesos.numero", kText, "Radicado del proceso, como está impreso"},
    ColumnText{"procesos.clase", kText, "Clase de proceso o medio de control, como está impresa"},
    ColumnText{"despacho", kText, "Despacho judicial que lo conoce"},
    ColumnText{"demandante", kText, "Quién demanda"},
    ColumnText{"demandado", kText, "A quién se demanda"},
    ColumnText{"procesos.estado", kText, "Estado o etapa, como está impreso"},
    ColumnText{"procesos.cantidad", kNumber, "Cuántos procesos; vacío si el renglón es uno solo"},
    ColumnText{"cuantia", kNumber, "Cuantía de las pretensiones, en pesos", {}, "COP"},
    ColumnText{"provision", kNumber, "Lo provisionado en la contabilidad, en pesos", {}, "COP"},
    ColumnText{"cuenta", kText, "Nombre de la cuenta"},
    ColumnText{"cuentas.estado", kText, "Estado financiero: situacion o resultados"},
    ColumnText{"cuentas.periodo", kText, "El periodo o corte, como encabeza la columna"},
    ColumnText{"valor_en_letras", kNumber, "El valor que está escrito en letras a su lado"},
    ColumnText{"frase", kText, "La frase en que está"},
    ColumnText{"hallazgos.hallazgo_id", kInteger, "Número del hallazgo en la base"},
    ColumnText{"hallazgo_id", kInteger, "Número del hallazgo en la base", "hallazgos.hallazgo_id"},
    ColumnText{"huella", kText, "Seña del hallazgo, la misma en toda lectura posterior"},
    ColumnText{"marca", kText, "Ocho letras que nombran el hallazgo en toda base que tenga su documento"},
    ColumnText{"regla", kText, "Regla que no se cumple"},
    ColumnText{"gravedad", kText, "error, advertencia o info"},
    ColumnText{"mensaje", kText, "Qué no cuadra, con su cuenta"},
    ColumnText{"valor_reportado", kText, "Lo que está impreso"},
    ColumnText{"valor_esperado", kText, "Lo que debería ser, o aquello con que se comparó"},
    ColumnText{"diferencia", kText, "Cuánto va de lo uno a lo otro"},
    ColumnText{"diagnostico", kText, "Por qué ocurrió, probablemente"},
    ColumnText{"hallazgos.estado", kText, "Lo que se decidió: abierto, aceptado, descartado o corregido"},
    ColumnText{"rol", kText, "Qué es ese lugar para el hallazgo"},
    ColumnText{"decisiones.estado", kText, "abierto, aceptado, descartado o corregido"},
    ColumnText{"decisiones.valor", kText, "El valor que la persona da por correcto"},
    ColumnText{"campo", kText, "Qué se corrigió"},
    ColumnText{"leido", kText, "Lo que se había leído"},
    ColumnText{"correcciones.valor", kText, "Lo que la persona da por correcto"},
    ColumnText{"correcciones.pagina", kInteger,
               "Página de una lectura corregida, desde 1; vacío si es un dato del documento"},
    ColumnText{"por_revisar.clase", kText, "cifra o palabra"},
    ColumnText{"alternativas", kText, "Otras lecturas posibles, la mejor primero (lista JSON)"},
    ColumnText{"motivo", kText, "Por qué conviene mirarla: sin-leer, varias-lecturas o poca-certeza"},
    ColumnText{"por_revisar.valor", kNumber, "Valor en pesos de la mayor cifra que depende de ella; vacío si ninguna"},
    ColumnText{"por_revisar.hallazgos", kInteger, "Cuántos hallazgos la señalan"},
    ColumnText{"nota", kText, "Nota de quien decidió"},
    ColumnText{"autor", kText, "Quién decidió"},
    ColumnText{"fecha", kText, "Cuándo (ISO 8601, UTC)"},
    ColumnText{"nombre", kText, "El nombre, como está impreso"},
    ColumnText{"parte", kInteger, "Cuál de los nombres de una misma celda, desde 0"},
    ColumnText{"entidades.canonico", kText, "La manera de escribirlo que usan más documentos"},
    ColumnText{"canonico", kText, "El nombre que los une dentro del documento"},
    ColumnText{"veces", kInteger, "Cuántas veces está impreso"},
};

}  // namespace cotejo::store
