#include "model/store/review/fetch.h"

#include <sqlite3.h>

namespace cotejo::store {

Rows fetch(Statement& statement) {
  Rows result;
  const int count = statement.columns();
  for (int i = 0; i < count; ++i) result.columns.emplace_back(sqlite3_column_name(statement.raw(), i));
  while (statement.step()) {
    std::vector<Value>& row = result.rows.emplace_back();
    row.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) row.push_back(statement.value(i));
  }
  return result;
}

}  // namespace cotejo::store
