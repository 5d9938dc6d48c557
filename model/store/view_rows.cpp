#include <sqlite3.h>

#include <algorithm>

#include "model/store/connection.h"

// Rows of the public views for whoever hands the base over.
namespace cotejo::store {
namespace {

std::vector<std::string> first_column(sqlite3* db, const std::string& sql, std::string_view argument) {
  Statement statement(db, sql);
  if (argument.empty())
    statement.bind();
  else
    statement.bind(argument);
  std::vector<std::string> values;
  while (statement.step()) values.push_back(statement.text(0));
  return values;
}

// A list of ids as a table of this connection alone, which a database that may only be read has, too.
void keep(sqlite3* db, const char* table, const std::vector<std::int64_t>& ids) {
  execute(db, std::string("DROP TABLE IF EXISTS temp.") + table);
  execute(db, std::string("CREATE TEMP TABLE ") + table + " (id INTEGER PRIMARY KEY)");
  Statement add(db, std::string("INSERT OR IGNORE INTO temp.") + table + " VALUES (?1)");
  for (const std::int64_t id : ids) add.bind(id).run();
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string condition(sqlite3* db, const std::vector<std::string>& columns, const Scope& scope) {
  std::string where;
  const auto narrow = [&](std::string_view column, const char* table, const std::vector<std::int64_t>& ids) {
    keep(db, table, ids);
    where += where.empty() ? " WHERE " : " AND ";
    where += std::string(column) + " IN (SELECT id FROM temp." + table + ")";
  };
  if (scope.documents && has(columns, "documento_id")) narrow("documento_id", "scope_document", *scope.documents);
  if (scope.findings && has(columns, "hallazgo_id")) narrow("hallazgo_id", "scope_finding", *scope.findings);
  return where;
}

std::string quoted(std::string_view name) {
  return '"' + std::string(name) + '"';
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  return list;
}

std::string table_of(const ViewCopy& view, const std::vector<std::string>& columns) {
  std::string sql;
  for (const std::string& column : columns) {
    sql += (sql.empty() ? "" : ",\n  ") + quoted(column);
    const auto type = view.types.find(column);
    if (type != view.types.end()) sql += " " + type->second;
    if (column == view.key) sql += " PRIMARY KEY";
    const auto reference = view.refers_to.find(column);
    if (reference == view.refers_to.end()) continue;
    const auto point = reference->second.find('.');
    sql += " REFERENCES " + quoted(reference->second.substr(0, point)) + " (" +
           quoted(reference->second.substr(point + 1)) + ")";
  }
  return "CREATE TABLE " + quoted(view.view) + " (\n  " + sql + "\n)";
}

// What is made once the rows are there, which is faster.
void make_lookups(sqlite3* db, const ViewCopy& view) {
  for (const std::string& column : view.indexed)
    execute(db, "CREATE INDEX " + quoted(view.view + "_" + column) + " ON " + quoted(view.view) + " (" +
                    quoted(column) + ")");
  if (view.searched.empty()) return;
  const std::string search = quoted(view.view + "_fts");
  execute(db, "CREATE VIRTUAL TABLE " + search + " USING fts5 (" + joined(view.searched) +
                  ", content=" + quoted(view.view) + ", tokenize='unicode61 remove_diacritics 2')");
  execute(db, "INSERT INTO " + search + " (" + search + ") VALUES ('rebuild')");
}

}  // namespace

model::Result<std::vector<std::string>> Store::views() {
  return connection_->guard([&] {
    return first_column(connection_->db, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", {});
  });
}

model::Result<std::vector<std::string>> Store::view_columns(std::string_view view) {
  return connection_->guard(
      [&] { return first_column(connection_->db, "SELECT name FROM pragma_table_info(?1) ORDER BY cid", view); });
}

model::Status Store::each_row(std::string_view view, const Scope& scope,
                              const std::function<model::Status(const std::vector<Value>&)>& row) {
  model::Status outcome = model::Done{};
  const auto done = connection_->guard([&] {
    sqlite3* db = connection_->db;
    const std::vector<std::string> columns =
        first_column(db, "SELECT name FROM pragma_table_info(?1) ORDER BY cid", view);
    if (columns.empty()) throw SqlFailure{0, "no hay una vista «" + std::string(view) + "»"};
    Statement rows(db, "SELECT * FROM \"" + std::string(view) + "\"" + condition(db, columns, scope));
    std::vector<Value> values(columns.size());
    while (outcome && rows.step()) {
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = rows.value(static_cast<int>(i));
      outcome = row(values);
    }
    return model::Done{};
  });
  return done ? outcome : model::Status(done.error());
}

model::Result<std::int64_t> Store::copy_views(const std::string& path, const Scope& scope,
                                              const std::vector<ViewCopy>& views) {
  Connection copy;
  copy.path = path;
  std::int64_t count = 0;
  const auto begun = copy.guard([&] {
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
    if (const int code = sqlite3_open_v2(path.c_str(), &copy.db, kFlags, nullptr); code != SQLITE_OK)
      throw SqlFailure{code, sqlite3_errstr(code)};
    // Nothing of it is kept when it does not come to its end: no journal that could undo it is needed.
    execute(copy.db, "PRAGMA journal_mode = OFF");
    execute(copy.db, "BEGIN");
    return model::Done{};
  });
  if (!begun) return begun.error();
  for (const ViewCopy& view : views) {
    const model::Result<std::vector<std::string>> columns = view_columns(view.view);
    if (!columns) return columns.error();
    std::unique_ptr<Statement> insert;
    const auto made = copy.guard([&] {
      execute(copy.db, table_of(view, columns.value()));
      std::string places = "?1";
      for (std::size_t i = 1; i < columns.value().size(); ++i) places += ", ?" + std::to_string(i + 1);
      insert = std::make_unique<Statement>(copy.db, "INSERT INTO " + quoted(view.view) + " VALUES (" + places + ")");
      return model::Done{};
    });
    if (!made) return made.error();
    const model::Status filled = each_row(view.view, scope, [&](const std::vector<Value>& row) -> model::Status {
      return copy.guard([&] {
        insert->bind();
        for (const Value& value : row) std::visit([&](const auto& it) { insert->put(it); }, value);
        insert->run();
        ++count;
        return model::Done{};
      });
    });
    if (!filled) return filled.error();
    const auto looked_up = copy.guard([&] {
      make_lookups(copy.db, view);
      return model::Done{};
    });
    if (!looked_up) return looked_up.error();
  }
  const auto ended = copy.guard([&] {
    execute(copy.db, "COMMIT");
    return model::Done{};
  });
  if (!ended) return ended.error();
  return count;
}

}  // namespace cotejo::store
