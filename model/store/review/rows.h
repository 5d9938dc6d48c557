#pragma once

#include <string>
#include <vector>

#include "model/store/store.h"

namespace cotejo::store {

// What a query of the review workbench gives: its columns have the names that the API gives them.
struct Rows {
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;

  [[nodiscard]] bool empty() const { return rows.empty(); }
};

// A part of a long list.
struct Window {
  std::int64_t offset = 0;
  std::int64_t limit = 100;
};

// A part of a long list with the length of all of it.
struct Page {
  std::int64_t total = 0;
  Rows items;
};

}  // namespace cotejo::store
