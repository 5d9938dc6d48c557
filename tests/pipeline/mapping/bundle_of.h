#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"

// Bundles for the tests, written as the rows that a person sees.
namespace cotejo::mapping::testing {

using Rows = std::vector<std::vector<std::string>>;
using Merges = std::vector<std::array<int, 4>>;  // row, column, rows, columns

inline model::Table table_of(const std::string& title, const Rows& rows, int header_rows = 1,
                             const Merges& merges = {}) {
  model::Table table;
  table.title = title;
  table.first_page = table.last_page = 1;
  table.rows = static_cast<int>(rows.size());
  table.columns = rows.empty() ? 0 : static_cast<int>(rows.front().size());
  table.header_rows = header_rows;
  table.page_boxes.push_back({50, 200, 560, 700});
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      model::Cell cell;
      cell.row = r;
      cell.column = c;
      cell.page = 1;
      cell.text = rows[r][c];
      cell.lines = {cell.text};
      cell.box = {50.0 + c * 40, 200.0 + r * 12, 88.0 + c * 40, 211.0 + r * 12};
      bool covered = false;
      for (const auto& [row, column, height, width] : merges) {
        const bool inside = r >= row && r < row + height && c >= column && c < column + width;
        if (inside && r == row && c == column) {
          cell.row_span = height;
          cell.column_span = width;
        } else if (inside) {
          covered = true;
        }
      }
      if (!covered) table.cells.push_back(cell);
    }
  }
  return table;
}

inline model::Block block_of(const std::string& text, model::BlockKind kind = model::BlockKind::paragraph, int page = 1,
                             double y = 50, double font_size = 10) {
  model::Block block;
  block.kind = kind;
  block.page = page;
  block.text = text;
  block.box = {50, y, 560, y + font_size};
  block.font_size = font_size;
  if (kind == model::BlockKind::heading) block.heading_level = 1;
  return block;
}

inline model::Bundle bundle_of(std::vector<model::Table> tables, std::vector<model::Block> blocks = {}) {
  model::Bundle bundle;
  bundle.file_name = "informe.pdf";
  bundle.page_count = 1;
  bundle.tables = std::move(tables);
  bundle.blocks = std::move(blocks);
  return bundle;
}

}  // namespace cotejo::mapping::testing
