#include <sqlite3.h>

#include <algorithm>

#include "model/store/connection.h"
#include "model/store/views.h"

// Rows of the public views for whoever hands the base over.
namespace cotejo::store {
namespace {

std::vector<std::string> first_column(sqlite3* db, const std::string& sql, std::string_view argument) {
  Statement statement(db, sql);
  if (argument.empty())
    statement.bind();
  else
    statement.bind(argument);
  return texts(statement);
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

constexpr const char* kInDocuments = " IN (SELECT id FROM temp.scope_document)";

// What a finding points at goes with it, wherever it stands: two reports that contradict each other are both told.
bool goes_with_finding(std::string_view view) {
  return view == "evidencias";
}

std::string condition(sqlite3* db, std::string_view view, const std::vector<std::string>& columns, const Scope& scope) {
  std::vector<std::string> conditions;
  const bool finding = has(columns, "hallazgo_id");
  if (scope.documents) keep(db, "scope_document", *scope.documents);
  if (scope.findings) keep(db, "scope_finding", *scope.findings);
  if (scope.documents && has(columns, "documento_id") && !goes_with_finding(view))
    conditions.push_back(std::string("documento_id") + kInDocuments);
  if (scope.findings && finding) conditions.emplace_back("hallazgo_id IN (SELECT id FROM temp.scope_finding)");
  if (scope.documents && goes_with_finding(view))
    conditions.push_back(std::string("hallazgo_id IN (SELECT hallazgo_id FROM hallazgos WHERE documento_id") +
                         kInDocuments + ")");
  std::string where;
  for (const std::string& one : conditions) where += (where.empty() ? " WHERE " : " AND ") + one;
  return where;
}

bool refers_to_document(std::string_view view, std::string_view column) {
  const std::string own = std::string(view) + "." + std::string(column);
  const auto text = [](std::string_view name) {
    return std::find_if(kColumnTexts.begin(), kColumnTexts.end(),
                        [name](const ColumnText& it) { return it.name == name; });
  };
  auto found = text(own);
  if (found == kColumnTexts.end()) found = text(column);
  return found != kColumnTexts.end() && found->refers_to == "documentos.documento_id";
}

// The columns of a row; what names a document that is left out names none.
std::string selected(std::string_view view, const std::vector<std::string>& columns, const Scope& scope) {
  if (!scope.documents) return "*";
  std::string list;
  for (const std::string& column : columns) {
    const std::string name = '"' + column + '"';
    list += list.empty() ? "" : ", ";
    list += refers_to_document(view, column) ? "CASE WHEN " + name + kInDocuments + " THEN " + name + " END" : name;
  }
  return list;
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

void Store::end_when(std::function<bool()> asked) {
  constexpr int kSteps = 10'000;  // of SQLite's machine between two questions: under a millisecond
  connection_->asked_to_end = std::move(asked);
  sqlite3_progress_handler(
      connection_->db, kSteps,
      [](void* given) { return static_cast<const std::function<bool()>*>(given)->operator()() ? 1 : 0; },
      &connection_->asked_to_end);
}

model::Status Store::at_one_moment(const std::function<model::Status()>& work) {
  struct Ends {
    sqlite3* db;
    ~Ends() { sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr); }  // there is nothing to keep
  };
  model::Status outcome = model::Done{};
  const auto done = connection_->guard([&] {
    execute(connection_->db, "BEGIN");
    const Ends ends{connection_->db};
    outcome = work();
    return model::Done{};
  });
  return done ? outcome : model::Status(done.error());
}

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
    const std::string where = condition(db, view, columns, scope);
    Statement rows(db, "SELECT " + selected(view, columns, scope) + " FROM \"" + std::string(view) + "\"" + where);
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
