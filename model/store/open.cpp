#include <sqlite3.h>

#include <filesystem>

#include "model/store/connection.h"
#include "model/store/schema.h"

namespace cotejo::store {
namespace {

// How long a statement waits for another run's transaction. A document's transaction takes milliseconds, so whoever
// waits this long is facing a run that hangs or a person's open transaction.
constexpr int kBusyMilliseconds = 30'000;

std::int64_t pragma(sqlite3* db, const char* sql) {
  Statement statement(db, sql);
  statement.step();
  return statement.integer(0);
}

model::Error refused(model::ErrorCode code, const std::string& path, std::string detail) {
  return {code, model::Stage::store, path, 0, std::move(detail)};
}

}  // namespace

Store::Connection::~Connection() {
  statements.clear();
  sqlite3_close_v2(db);
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

model::Result<Store> Store::open(const std::string& path, Access access) {
  std::error_code ignored;
  if (access != Access::create && !std::filesystem::exists(path, ignored)) {
    return refused(model::ErrorCode::not_found, path, "");
  }
  auto connection = std::make_unique<Connection>();
  connection->path = path;
  int flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
  try {
    const int code = sqlite3_open_v2(path.c_str(), &connection->db, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
      return refused(model::ErrorCode::database, path,
                     connection->db != nullptr ? sqlite3_errmsg(connection->db) : sqlite3_errstr(code));
    }
    sqlite3* db = connection->db;
    sqlite3_busy_timeout(db, kBusyMilliseconds);
    const std::int64_t version = pragma(db, "PRAGMA user_version");
    const std::int64_t owner = pragma(db, "PRAGMA application_id");
    const bool empty = pragma(db, "SELECT count(*) FROM sqlite_schema") == 0;
    if (!empty && owner != kApplicationId) {
      return refused(model::ErrorCode::database, path, "no es una base de datos de cotejo");
    }
    if (version > schema_version()) {
      return refused(model::ErrorCode::database_newer, path, "esquema " + std::to_string(version));
    }
    if (access == Access::read) {
      if (version < schema_version()) {
        return refused(model::ErrorCode::database, path,
                       "esquema " + std::to_string(version) + ": ábrala una vez con «cotejo check» para actualizarla");
      }
    } else {
      // A reader is never locked out by a run, and a killed run leaves the last whole document.
      execute(db, "PRAGMA journal_mode = WAL");
      execute(db, "PRAGMA synchronous = NORMAL");
      migrate(db);
    }
    execute(db, "PRAGMA foreign_keys = ON");
  } catch (const SqlFailure& failure) {
    return to_error(failure, path);
  }
  return Store(std::move(connection));
}

std::string library_version() {
  return sqlite3_libversion();
}

}  // namespace cotejo::store
