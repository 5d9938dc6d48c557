#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "model/store/views.h"

namespace cotejo::exports {

using store::ColumnType;

// A column of a public view, as a person who opens an export needs it explained.
struct ColumnInfo {
  std::string name;
  ColumnType type = ColumnType::text;
  std::string_view description;  // Spanish, units included; empty: nobody has described it, which a test forbids
  std::string_view refers_to;    // "view.column" whose value it holds; empty: none
  std::string_view unit;         // of every value: pt, COP, %; empty: none, or another column tells it
};

struct ViewInfo {
  std::string name;
  std::string_view title;        // of its sheet, its table; at most 25 characters
  std::string_view description;  // what a row is
  std::string_view key;          // the column that tells rows apart; empty: none does
  std::vector<ColumnInfo> columns;

  // Place of a column, -1 where there is none of that name.
  [[nodiscard]] int at(std::string_view column) const;
};

// Every public view of the base in the order in which a person reads them, with the columns that the base gives it.
[[nodiscard]] model::Result<std::vector<ViewInfo>> catalogue(store::Store& store);

}  // namespace cotejo::exports
