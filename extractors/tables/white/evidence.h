#pragma once

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// What of a grid speaks for a table or against one. Counts are of the body, the head left out, where nothing else is
// said.
struct Evidence {
  int columns = 0, rows = 0;  // of the body
  int rows_of_several = 0;    // rows with two cells or more, the head's too
  int rows_of_values = 0;     // rows with a value that is not on a scale
  int rows_broken_off = 0;    // rows whose last cell ends in the middle of a phrase ("… de"), the head's too
  int rows_with_label = 0;    // rows whose first cell is text, or the second one
  int cells = 0, words = 0, values = 0;
  int value_columns = 0;     // behind the first, most of their cells values
  int item_marks = 0;        // "1.", "a)", "•" in the first column
  int head_cells = 0;        // columns that the head names
  int relations = 0;         // columns of nothing but signs of relation: equations
  bool page_numbers = true;  // the last column holds nothing but rising whole numbers
};

[[nodiscard]] Evidence evidence_of(const PageTable& table, const model::Page& page);

}  // namespace cotejo::tables
