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

}  // namespace cotejo::store
