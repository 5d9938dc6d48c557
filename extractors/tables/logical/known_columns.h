#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/white/columns.h"
#include "model/page.h"

namespace cotejo::tables {

// What a table's own rows tell of its columns, for knowing them again on another page.
struct KnownColumns {
  std::vector<Column> columns;
  std::vector<bool> values;  // most of its cells are figures

  // Whether a text stands in its column as the table's own cells do: at the edge, or on the middle, that they share.
  [[nodiscard]] bool aligned(int column, const model::Rect& box, double em) const;

  // By column: the edge that its cells share (-1 left, 0 middle, 1 right), where it runs and how far they stray.
  struct Line {
    int edge = -1;
    double x = 0, strays = 0;
  };
  std::vector<Line> lines;
};

// `head`: rows at the table's top that name the columns.
[[nodiscard]] KnownColumns known_columns(const PageTable& table, int head, const model::Page& page);

}  // namespace cotejo::tables
