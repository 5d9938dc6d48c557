#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/columns/column_values.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

class Vocabulary;

// Roles, measures, years and periods of the columns, and the kind of the table that they speak for. `title` and
// `heading` are folded texts of caption and headings over the table,
// `scale` the power of ten of a note on units beside it.
struct ColumnsReading {
  model::TableKind kind = model::TableKind::other;
  bool transposed = false;  // measures run down the rows
  std::vector<ColumnReading> columns;
  std::vector<ColumnValues> values;
};
[[nodiscard]] ColumnsReading read_columns(const Sheet& sheet, int header_rows, std::string_view title,
                                          std::string_view heading, int scale, const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
