#include <sqlite3.h>

#include <array>
#include <memory>

#include "base/sha256.h"
#include "model/store/connection.h"
#include "model/store/sql/rows.h"

namespace cotejo::store {
namespace {

// Everything that a run finds out, in an order that no run decides: by content, then by place in the document. Numbers
// that the database itself gives out (ids), paths, times and decisions are left out.
constexpr std::array kContent{
    R"sql(
SELECT sha256, file_name, size, settings, page_count, state, error, relations_tested FROM document d
ORDER BY sha256, file_name)sql",
    R"sql(
SELECT d.sha256, e.code, e.stage, e.page, e.detail FROM document_error e JOIN document d ON d.id = e.document_id
ORDER BY d.sha256, d.file_name, e.ordinal)sql",
    R"sql(
SELECT d.sha256, a.name FROM attachment a JOIN document d ON d.id = a.document_id ORDER BY d.sha256, a.ordinal)sql",
    R"sql(
SELECT d.sha256, p.number, p.width, p.height, p.rotation, p.skew, p.origin, p.confidence, p.text, p.note
FROM page p JOIN document d ON d.id = p.document_id ORDER BY d.sha256, p.number)sql",
    R"sql(
SELECT d.sha256, t.ordinal, t.title, t.kind, t.first_page, t.last_page, t.row_count, t.column_count, t.header_rows,
       t.method
FROM logical_table t JOIN document d ON d.id = t.document_id ORDER BY d.sha256, t.ordinal)sql",
    R"sql(
SELECT d.sha256, t.ordinal, c.row, c.col, c.row_span, c.col_span, c.page, c.x0, c.y0, c.x1, c.y1, c.text, c.origin,
       c.confidence
FROM cell c JOIN logical_table t ON t.id = c.table_id JOIN document d ON d.id = t.document_id
ORDER BY d.sha256, t.ordinal, c.row, c.col)sql",
    R"sql(
SELECT d.sha256, n.fingerprint, f.archive, f.rule, f.severity, f.page, f.message, f.reported, f.expected, f.difference,
       f.diagnosis
FROM finding f JOIN finding_number n ON n.id = f.id JOIN document d ON d.id = f.document_id
ORDER BY d.sha256, n.fingerprint)sql",
    R"sql(
SELECT d.sha256, n.fingerprint, e.ordinal, e.role, o.sha256, e.page, e.x0, e.y0, e.x1, e.y1, e.text, e.value
FROM evidence e JOIN finding_number n ON n.id = e.finding_id JOIN document d ON d.id = n.document_id
JOIN document o ON o.id = e.document_id
ORDER BY d.sha256, n.fingerprint, e.ordinal)sql",
    R"sql(
SELECT d.sha256, f.page, f.x0, f.y0, f.x1, f.y1, f.text, f.origin, f.confidence
FROM outside_figure f JOIN document d ON d.id = f.document_id ORDER BY d.sha256, f.ordinal)sql",
    R"sql(
SELECT d.sha256, r.page, r.x0, r.y0, r.x1, r.y1, r.text, r.alternatives, r.confidence, r.doubt, r.figure, t.ordinal,
       r.row, r.col, r.money, r.findings
FROM doubtful_reading r JOIN document d ON d.id = r.document_id LEFT JOIN logical_table t ON t.id = r.table_id
ORDER BY d.sha256, r.ordinal)sql",
    R"sql(
SELECT d.sha256, u.rule, u.table_ordinal, u.reason FROM untested u JOIN document d ON d.id = u.document_id
ORDER BY d.sha256, u.ordinal)sql"};

// The same of what has columns of its own: what the documents are, the records of every kind, the names.
std::vector<std::string> content_in_columns() {
  std::vector<std::string> all{
      "SELECT sha256, " + listed(column_names<model::DocumentInfo>()) + " FROM document ORDER BY sha256, file_name",
      "SELECT d.sha256, " + listed(column_names<model::DependencyName>(), "n") +
          " FROM dependency_name n JOIN document d ON d.id = n.document_id ORDER BY d.sha256, n.ordinal"};
  const auto add = [&]<class Record>(const std::vector<Record>&) {
    all.push_back("SELECT d.sha256, t.ordinal, " + listed(column_names<model::Source>(), "s") + ", " +
                  listed(column_names<Record>(), "r") + " FROM " + model::kTable<Record> +
                  " r JOIN source s ON s.id = r.source_id JOIN document d ON d.id = s.document_id LEFT JOIN "
                  "logical_table t ON t.id = s.table_id ORDER BY d.sha256, s.id");
  };
  const model::Records none;
  model::kinds(add, none);
  return all;
}

// A value with its type and length before it, so that no two rows read alike.
void add_value(base::Sha256& digest, sqlite3_stmt* row, int column) {
  const int type = sqlite3_column_type(row, column);
  digest.add(&type, sizeof type);
  if (type == SQLITE_INTEGER) {
    const sqlite3_int64 value = sqlite3_column_int64(row, column);
    digest.add(&value, sizeof value);
  } else if (type == SQLITE_FLOAT) {
    const double value = sqlite3_column_double(row, column);
    digest.add(&value, sizeof value);
  } else if (type != SQLITE_NULL) {
    const void* bytes = sqlite3_column_blob(row, column);
    const int size = sqlite3_column_bytes(row, column);
    digest.add(&size, sizeof size);
    if (size > 0) digest.add(bytes, static_cast<std::size_t>(size));
  }
}

}  // namespace

model::Result<std::string> Store::digest() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    base::Sha256 digest;
    execute(sql.db, "BEGIN");  // one snapshot for all the queries
    try {
      std::vector<std::string> queries = content_in_columns();
      queries.insert(queries.begin(), kContent.begin(), kContent.end());
      for (const std::string& query : queries) {
        Statement rows(sql.db, query);
        while (rows.step()) {
          for (int column = 0; column < sqlite3_column_count(rows.raw()); ++column)
            add_value(digest, rows.raw(), column);
        }
      }
    } catch (const SqlFailure&) {
      sqlite3_exec(sql.db, "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
    execute(sql.db, "COMMIT");
    return digest.hex();
  });
}

model::Status Store::limit_size(std::int64_t bytes) {
  Connection& sql = *connection_;
  return sql.guard([&] {
    Statement size(sql.db, "PRAGMA page_size");
    size.step();
    execute(sql.db, "PRAGMA max_page_count = " + std::to_string(bytes / size.integer(0)));
    return model::Done{};
  });
}

model::Result<std::vector<std::string>> Store::faults() {
  Connection& sql = *connection_;
  return sql.guard([&] {
    std::vector<std::string> all;
    try {
      Statement integrity(sql.db, "PRAGMA integrity_check");
      while (integrity.step()) {
        if (integrity.text(0) != "ok") all.push_back(integrity.text(0));
      }
      Statement references(sql.db, "PRAGMA foreign_key_check");
      while (references.step()) all.push_back("referencia rota: " + references.text(0) + " → " + references.text(2));
    } catch (const SqlFailure& failure) {
      // Damage so deep that even the search for it ends.
      if ((failure.code & 0xFF) != SQLITE_CORRUPT && (failure.code & 0xFF) != SQLITE_NOTADB) throw;
      all.push_back(failure.message);
    }
    return all;
  });
}

}  // namespace cotejo::store
