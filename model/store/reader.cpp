#include <zstd.h>

#include "model/store/connection.h"
#include "model/store/sql/rows.h"

namespace cotejo::store {
namespace {

// Larger than any bundle of a document within the extractor's limits; a damaged size must not take the memory.
constexpr unsigned long long kLargestBundle = 4ULL << 30U;

std::string expanded(const std::string& data) {
  const unsigned long long size = ZSTD_getFrameContentSize(data.data(), data.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargestBundle) {
    throw SqlFailure{0, "extracto dañado"};
  }
  std::string out(size, '\0');
  const std::size_t done = ZSTD_decompress(out.data(), out.size(), data.data(), data.size());
  if (ZSTD_isError(done) != 0U || done != size) throw SqlFailure{0, "extracto dañado"};
  return out;
}

// The records of a kind of a document, in the order in which they were stored.
template <class Record>
void read_list(Store::Connection& sql, std::int64_t document, std::vector<Record>& records) {
  static const std::string select = "SELECT t.ordinal, " + listed(column_names<model::Source>(), "s") + ", " +
                                    listed(column_names<Record>(), "r") + " FROM " + model::kTable<Record> +
                                    " r JOIN source s ON s.id = r.source_id LEFT JOIN logical_table t ON t.id = "
                                    "s.table_id WHERE s.document_id = ?1 ORDER BY s.id";
  const int own = 1 + static_cast<int>(column_names<model::Source>().size());
  Statement& rows = sql(select.c_str()).bind(document);
  while (rows.step()) {
    Record record{};
    record.source.table = rows.null(0) ? -1 : static_cast<int>(rows.integer(0));
    get_columns(rows, 1, record.source);
    get_columns(rows, own, record);
    records.push_back(std::move(record));
  }
}

model::Records records_of_document(Store::Connection& sql, std::int64_t document) {
  model::Records records;
  static const std::string select =
      "SELECT " + listed(column_names<model::DocumentInfo>()) + " FROM document WHERE id = ?1";
  Statement& info = sql(select.c_str()).bind(document);
  while (info.step()) get_columns(info, 0, records.document);
  Statement& kinds = sql("SELECT kind FROM logical_table WHERE document_id = ?1 ORDER BY ordinal").bind(document);
  while (kinds.step())
    records.table_kinds.push_back(model::named<model::TableKind>(kinds.text(0)).value_or(model::TableKind::other));
  read_list(sql, document, records.budget);
  read_list(sql, document, records.pqrs);
  read_list(sql, document, records.commitments);
  return records;
}

std::optional<StoredDocument> stored_document(Store::Connection& sql, Statement& query) {
  std::optional<StoredDocument> found;
  while (query.step()) {
    found = StoredDocument{query.integer(0),
                           query.text(1),
                           query.text(2),
                           query.text(3),
                           model::named<model::DocumentState>(query.text(4)).value(),
                           {}};
  }
  if (found) {
    Statement& paths = sql("SELECT path FROM document_path WHERE document_id = ?1 ORDER BY path").bind(found->id);
    while (paths.step()) found->paths.push_back(paths.text(0));
  }
  return found;
}

// What a person typed as an FTS5 expression: every word quoted, so that no character of it is an operator.
std::string search_expression(std::string_view words) {
  std::string expression;
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n", at), words.size());
    std::string word(words.substr(at, end - at));
    at = end + 1;
    const bool beginning = word.size() > 1 && word.back() == '*';
    if (beginning) word.pop_back();
    std::erase(word, '"');
    if (word.empty()) continue;
    if (!expression.empty()) expression += ' ';
    expression += '"' + word + '"' + (beginning ? "*" : "");
  }
  return expression;
}

}  // namespace

model::Result<std::optional<StoredDocument>> Store::find(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    return stored_document(
        sql, sql("SELECT id, file_name, sha256, settings, state FROM document WHERE sha256 = ?1").bind(sha256));
  });
}

model::Result<std::optional<StoredDocument>> Store::find_path(std::string_view path) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    return stored_document(sql, sql(R"sql(
SELECT d.id, file_name, sha256, settings, state FROM document d JOIN document_path p ON p.document_id = d.id
WHERE p.path = ?1)sql")
                                    .bind(path));
  });
}

model::Result<std::vector<std::string>> Store::documents() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    return texts(
        sql("SELECT d.sha256 FROM document d JOIN bundle b ON b.document_id = d.id ORDER BY file_name, sha256").bind());
  });
}

model::Result<std::string> Store::encoded(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::string data;
    Statement& query =
        sql("SELECT data FROM bundle b JOIN document d ON d.id = b.document_id WHERE d.sha256 = ?1").bind(sha256);
    while (query.step()) data = query.text(0);
    if (data.empty()) throw SqlFailure{0, "sin extracto guardado"};
    return expanded(data);
  });
}

model::Result<std::map<std::string, int>> Store::entities() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::map<std::string, int> all;
    Statement& query = sql("SELECT entity, count(*) FROM document WHERE entity IS NOT NULL GROUP BY entity");
    for (query.bind(); query.step();) all.emplace(query.text(0), static_cast<int>(query.integer(1)));
    return all;
  });
}

model::Result<std::optional<StoredRecords>> Store::records_of_content(std::string_view sha256) {
  Connection& sql = *connection_;
  return sql.guard([&]() -> std::optional<StoredRecords> {
    Statement& query = sql("SELECT id, file_name FROM document WHERE sha256 = ?1 AND replaced_by IS NULL").bind(sha256);
    std::optional<std::int64_t> id;
    StoredRecords stored;
    while (query.step()) {
      id = query.integer(0);
      stored.file_name = query.text(1);
    }
    if (!id) return std::nullopt;
    stored.sha256 = sha256;
    stored.records = records_of_document(sql, *id);
    return stored;
  });
}

model::Result<std::vector<SearchHit>> Store::search(std::string_view words, int most) {
  Connection& sql = *connection_;
  const std::string expression = search_expression(words);
  if (expression.empty()) return std::vector<SearchHit>{};
  return sql.guard([&] {
    std::vector<SearchHit> hits;
    Statement& query = sql(R"sql(
SELECT d.file_name, d.route, p.number, snippet(page_search, 0, '«', '»', '…', 24)
FROM page_search JOIN page p ON p.id = page_search.rowid JOIN document d ON d.id = p.document_id
WHERE page_search MATCH ?1 AND d.replaced_by IS NULL ORDER BY rank, d.route, p.number LIMIT ?2)sql");
    for (query.bind(expression, most); query.step();) {
      hits.push_back({query.text(0), query.text(1), static_cast<int>(query.integer(2)), query.text(3)});
    }
    return hits;
  });
}

model::Result<std::vector<PathRow>> Store::paths() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<PathRow> all;
    Statement& query = sql(R"sql(
SELECT p.path, d.sha256, d.size FROM document_path p JOIN document d ON d.id = p.document_id ORDER BY p.path)sql");
    for (query.bind(); query.step();) all.push_back({query.text(0), query.text(1), query.integer(2)});
    return all;
  });
}

model::Result<Store::Counts> Store::counts() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Counts counts;
    Statement& query = sql(R"sql(
SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document WHERE state = 'completo'),
       (SELECT count(*) FROM document WHERE state = 'parcial'), (SELECT count(*) FROM document WHERE state = 'fallido'),
       (SELECT count(*) FROM page), (SELECT count(*) FROM logical_table), (SELECT count(*) FROM budget_entry),
       (SELECT count(*) FROM pqrs_count), (SELECT count(*) FROM commitment), (SELECT count(*) FROM finding),
       (SELECT count(*) FROM untested))sql");
    for (query.bind(); query.step();) {
      counts = {query.integer(0), query.integer(1), query.integer(2), query.integer(3),
                query.integer(4), query.integer(5), query.integer(6), query.integer(7),
                query.integer(8), query.integer(9), query.integer(10)};
    }
    return counts;
  });
}

}  // namespace cotejo::store
