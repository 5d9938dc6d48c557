#include "model/store/review/readings.h"

#include "model/store/readings.h"
#include "model/store/review/fetch.h"

namespace cotejo::store {
namespace {

// Labels are those of the first cell of its row and of the last head row over its column. A word told of the very box
// of the reading counts even where it holds no more.
const std::string kSelect = R"sql(
SELECT r.document_id AS document, r.ordinal, d.file_name AS file, d.route, r.page, r.x0, r.y0, r.x1, r.y1,
       CASE r.figure WHEN 1 THEN 'cifra' ELSE 'palabra' END AS kind, r.text, r.alternatives, r.doubt AS why,
       r.confidence, r.money, r.findings, r.table_id AS "table", t.title AS table_title, r.row, r.col AS "column",
       (SELECT c.text FROM cell c WHERE c.table_id = r.table_id AND c.row = r.row AND c.col < r.col AND c.text <> ''
          AND c.text GLOB '*[A-Za-z]*' ORDER BY c.col LIMIT 1) AS row_label,
       (SELECT c.text FROM cell c WHERE c.table_id = r.table_id AND c.row < t.header_rows AND c.text <> ''
          AND r.col BETWEEN c.col AND c.col + c.col_span - 1 ORDER BY c.row DESC LIMIT 1) AS column_label,
       coalesce(w.id, 0) AS version, CASE WHEN r.told IS NULL THEN NULL ELSE w.value END AS value, w.author, w.time
FROM doubtful_reading r JOIN document d ON d.id = r.document_id LEFT JOIN logical_table t ON t.id = r.table_id
LEFT JOIN reading_correction w ON w.id = coalesce(r.told,
  (SELECT max(c.id) FROM reading_correction c WHERE c.document_id = r.document_id AND c.page = r.page AND c.x0 = r.x0
     AND c.y0 = r.y0 AND c.x1 = r.x1 AND c.y1 = r.y1))
)sql";

const std::string kWhere = R"sql(
WHERE d.twin_of IS NULL AND d.replaced_by IS NULL
  AND (?1 IS NULL OR r.document_id = ?1) AND (?2 IS NULL OR r.page = ?2)
  AND (?3 IS NULL OR r.figure = (?3 = 'cifra')) AND (?4 IS NULL OR instr(lower(r.text), lower(?4)) > 0)
  AND r.told IS )sql";

}  // namespace

model::Result<Page> reading_queue(Store& store, const ReadingFilter& filter, const Window& window) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    const std::string where = kWhere + (filter.reviewed ? "NOT NULL" : "NULL");
    const auto kind = known(filter.kind), text = known(filter.text);
    Page page;
    Statement count(sql.db, "SELECT count(*) FROM doubtful_reading r JOIN document d ON d.id = r.document_id " + where);
    count.bind(filter.document, filter.page, kind, text);
    page.total = count.run_for_integer();
    // The window is chosen by the small rows alone; labels are looked up for what is shown.
    const std::string order =
        filter.by_document ? "d.route, r.document_id, r.page, r.ordinal" : COTEJO_READING_ORDER("r.");
    const std::string chosen =
        "SELECT r.document_id, r.ordinal FROM doubtful_reading r JOIN document d ON d.id = "
        "r.document_id " +
        where + " ORDER BY " + order + " LIMIT ?5 OFFSET ?6";
    page.items = fetch(sql, kSelect + "WHERE (r.document_id, r.ordinal) IN (" + chosen + ") ORDER BY " + order,
                       filter.document, filter.page, kind, text, window.limit, window.offset);
    return page;
  });
}

model::Result<Rows> reading(Store& store, std::int64_t document, std::int64_t ordinal) {
  Store::Connection& sql = store.connection();
  return sql.guard(
      [&] { return fetch(sql, kSelect + "WHERE r.document_id = ?1 AND r.ordinal = ?2", document, ordinal); });
}

model::Result<std::int64_t> tell_reading(Store& store, std::int64_t document, std::int64_t ordinal,
                                         std::int64_t version, const std::string& text, const DecisionRow& by) {
  Store::Connection& sql = store.connection();
  return sql.guard([&]() -> std::int64_t {
    Transaction transaction(sql.db);
    Statement& query = sql(R"sql(
SELECT page, x0, y0, x1, y1, text,
       coalesce(told, (SELECT max(c.id) FROM reading_correction c WHERE c.document_id = r.document_id AND c.page = r.page
         AND c.x0 = r.x0 AND c.y0 = r.y0 AND c.x1 = r.x1 AND c.y1 = r.y1), 0)
FROM doubtful_reading r WHERE document_id = ?1 AND ordinal = ?2)sql");
    std::int64_t id = 0;
    bool other = false;  // a query that is left half-way would keep its snapshot, and every later write out
    for (query.bind(document, ordinal); query.step();) {
      other = query.integer(6) != version;
      if (other) continue;
      id = sql(R"sql(
INSERT INTO reading_correction (document_id, page, x0, y0, x1, y1, printed, value, note, author, time)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id)sql")
               .bind(document, query.integer(0), query.real(1), query.real(2), query.real(3), query.real(4),
                     query.text(5), known(text), known(by.note), by.author, by.time)
               .run_for_integer();
    }
    if (other) return 0;
    sql("UPDATE doubtful_reading SET told = ?3 WHERE document_id = ?1 AND ordinal = ?2")
        .bind(document, ordinal, text.empty() ? std::nullopt : std::optional(id))
        .run();
    transaction.commit();
    return id;
  });
}

model::Result<std::string> told_before(Store& store, std::int64_t version) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    std::string text;
    Statement& query = sql(R"sql(
SELECT b.value FROM reading_correction w JOIN reading_correction b ON b.document_id = w.document_id AND b.page = w.page
  AND b.x0 = w.x0 AND b.y0 = w.y0 AND b.x1 = w.x1 AND b.y1 = w.y1 AND b.id < w.id
WHERE w.id = ?1 ORDER BY b.id DESC LIMIT 1)sql");
    for (query.bind(version); query.step();) text = query.text(0);
    return text;
  });
}

}  // namespace cotejo::store
