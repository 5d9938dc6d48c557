#pragma once

#include <string>
#include <vector>

#include "extractors/tables/read_content.h"

namespace cotejo::tables {

inline const std::vector<double> three{120, 120, 120};

// Rows joined by '\n', cells by '|'; a merged cell is printed once.
inline std::string text_of(const model::Table& table) {
  std::string out;
  int row = 0;
  for (const model::Cell& cell : table.cells) {
    if (cell.row != row)
      out += '\n';
    else if (&cell != &table.cells.front())
      out += '|';
    row = cell.row;
    for (const char c : cell.text) out += c == '\n' ? '/' : c;
  }
  return out;
}

inline std::vector<std::string> tables_of(const std::vector<model::Page>& pages) {
  std::vector<std::string> out;
  for (const model::Table& table : read_content(pages).tables) out.push_back(text_of(table));
  return out;
}

}  // namespace cotejo::tables
