#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/amount.h"
#include "model/geometry.h"
#include "model/names.h"
#include "model/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace cotejo::store {

// Internal to model/store: thin owners of SQLite's handles. A failure throws SqlFailure, which never leaves it:
// Store's functions turn it into a model::Error.
struct SqlFailure {
  int code = 0;  // SQLite's extended result code
  std::string message;
};

class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Binds the arguments to ?1, ?2 … after a reset.
  template <class... Args>
  Statement& bind(const Args&... args) {
    reset();
    (put(args), ...);
    return *this;
  }
  // Binds the next place.
  template <class T>
  Statement& put(const T& value) {
    bind_one(++bound_, value);
    return *this;
  }
  bool step();  // true: a row
  void run() {
    while (step()) {
    }
    reset();
  }
  // Runs to the end and gives the first column of the first row; for what RETURNING gives.
  std::int64_t run_for_integer() {
    step();
    const std::int64_t value = integer(0);
    while (step()) {
    }
    return value;
  }

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool null(int column) const;
  // The value as SQLite's own type has it; a BLOB counts as text.
  [[nodiscard]] std::variant<std::monostate, std::int64_t, double, std::string> value(int column) const;
  [[nodiscard]] int columns() const;
  // What put() stored of a Decimal, to its shortest form; nothing for NULL.
  [[nodiscard]] std::optional<model::Decimal> decimal(int column) const;
  [[nodiscard]] sqlite3_stmt* raw() const { return statement_; }

 private:
  void reset();
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, int value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, bool value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, double value);
  void bind_one(int index, std::string_view value);
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, std::nullptr_t);
  void bind_one(int index, std::monostate) { bind_one(index, nullptr); }
  template <model::Named Enum>
  void bind_one(int index, Enum value) {
    bind_one(index, model::name_of(value));
  }
  template <class T>
  void bind_one(int index, const std::optional<T>& value) {
    if (value)
      bind_one(index, *value);
    else
      bind_one(index, nullptr);
  }
  // A whole number as INTEGER, anything finer as REAL.
  void bind_one(int index, const model::Decimal& value);

  sqlite3* db_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;  // places bound since the last reset
};

// The first column of the rows of a statement whose values are bound.
[[nodiscard]] std::vector<std::int64_t> integers(Statement& bound);
[[nodiscard]] std::vector<std::string> texts(Statement& bound);

// Bytes that are stored as a BLOB.
void bind_blob(Statement& statement, int index, std::string_view bytes);

void execute(sqlite3* db, const std::string& sql);

// BEGIN IMMEDIATE … COMMIT, or a part of the transaction that is open already; rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(sqlite3* db);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  sqlite3* db_;
  bool part_;  // of another one
  bool open_ = true;
};

// The expected failure that an SQL failure means.
[[nodiscard]] model::Error to_error(const SqlFailure& failure, const std::string& database);

// "" and 0 are stored as NULL: unknown is not a value.
[[nodiscard]] inline std::optional<std::string_view> known(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}
[[nodiscard]] inline std::optional<int> known(int number) {
  return number == 0 ? std::nullopt : std::optional<int>(number);
}

}  // namespace cotejo::store
