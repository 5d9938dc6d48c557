#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/table/reading.h"
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

// How a column is made from others, as its number says it: "(3)=(1)+(2)", "6 = 3 a 5", "(7)=(5)/(4)*100".
struct ColumnFormula {
  struct Term {
    int column = 0;
    int weight = 1;  // +1 or −1
  };
  int result = 0;  // column
  std::vector<Term> terms;
  bool ratio = false;  // of its two terms, in percent or as a part of one
};
// Those of the head rows that number the table's columns; none where a name stands for two columns or for none.
[[nodiscard]] std::vector<ColumnFormula> column_formulas(const model::Table& table, const TableReading& reading);

}  // namespace cotejo::mapping
