#include "model/store/sql/statement.h"

#include <sqlite3.h>

#include <cmath>

namespace cotejo::store {
namespace {

void check(int code, sqlite3* db) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
    throw SqlFailure{sqlite3_extended_errcode(db), sqlite3_errmsg(db)};
  }
}

}  // namespace

Statement::Statement(sqlite3* db, std::string_view sql) : db_(db) {
  check(
      sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr),
      db);
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

void Statement::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const SqlFailure failure{sqlite3_extended_errcode(db_), sqlite3_errmsg(db_)};
    sqlite3_reset(statement_);
    throw failure;
  }
  return false;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}
bool Statement::null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int Statement::columns() const {
  return sqlite3_column_count(statement_);
}

std::variant<std::monostate, std::int64_t, double, std::string> Statement::value(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_NULL:
      return std::monostate{};
    case SQLITE_INTEGER:
      return integer(column);
    case SQLITE_FLOAT:
      return real(column);
    default:
      return text(column);
  }
}

std::optional<model::Decimal> Statement::decimal(int column) const {
  if (null(column)) return std::nullopt;
  if (sqlite3_column_type(statement_, column) == SQLITE_INTEGER) return model::Decimal{integer(column), 0};
  model::Decimal value{0, -6};
  double scaled = real(column) * static_cast<double>(model::kMicro);
  for (constexpr double kMost = 9e18; std::abs(scaled) > kMost; ++value.exponent) scaled /= 10;
  value.mantissa = std::llround(scaled);
  for (; value.exponent < 0 && value.mantissa % 10 == 0; ++value.exponent) value.mantissa /= 10;
  return value;
}

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void Statement::bind_one(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_, index, value), db_);
}
void Statement::bind_one(int index, double value) {
  check(sqlite3_bind_double(statement_, index, value), db_);
}
void Statement::bind_one(int index, std::nullptr_t) {
  check(sqlite3_bind_null(statement_, index), db_);
}

void Statement::bind_one(int index, std::string_view value) {
  // Transient: a temporary may be bound; the copies cost little beside the insert.
  check(sqlite3_bind_text(statement_, index, value.empty() ? "" : value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT),
        db_);
}

void Statement::bind_one(int index, const model::Decimal& value) {
  const model::Micro all = model::micro(value);
  const model::Micro whole = all / model::kMicro;
  if (all % model::kMicro == 0 && whole <= INT64_MAX && whole >= INT64_MIN) {
    bind_one(index, static_cast<std::int64_t>(whole));
  } else {
    bind_one(index, value.to_double());
  }
}

std::vector<std::int64_t> integers(Statement& bound) {
  std::vector<std::int64_t> all;
  while (bound.step()) all.push_back(bound.integer(0));
  return all;
}

std::vector<std::string> texts(Statement& bound) {
  std::vector<std::string> all;
  while (bound.step()) all.push_back(bound.text(0));
  return all;
}

void bind_blob(Statement& statement, int index, std::string_view bytes) {
  const int code = sqlite3_bind_blob64(statement.raw(), index, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) throw SqlFailure{code, "bind"};
}

void execute(sqlite3* db, const std::string& sql) {
  check(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), db);
}

Transaction::Transaction(sqlite3* db) : db_(db), part_(sqlite3_get_autocommit(db) == 0) {
  execute(db, part_ ? "SAVEPOINT part" : "BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(db_, part_ ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  execute(db_, part_ ? "RELEASE part" : "COMMIT");
  open_ = false;
}

model::Error to_error(const SqlFailure& failure, const std::string& database) {
  model::Error error{model::ErrorCode::database, model::Stage::store, database, 0, failure.message};
  switch (failure.code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      error.code = model::ErrorCode::database_locked;
      error.detail.clear();  // the code says all of it
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      error.code = model::ErrorCode::database_damaged;
      if ((failure.code & 0xFF) == SQLITE_NOTADB) error.detail = "no es una base SQLite, o se dañó su comienzo";
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      error.code = model::ErrorCode::database_closed;
      error.detail.clear();
      break;
    case SQLITE_FULL:
      error.code = model::ErrorCode::disk_full;
      break;
    case SQLITE_IOERR:
      // A write that fails half way is how some file systems say that they are full.
      if (failure.code == SQLITE_IOERR_WRITE || failure.code == SQLITE_IOERR_SHMSIZE) {
        error.code = model::ErrorCode::disk_full;
      }
      break;
    default:
      break;
  }
  return error;
}

}  // namespace cotejo::store
