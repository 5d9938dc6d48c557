#include "extractors/tables/heads/row_on_top.h"

#include <cstddef>

namespace cotejo::tables {

void add_row_on_top(PageTable& table, double top) {
  for (PageCell& cell : table.cells) ++cell.row;
  table.ys.insert(table.ys.begin(), top);
  std::vector<PageCell> row(static_cast<std::size_t>(table.columns()));
  for (std::size_t c = 0; c < row.size(); ++c) {
    row[c].column = static_cast<int>(c);
    row[c].box = {table.xs[c], table.ys[0], table.xs[c + 1], table.ys[1]};
  }
  table.cells.insert(table.cells.begin(), row.begin(), row.end());
  table.box.y0 = top;
}

}  // namespace cotejo::tables
