#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

// The number or letter of a column, as forms print it under their heads, with the formula that may follow: "(3)",
// "4=2-3", "(2)=(3) a (6)", "C = A + B".
struct ColumnNumber {
  std::string name;     // "3", "c"; empty when the text is no such number
  std::string formula;  // what follows the sign "="; empty when the column is not made from others
};
[[nodiscard]] ColumnNumber column_number(std::string_view text);

// A row of such numbers or letters, counting from left to right; cells without text are passed over. It belongs to the
// head: "(4)" there is no figure, and not minus four.
[[nodiscard]] bool numbers_columns(const Sheet& sheet, int row);

}  // namespace cotejo::mapping
