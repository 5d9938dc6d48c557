#include "model/store/review/documents.h"

#include <sqlite3.h>

#include "model/store/review/fetch.h"
#include "model/store/sql/rows.h"
#include "model/store/views.h"

namespace cotejo::store {
namespace {

const char* sql_of(DocumentPart part) {
  switch (part) {
    case DocumentPart::corrections:
      return R"sql(
SELECT id AS version, CASE field WHEN 'entity' THEN 'entidad' WHEN 'dependency' THEN 'dependencia'
         WHEN 'title' THEN 'titulo' WHEN 'vigencia_from' THEN 'vigencia_desde' WHEN 'vigencia_to' THEN 'vigencia_hasta'
         WHEN 'cutoff' THEN 'fecha_corte' ELSE field END AS field,
       printed AS read, value, note, author, time
FROM document_correction WHERE document_id = ?1 ORDER BY id)sql";
    case DocumentPart::pages:
      return R"sql(
SELECT p.number, p.width, p.height, p.origin, p.confidence, p.note,
       (SELECT count(*) FROM logical_table t WHERE t.document_id = ?1 AND p.number BETWEEN t.first_page AND t.last_page)
         AS tables,
       (SELECT count(DISTINCT finding_id) FROM evidence e WHERE e.document_id = ?1 AND e.page = p.number) AS findings,
       (SELECT count(*) FROM outside_figure o WHERE o.document_id = ?1 AND o.page = p.number) AS outside
FROM page p WHERE p.document_id = ?1 ORDER BY p.number)sql";
    case DocumentPart::tables:
      return R"sql(
SELECT id, title, kind, first_page, last_page, row_count AS rows, column_count AS columns, header_rows, method
FROM logical_table WHERE document_id = ?1 ORDER BY ordinal)sql";
    case DocumentPart::outside:
      return R"sql(
SELECT page, x0, y0, x1, y1, text, confidence FROM outside_figure WHERE document_id = ?1 ORDER BY ordinal LIMIT 2000)sql";
    case DocumentPart::untested:
      return R"sql(
SELECT rule, reason, count(*) AS count FROM untested WHERE document_id = ?1 GROUP BY rule, reason ORDER BY rule, reason)sql";
  }
  return "";
}

std::string sql_of(PagePart part) {
  switch (part) {
    case PagePart::records:
      return std::string(R"sql(
SELECT s.id, s.table_id AS "table", s.x0, s.y0, s.x1, s.y1, r.kind, r.what, r.value, s.text
FROM source s JOIN )sql") +
             kRecords + " r ON r.source_id = s.id WHERE s.document_id = ?1 AND s.page = ?2 ORDER BY s.id";
    case PagePart::evidence:
      return R"sql(
SELECT n.number AS id, e.role, e.ordinal, e.x0, e.y0, e.x1, e.y1
FROM evidence e JOIN finding_number n ON n.id = e.finding_id
WHERE e.document_id = ?1 AND e.page = ?2 AND n.number IS NOT NULL ORDER BY n.number, e.ordinal)sql";
    case PagePart::outside:
      return R"sql(
SELECT text, x0, y0, x1, y1 FROM outside_figure WHERE document_id = ?1 AND page = ?2 ORDER BY ordinal)sql";
    case PagePart::size:
      return "SELECT width, height FROM page WHERE document_id = ?1 AND number = ?2";
  }
  return "";
}

}  // namespace

model::Status in_one_state(Store& store, const std::function<model::Status()>& work) {
  Store::Connection& sql = store.connection();
  const auto begun = sql.guard([&] {
    execute(sql.db, "BEGIN");  // of reading alone: whoever writes is not held up
    return model::Done{};
  });
  if (!begun) return begun.error();
  struct End {
    sqlite3* db;
    ~End() { sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr); }
  } const end{sql.db};
  return work();
}

model::Result<std::vector<DocumentLine>> document_lines(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    static const std::string select =
        "SELECT d.id, d.file_name, d.route, coalesce(d.sha256, ''), d.page_count, d.state, coalesce(d.error, ''), "
        "coalesce(d.twin_of, 0), coalesce(d.replaced_by, 0), "
        "coalesce((SELECT min(path) FROM document_path p WHERE p.document_id = d.id), ''), " +
        listed(column_names<model::DocumentInfo>(), "d") + " FROM document d ORDER BY d.route, d.id";
    std::vector<DocumentLine> all;
    Statement& query = sql(select.c_str());
    for (query.bind(); query.step();) {
      DocumentLine line;
      GetColumns get(query, 0);
      get("", line.id);
      for (std::string* text : {&line.file, &line.route, &line.sha256}) get("", *text);
      get("", line.pages);
      get("", line.state);
      get("", line.error);
      get("", line.twin_of);
      get("", line.replaced_by);
      get("", line.path);
      get_columns(query, 10, line.info);
      all.push_back(std::move(line));
    }
    return all;
  });
}

model::Result<DocumentMeasures> document_measures(Store& store, std::int64_t document) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    DocumentMeasures measures;
    Statement& query = sql(R"sql(
SELECT (SELECT coalesce(min(confidence), 1) FROM page WHERE document_id = ?1 AND origin <> 'vacia'),
       (SELECT count(*) FROM doubtful_reading WHERE document_id = ?1 AND told IS NULL),
       (SELECT coalesce(max(id), 0) FROM document_correction WHERE document_id = ?1))sql");
    for (query.bind(document); query.step();) measures = {query.real(0), query.integer(1), query.integer(2)};
    return measures;
  });
}

model::Result<Rows> document_part(Store& store, DocumentPart part, std::int64_t document) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] { return fetch(sql, sql_of(part), document); });
}

model::Result<std::vector<model::Error>> document_errors(Store& store, std::int64_t document) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::vector<model::Error> all;
    Statement& query = sql("SELECT code, page, detail FROM document_error WHERE document_id = ?1 ORDER BY ordinal");
    for (query.bind(document); query.step();) {
      model::Error error;
      for (int code = 0; code <= static_cast<int>(model::ErrorCode::database_closed); ++code)
        if (model::name(static_cast<model::ErrorCode>(code)) == query.text(0))
          error.code = static_cast<model::ErrorCode>(code);
      error.page = static_cast<int>(query.integer(1));
      error.detail = query.text(2);
      all.push_back(std::move(error));
    }
    return all;
  });
}

model::Result<std::vector<std::string>> document_attachments(Store& store, std::int64_t document) {
  Store::Connection& sql = store.connection();
  return sql.guard(
      [&] { return texts(sql("SELECT name FROM attachment WHERE document_id = ?1 ORDER BY ordinal").bind(document)); });
}

model::Result<Rows> page_part(Store& store, PagePart part, std::int64_t document, int page) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] { return fetch(sql, sql_of(part), document, page); });
}

model::Result<Rows> table(Store& store, std::int64_t id) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return fetch(sql, R"sql(
SELECT t.id, d.id AS document, d.file_name AS file, d.route, t.title, t.kind, t.first_page, t.last_page,
       t.row_count AS rows, t.column_count AS columns, t.header_rows, t.method
FROM logical_table t JOIN document d ON d.id = t.document_id WHERE t.id = ?1)sql",
                 id);
  });
}

model::Result<Rows> table_cells(Store& store, std::int64_t id, int first, int count) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return fetch(sql, R"sql(
SELECT row, col AS "column", row_span, col_span AS column_span, page, x0, y0, x1, y1, text, confidence, origin
FROM cell WHERE table_id = ?1 AND row >= ?2 AND row < ?3 ORDER BY row, col)sql",
                 id, first, std::int64_t{first} + count);
  });
}

model::Result<Rows> table_records(Store& store, std::int64_t id, int first, int count) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return fetch(sql,
                 std::string(R"sql(
SELECT s.id, s.row, s.col AS "column", r.kind, r.what, r.doubt FROM source s JOIN )sql") +
                     kRecords +
                     " r ON r.source_id = s.id WHERE s.table_id = ?1 AND s.row >= ?2 AND s.row < ?3 ORDER BY s.id",
                 id, first, std::int64_t{first} + count);
  });
}

model::Result<std::string> row_label(Store& store, std::int64_t table, int page, const model::Rect& place) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::string label;
    Statement& query = sql(R"sql(
SELECT l.text FROM cell c JOIN cell l ON l.table_id = c.table_id AND l.row = c.row AND l.col < c.col
WHERE c.table_id = ?1 AND c.page = ?2 AND ?3 BETWEEN c.x0 AND c.x1 AND ?4 BETWEEN c.y0 AND c.y1
  AND l.text GLOB '*[A-Za-z]*'
ORDER BY l.col LIMIT 1)sql");
    for (query.bind(table, page, place.center_x(), place.center_y()); query.step();) label = query.text(0);
    return label;
  });
}

model::Result<Rows> table_columns(Store& store, std::int64_t id) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    return fetch(sql, R"sql(
SELECT "column", group_concat(what, ', ') AS what FROM (
  SELECT DISTINCT s.col AS "column", r.what FROM source s
  JOIN (SELECT source_id, measure AS what FROM budget_entry UNION ALL SELECT source_id, measure FROM pqrs_count) r
    ON r.source_id = s.id
  WHERE s.table_id = ?1 AND s.col IS NOT NULL)
GROUP BY "column")sql",
                 id);
  });
}

}  // namespace cotejo::store
