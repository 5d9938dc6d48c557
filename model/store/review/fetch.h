#pragma once

#include "model/store/connection.h"
#include "model/store/review/rows.h"

namespace cotejo::store {

// Internal to model/store/review.

// What is left of a statement whose values are bound.
[[nodiscard]] Rows fetch(Statement& statement);

// Prepares, binds and fetches; for statements that are put together.
template <class... Args>
[[nodiscard]] Rows fetch(Store::Connection& sql, const std::string& text, const Args&... args) {
  Statement statement(sql.db, text);
  statement.bind(args...);
  return fetch(statement);
}

}  // namespace cotejo::store
