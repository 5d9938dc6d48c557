#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "model/store/connection.h"
#include "model/store/marks.h"
#include "model/store/schema.h"

namespace cotejo::store {
namespace {

std::int64_t pragma(sqlite3* db, const char* sql) {
  Statement statement(db, sql);
  statement.step();
  return statement.integer(0);
}

// The path as SQLite's URI, for a file that nobody writes to: a database on a disk that may only be read.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr const char* kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

bool has_content(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return !error && size > 0;
}

// Switches to the write-ahead log. SQLite waits for no one here, so two runs that make a database at once wait here.
void use_wal(sqlite3* db, double wait_seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(wait_seconds);
  while (true) {
    try {
      return execute(db, "PRAGMA journal_mode = WAL");
    } catch (const SqlFailure& failure) {
      if ((failure.code & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() > end) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

// How the detail of an error begins that says that a base is of an older version.
const std::string kOlder = "de una versión anterior, con el esquema ";

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

model::Result<Store> Store::open(const std::string& path, Access access, double wait_seconds) {
  std::error_code ignored;
  if (access != Access::create && !std::filesystem::exists(path, ignored)) {
    return refused(model::ErrorCode::not_found, path, "");
  }
  if (access != Access::read) return open(path, access, wait_seconds, path);
  // SQLite reads a database with a write-ahead log only where it may write beside it; without a log left to be read,
  // the file alone is the whole database.
  model::Result<Store> store = open(path, access, wait_seconds, path);
  // Of an older version: brought up to date where it may be written to.
  if (!store && store.error().detail.starts_with(kOlder) && open(path, Access::write, wait_seconds, path))
    return open(path, access, wait_seconds, path);
  const bool unwritable = !store && (store.error().code == model::ErrorCode::database_closed ||
                                     store.error().code == model::ErrorCode::database);
  if (unwritable && has_content(path) && !has_content(path + "-wal"))
    return open(path, access, wait_seconds, immutable_uri(path));
  return store;
}

model::Result<Store> Store::open(const std::string& path, Access access, double wait_seconds, const std::string& name) {
  std::error_code ignored;
  auto connection = std::make_unique<Connection>();
  connection->path = path;
  int flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
  if (name != path) flags |= SQLITE_OPEN_URI;
  try {
    const int code = sqlite3_open_v2(name.c_str(), &connection->db, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
      return refused(model::ErrorCode::database, path,
                     connection->db != nullptr ? sqlite3_errmsg(connection->db) : sqlite3_errstr(code));
    }
    sqlite3* db = connection->db;
    sqlite3_busy_timeout(db, static_cast<int>(wait_seconds * 1000));
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
                       kOlder + std::to_string(version) + ": ábrala una vez donde se pueda escribir en ella");
      }
    } else {
      // A reader is never locked out by a run, and a killed run leaves the last whole document.
      use_wal(db, wait_seconds);
      execute(db, "PRAGMA synchronous = NORMAL");
      migrate(db);
      // Left by a run that was killed.
      if (pragma(db, "SELECT count(*) FROM finding_number WHERE number IS NULL") > 0) {
        Transaction transaction(db);
        number_findings(*connection);
        transaction.commit();
      }
    }
    execute(db, "PRAGMA foreign_keys = ON");
  } catch (const SqlFailure& failure) {
    model::Error error = to_error(failure, path);
    // The file is there, so what cannot be opened is the log beside it.
    const bool there = std::filesystem::is_regular_file(path, ignored);
    if ((failure.code & 0xFF) == SQLITE_CANTOPEN && there) error.code = model::ErrorCode::database_closed;
    return error;
  }
  return Store(std::move(connection));
}

std::string library_version() {
  return sqlite3_libversion();
}

}  // namespace cotejo::store
