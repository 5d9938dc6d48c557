#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/table.h"

// The one builder of hand-made tables for the tests of mapping and checks: rows of texts as a person sees them.
namespace cotejo::testing {

using Rows = std::vector<std::vector<std::string>>;

// A merged cell: its top left place and how many rows and columns it covers.
struct Merge {
  int row = 0;
  int column = 0;
  int rows = 1;
  int columns = 1;
};

// Points: columns are 40 wide and begin at 50.
struct Frame {
  double top = 200;
  double row_height = 12;
  double gap = 0;  // between two cells
};

// Merged cells stand once, at their top left place. The table's area on the page is left to the caller.
inline model::Table made_table(const std::string& title, const Rows& rows, int header_rows,
                               const std::vector<Merge>& merges, Frame frame, int page = 1) {
  model::Table table;
  table.title = title;
  table.first_page = table.last_page = page;
  table.rows = static_cast<int>(rows.size());
  table.columns = rows.empty() ? 0 : static_cast<int>(rows.front().size());
  table.header_rows = header_rows;
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      model::Cell cell;
      bool covered = false;
      for (const Merge& merge : merges) {
        const bool inside =
            r >= merge.row && r < merge.row + merge.rows && c >= merge.column && c < merge.column + merge.columns;
        if (inside && r == merge.row && c == merge.column) {
          cell.row_span = merge.rows;
          cell.column_span = merge.columns;
        } else if (inside) {
          covered = true;
        }
      }
      if (covered) continue;
      cell.row = r;
      cell.column = c;
      cell.page = page;
      cell.text = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
      cell.lines = {cell.text};
      cell.box = {50.0 + 40 * c, frame.top + frame.row_height * r, 50.0 + 40 * (c + cell.column_span) - frame.gap,
                  frame.top + frame.row_height * (r + cell.row_span) - frame.gap / 2};
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace cotejo::testing
