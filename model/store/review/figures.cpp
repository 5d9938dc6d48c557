#include "model/store/review/figures.h"

#include <sqlite3.h>

#include "model/store/review/fetch.h"

namespace cotejo::store {
namespace {

// [1,2] or ["a","b"]; nothing for an empty list.
std::string json_of(const std::vector<std::int64_t>& numbers) {
  std::string list;
  for (const std::int64_t number : numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
  return "[" + list + "]";
}
// Folded words are letters and digits alone.
std::string json_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "\"" : ",\"") + word + "\"";
  return "[" + list + "]";
}

// What every query of records is narrowed by: ?1 documents, ?2 vigencias, ?3 words, ?4 measure, ?5 kind, ?6 totals.
std::string narrowed(const std::string& vigencia, const std::string& words) {
  return " WHERE d.twin_of IS NULL AND d.replaced_by IS NULL"
         " AND (?1 IS NULL OR d.id IN (SELECT value FROM json_each(?1)))"
         " AND (?2 IS NULL OR " +
         vigencia + " IN (SELECT value FROM json_each(?2)))" +
         " AND (?3 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?3) w WHERE instr(plegado(" + words +
         "), w.value) = 0))";
}

template <class... More>
void bind_filter(Statement& statement, const FigureFilter& filter, const More&... more) {
  const auto documents = filter.documents ? std::optional(json_of(*filter.documents)) : std::nullopt;
  const auto vigencias = filter.vigencias.empty() ? std::nullopt : std::optional(json_of(filter.vigencias));
  const auto words = filter.words.empty() ? std::nullopt : std::optional(json_of(filter.words));
  statement.bind(documents, vigencias, words, more...);
}

struct SeriesSql {
  std::string kind;  // the table of its records, k
  std::string where;
  std::string keys;    // what tells series apart: «expression AS name, …»
  std::string names;   // their names
  std::string same;    // how a record r is matched with its series g
  std::string value;   // of a record: the series with the largest comes first
  std::string called;  // what its records call it, of which one is shown
  std::string more;    // further columns of a point
};

// The records are narrowed once, into a table of this connection alone, which is then grouped and looked through.
Series series(Store::Connection& sql, const SeriesSql& part, const FigureFilter& filter, const Window& window) {
  // From the few documents to their records, or from all records to their documents.
  const std::string joined =
      filter.documents
          ? "document d CROSS JOIN source s ON s.document_id = d.id CROSS JOIN " + part.kind +
                " k ON k.source_id = s.id"
          : part.kind + " k CROSS JOIN source s ON s.id = k.source_id CROSS JOIN document d ON d.id = s.document_id";
  execute(sql.db, "DROP TABLE IF EXISTS temp.series_record");
  execute(sql.db, "DROP TABLE IF EXISTS temp.series");
  Statement narrow(sql.db, "CREATE TEMP TABLE series_record AS SELECT " + part.keys + ", " + part.called +
                               " AS called, " + part.value + " AS value, k.source_id AS record FROM " + joined +
                               " LEFT JOIN entity_name e ON e.name = d.entity" + part.where);
  bind_filter(narrow, filter, known(filter.measure), known(filter.kind), filter.totals);
  narrow.run();
  Statement group(sql.db, "CREATE TEMP TABLE series AS SELECT row_number() OVER (ORDER BY largest DESC, " + part.names +
                              ") - 1 AS series, * FROM (SELECT " + part.names +
                              ", max(called) AS called, max(abs(value)) AS largest FROM temp.series_record GROUP BY " +
                              part.names + ")");
  group.bind().run();
  Series result;
  Statement count(sql.db, "SELECT count(*) FROM temp.series");
  result.total = count.bind().run_for_integer();
  const std::string shown = "g.series >= ?2 AND g.series < ?1 + ?2";
  result.items =
      fetch(sql, "SELECT g.* FROM temp.series g WHERE " + shown + " ORDER BY g.series", window.limit, window.offset);
  result.points = fetch(sql,
                        "SELECT g.series, coalesce(k.vigencia, d.vigencia_from) AS vigencia, " + part.more +
                            "r.value, k.doubt, d.id AS document, d.route, s.page, s.x0, s.y0, s.x1, s.y1, s.text, "
                            "s.confidence, r.record FROM temp.series g JOIN temp.series_record r ON " +
                            part.same + " JOIN " + part.kind +
                            " k ON k.source_id = r.record JOIN source s ON s.id = r.record JOIN document d "
                            "ON d.id = s.document_id WHERE " +
                            shown + " ORDER BY g.series, 2, d.route, s.page, r.record LIMIT 20000",
                        window.limit, window.offset);
  execute(sql.db, "DROP TABLE temp.series_record");
  execute(sql.db, "DROP TABLE temp.series");
  return result;
}

// Names that are not known are one and the same; '' is none's.
const std::string kEntity = "coalesce(e.canonical, d.entity, '') AS entity";

}  // namespace

model::Result<Series> budget_series(Store& store, const FigureFilter& filter, const Window& window) {
  Store::Connection& sql = store.connection();
  static const SeriesSql part{
      "budget_entry",
      narrowed("coalesce(k.vigencia, d.vigencia_from)", "coalesce(k.code, '') || ' ' || coalesce(k.description, '')") +
          " AND (?4 IS NULL OR k.measure = ?4) AND (?5 IS NULL OR k.class = ?5) AND (NOT ?6 OR k.total)",
      kEntity +
          ", coalesce(k.code, '') AS code, CASE WHEN k.code IS NULL THEN coalesce(k.description, '') ELSE '' END AS "
          "name, coalesce(k.class, '') AS class, k.measure AS measure, k.unit AS unit",
      "entity, code, name, class, measure, unit",
      "r.entity = g.entity AND r.code = g.code AND r.name = g.name AND r.class = g.class AND r.measure = g.measure "
      "AND r.unit = g.unit",
      "k.value",
      "k.description",
      ""};
  return sql.guard([&] { return series(sql, part, filter, window); });
}

model::Result<Series> petition_series(Store& store, const FigureFilter& filter, const Window& window) {
  Store::Connection& sql = store.connection();
  static const SeriesSql part{
      "pqrs_count",
      narrowed("coalesce(k.vigencia, d.vigencia_from)", "coalesce(k.label, '') || ' ' || coalesce(k.key, '')") +
          " AND k.second_dimension IS NULL AND (?4 IS NULL OR k.measure = ?4) AND (?5 IS NULL OR k.dimension = ?5) "
          "AND (NOT ?6 OR k.total)",
      kEntity + ", k.dimension AS dimension, coalesce(k.key, k.label, '') AS name, k.measure AS measure",
      "entity, dimension, name, measure",
      "r.entity = g.entity AND r.dimension = g.dimension AND r.name = g.name AND r.measure = g.measure",
      "k.count",
      "k.label",
      "k.period, "};
  return sql.guard([&] { return series(sql, part, filter, window); });
}

model::Result<Commitments> commitments(Store& store, const CommitmentFilter& filter, const Window& window) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    static const std::string from =
        " FROM commitment k JOIN source s ON s.id = k.source_id JOIN document d ON d.id = s.document_id "
        "LEFT JOIN dependency_name n ON n.document_id = d.id AND n.printed = k.responsible AND n.part = 0 ";
    static const std::string where =
        narrowed("d.vigencia_from",
                 "coalesce(k.number, '') || ' ' || k.text || ' ' || coalesce(k.component, '') || ' ' || "
                 "coalesce(k.responsible, '')") +
        " AND (?4 IS NULL OR coalesce(n.key, k.responsible) = ?4) AND (?5 IS NULL OR k.due_to >= ?5) "
        "AND (?6 IS NULL OR k.due_to <= ?6) AND (?7 IS NULL OR k.status = ?7)";
    const auto responsible = known(filter.responsible), first = known(filter.from), last = known(filter.to),
               status = known(filter.status);
    Commitments result;
    Statement count(sql.db, "SELECT count(*)" + from + where);
    bind_filter(count, filter.of, responsible, first, last, status);
    result.page.total = count.run_for_integer();
    Statement items(sql.db,
                    "SELECT s.id AS record, k.number, k.text, k.component, k.responsible, n.key AS responsible_key, "
                    "k.due_text, k.due_from, k.due_to, k.indicator, k.goal_text AS goal, k.progress_text AS progress, "
                    "k.progress_percent, k.status, d.id AS document, d.file_name AS file, d.route, s.page, s.x0, s.y0, "
                    "s.x1, s.y1, s.confidence" +
                        from + where + " ORDER BY " +
                        (filter.by_responsible ? "coalesce(n.key, k.responsible) IS NULL, coalesce(n.key, "
                                                 "k.responsible), k.due_to IS NULL, k.due_to, s.id"
                                               : "k.due_to IS NULL, k.due_to, k.due_from, s.id") +
                        " LIMIT ?8 OFFSET ?9");
    bind_filter(items, filter.of, responsible, first, last, status, window.limit, window.offset);
    result.page.items = fetch(items);
    Statement people(sql.db,
                     "SELECT coalesce(n.key, k.responsible) AS value, min(coalesce(n.canonical, "
                     "k.responsible)) AS label, count(*) AS count" +
                         from + where + " AND k.responsible IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 50");
    bind_filter(people, filter.of, responsible, first, last, status);
    result.by_responsible = fetch(people);
    Statement months(sql.db, "SELECT substr(k.due_to, 1, 7) AS month, count(*) AS count" + from + where +
                                 " AND k.due_to IS NOT NULL GROUP BY 1 ORDER BY 1");
    bind_filter(months, filter.of, responsible, first, last, status);
    result.by_month = fetch(months);
    return result;
  });
}

model::Result<FigureOptions> figure_options(Store& store) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    FigureOptions options;
    // One look through the largest of the tables.
    execute(sql.db, "DROP TABLE IF EXISTS temp.budget_kind");
    execute(sql.db, "CREATE TEMP TABLE budget_kind AS SELECT DISTINCT vigencia, measure, class FROM budget_entry");
    options.vigencias = fetch(sql, R"sql(
SELECT DISTINCT value FROM (SELECT vigencia_from AS value FROM document UNION SELECT vigencia_to FROM document
  UNION SELECT vigencia FROM temp.budget_kind) WHERE value IS NOT NULL ORDER BY value)sql");
    options.budget_measures = fetch(sql, "SELECT DISTINCT measure AS value FROM temp.budget_kind ORDER BY 1");
    options.classes =
        fetch(sql, "SELECT DISTINCT class AS value FROM temp.budget_kind WHERE class IS NOT NULL ORDER BY 1");
    execute(sql.db, "DROP TABLE temp.budget_kind");
    options.petition_measures = fetch(sql, "SELECT DISTINCT measure AS value FROM pqrs_count ORDER BY 1");
    options.dimensions = fetch(sql, "SELECT DISTINCT dimension AS value FROM pqrs_count ORDER BY 1");
    options.responsibles = fetch(sql, R"sql(
SELECT n.key AS value, min(n.canonical) AS label
FROM commitment c JOIN source s ON s.id = c.source_id
JOIN dependency_name n ON n.document_id = s.document_id AND n.printed = c.responsible
GROUP BY n.key ORDER BY 2 LIMIT 500)sql");
    return options;
  });
}

model::Status use_fold(Store& store, std::string (*fold)(std::string_view)) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    const auto call = [](sqlite3_context* context, int, sqlite3_value** values) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
      const auto own = reinterpret_cast<std::string (*)(std::string_view)>(sqlite3_user_data(context));
      const std::string folded =
          text == nullptr ? std::string() : own({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
      sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
    };
    const int code = sqlite3_create_function(sql.db, "plegado", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                             reinterpret_cast<void*>(fold), call, nullptr, nullptr);
    if (code != SQLITE_OK) throw SqlFailure{code, sqlite3_errmsg(sql.db)};
    return model::Done{};
  });
}

}  // namespace cotejo::store
