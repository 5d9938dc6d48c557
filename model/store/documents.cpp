#include "model/store/documents.h"

#include <algorithm>
#include <utility>

#include "model/store/connection.h"
#include "model/store/readings.h"
#include "model/store/sql/json_list.h"
#include "model/store/sql/rows.h"

namespace cotejo::store {
namespace {

// Documents in the order in which a person looks for them: by route.
const std::string& select_documents() {
  static const std::string select =
      "SELECT d.id, d.file_name, d.route, coalesce(d.sha256, ''), d.page_count, d.state, "
      "coalesce(d.error, ''), " +
      listed(column_names<model::DocumentInfo>(), "d") + R"sql(,
  coalesce(d.twin_of, 0), coalesce(d.replaced_by, 0),
  (SELECT coalesce(min(confidence), 1) FROM page p WHERE p.document_id = d.id AND p.origin <> 'vacia'),
  (SELECT count(*) FROM finding f WHERE f.document_id = d.id)
FROM document d WHERE ?1 IS NULL OR d.id IN (SELECT value FROM json_each(?1)) ORDER BY d.route, d.id)sql";
  return select;
}

// The fields of what a document is, as text by column; "" is not told.
struct ToTexts {
  std::map<std::string, std::string> texts;
  void operator()(const char* name, const std::string& field) { texts[name] = field; }
  void operator()(const char* name, int field) { texts[name] = field == 0 ? "" : std::to_string(field); }
};
std::map<std::string, std::string> texts_of(const model::DocumentInfo& info) {
  ToTexts to;
  columns(to, info);
  return to.texts;
}

}  // namespace

model::Result<std::vector<DocumentRow>> Store::document_rows() {
  std::vector<DocumentRow> all;
  const model::Status read = each_document(*this, {}, [&](const DocumentRow& row) { all.push_back(row); });
  if (!read) return read.error();
  return all;
}

model::Status each_document(Store& store, const std::optional<std::vector<std::int64_t>>& ids,
                            const std::function<void(const DocumentRow&)>& take) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Statement query(sql.db, select_documents());
    Statement blank(sql.db, "SELECT number FROM page WHERE document_id = ?1 AND text = '' ORDER BY number");
    Statement attachments(sql.db, "SELECT name FROM attachment WHERE document_id = ?1 ORDER BY ordinal");
    constexpr int kOwn = 7;
    const int after = kOwn + static_cast<int>(column_names<model::DocumentInfo>().size());
    for (query.bind(json_list(ids)); query.step();) {
      DocumentRow row;
      GetColumns get(query, 0);
      get("", row.id);
      for (std::string* text : {&row.file, &row.route, &row.sha256}) get("", *text);
      get("", row.pages);
      get("", row.state);
      get("", row.error);
      get_columns(query, kOwn, row.info);
      row.twin_of = query.integer(after);
      row.replaced_by = query.integer(after + 1);
      row.least_confidence = query.real(after + 2);
      row.findings = query.integer(after + 3);
      for (blank.bind(row.id); blank.step();) row.pages_without_text.push_back(static_cast<int>(blank.integer(0)));
      row.attachments = texts(attachments.bind(row.id));
      take(row);
    }
    return model::Done{};
  });
}

model::Status each_document_name(Store& store, const std::function<void(const DocumentName&)>& take) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] {
    Statement query(sql.db, R"sql(
SELECT id, route, coalesce(sha256, ''), coalesce(entity, ''), state, coalesce(vigencia_from, 0),
       coalesce(vigencia_to, 0), coalesce(replaced_by, 0)
FROM document ORDER BY route, id)sql");
    for (query.bind(); query.step();) {
      DocumentName it;
      GetColumns get(query, 0);
      get("", it.id);
      for (std::string* text : {&it.route, &it.sha256, &it.entity}) get("", *text);
      get("", it.state);
      for (int* year : {&it.vigencia_from, &it.vigencia_to}) get("", *year);
      get("", it.replaced_by);
      take(it);
    }
    return model::Done{};
  });
}

model::Result<bool> has_document(Store& store, std::int64_t id) {
  Store::Connection& sql = store.connection();
  return sql.guard([&] { return sql("SELECT count(*) FROM document WHERE id = ?1").bind(id).run_for_integer() != 0; });
}

model::Result<Standing> Store::standing() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Standing standing;
    Statement& query = sql(R"sql(
SELECT count(*) FILTER (WHERE replaced_by IS NULL),
       count(*) FILTER (WHERE replaced_by IS NULL AND state = 'fallido'),
       count(*) FILTER (WHERE replaced_by IS NULL AND state = 'parcial'),
       count(*) FILTER (WHERE replaced_by IS NOT NULL)
FROM document)sql");
    for (query.bind(); query.step();)
      standing = {query.integer(0), query.integer(1), query.integer(2), query.integer(3)};
    return standing;
  });
}

model::Result<std::vector<std::int64_t>> Store::current_documents() {
  Connection& sql = *connection_;
  return sql.guard(
      [&] { return integers(sql("SELECT id FROM document WHERE replaced_by IS NULL ORDER BY id").bind()); });
}

model::Status Store::correct_document(std::int64_t id, const model::Told& told, const DecisionRow& by) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    static const std::string select =
        "SELECT " + listed(column_names<model::DocumentInfo>()) + " FROM document WHERE id = ?1";
    model::DocumentInfo before;
    Statement& query = sql(select.c_str()).bind(id);
    while (query.step()) get_columns(query, 0, before);
    const std::map<std::string, std::string> read = texts_of(before);
    for (const auto& [field, value] : texts_of(told.is)) {
      const bool cleared = std::find(told.cleared.begin(), told.cleared.end(), field) != told.cleared.end();
      if (value.empty() && !cleared) continue;
      sql(R"sql(
INSERT INTO document_correction (document_id, field, printed, value, note, author, time)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql")
          .bind(id, field, known(read.at(field)), value, known(by.note), by.author, by.time)
          .run();
      // Where nothing was read, nothing is mapped again that would take the word over.
      const std::string unread = "UPDATE document SET " + field + " = ?2 WHERE id = ?1 AND state = 'fallido'";
      Statement(sql.db, unread).bind(id, known(value)).run();
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Result<model::Told> Store::told_of(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::map<std::string, std::string> told;
    Statement& query = sql(R"sql(
SELECT c.field, c.value FROM document_correction c JOIN document d ON d.id = c.document_id
WHERE d.sha256 = ?1 ORDER BY c.id)sql");
    for (query.bind(sha256); query.step();) told[query.text(0)] = query.text(1);  // the last word holds
    model::Told result = told_from(std::move(told));
    Statement& document = sql("SELECT id FROM document WHERE sha256 = ?1");
    std::optional<std::int64_t> id;
    for (document.bind(sha256); document.step();) id = document.integer(0);
    if (id) result.readings = told_readings(sql, *id);
    return result;
  });
}

model::Result<std::int64_t> Store::correct_reading(std::int64_t document, const model::ToldReading& told,
                                                   const std::string& printed, const DecisionRow& by) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    const std::int64_t id = sql(R"sql(
INSERT INTO reading_correction (document_id, page, x0, y0, x1, y1, printed, value, note, author, time)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id)sql")
                                .bind(document, told.page, told.box.x0, told.box.y0, told.box.x1, told.box.y1, printed,
                                      known(told.text), known(by.note), by.author, by.time)
                                .run_for_integer();
    transaction.commit();
    return id;
  });
}

model::Status Store::teach(const std::vector<TaughtWord>& words) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Transaction transaction(sql.db);
    for (const TaughtWord& word : words) {
      sql(R"sql(
INSERT INTO taught_word (section, key, entity, word, meaning, author, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (section, key, entity) DO UPDATE SET word = excluded.word, meaning = excluded.meaning,
  author = excluded.author, time = excluded.time)sql")
          .bind(word.section, word.key, word.entity, word.word, word.meaning, word.author, word.time)
          .run();
    }
    transaction.commit();
    return model::Done{};
  });
}

model::Result<int> Store::forget(const std::string& key, const std::string& entity) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    int count = 0;
    Statement& query = sql("SELECT count(*) FROM taught_word WHERE key = ?1 AND entity = ?2");
    for (query.bind(key, entity); query.step();) count = static_cast<int>(query.integer(0));
    sql("DELETE FROM taught_word WHERE key = ?1 AND entity = ?2").bind(key, entity).run();
    return count;
  });
}

model::Result<std::vector<TaughtWord>> Store::taught() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<TaughtWord> all;
    Statement& query = sql(R"sql(
SELECT section, key, entity, word, meaning, author, time FROM taught_word ORDER BY entity, section, meaning, key)sql");
    for (query.bind(); query.step();)
      all.push_back(
          {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5), query.text(6)});
    return all;
  });
}

}  // namespace cotejo::store
