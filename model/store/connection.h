#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "model/store/sql/statement.h"
#include "model/store/store.h"

namespace cotejo::store {

// Internal to this folder: the open database and the statements that were prepared on it.
struct Store::Connection {
  sqlite3* db = nullptr;
  std::string path;
  std::map<const void*, std::unique_ptr<Statement>> statements;
  std::function<bool()> asked_to_end;  // by end_when()

  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  // The statement of a literal, prepared once.
  Statement& operator()(const char* sql) {
    std::unique_ptr<Statement>& statement = statements[sql];
    if (!statement) statement = std::make_unique<Statement>(db, sql);
    return *statement;
  }

  // Runs work() and turns a SqlFailure into the Error that it means.
  template <class Work>
  auto guard(Work&& work) -> model::Result<decltype(work())> {
    try {
      return work();
    } catch (const SqlFailure& failure) {
      return to_error(failure, path);
    }
  }
};

// A connection over a database that another one owns.
class Borrowed {
 public:
  explicit Borrowed(sqlite3* db) { sql_.db = db; }
  ~Borrowed() {
    sql_.statements.clear();
    sql_.db = nullptr;
  }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  [[nodiscard]] Store::Connection& operator()() const { return sql_; }

 private:
  mutable Store::Connection sql_;
};

}  // namespace cotejo::store
