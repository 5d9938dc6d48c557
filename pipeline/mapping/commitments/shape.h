#pragma once

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// What the cells of a column are, counted over the rows below the head, each cell once. Cells over the whole width
// count for no column.
struct ColumnShape {
  int filled = 0;
  int texts = 0;    // two words or more, not figures
  int phrases = 0;  // a figure and a word or two: "4 informes"
  int numbers = 0;  // figures alone
  int percents = 0;
  int marks = 0;    // X
  int serials = 0;  // "1", "1.1", "2.3.1"
  // Most of what stands there.
  [[nodiscard]] bool most(int count) const;
  [[nodiscard]] int words() const { return texts + phrases; }
};

[[nodiscard]] ColumnShape column_shape(const Vocabulary& vocabulary, const model::Table& table,
                                       const TableReading& reading, int header_rows, int column);

}  // namespace cotejo::mapping
