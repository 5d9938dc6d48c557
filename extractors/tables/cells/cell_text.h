#pragma once

#include <string>
#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"
#include "model/table.h"

namespace cotejo::tables {

// Text of a cell as a person reads it, and its printed lines.
struct CellText {
  std::string text;                // paragraphs separated by '\n'
  std::vector<std::string> lines;  // as they stand
  double room = 0;                 // points left on the last line; whether a page break cut it inside a word
  double bottom = 0;               // y where the last line ends; the cell's top when it is empty
  double top = 0;                  // y where the first line begins
};

// Space between a table's rules and its text, the smallest on either side.
struct Padding {
  double left = 0;  // points
  double right = 0;
};
[[nodiscard]] Padding padding_of(const model::Page& page, const PageTable& table);

// The cell's words one after the other, in the order in which they were found: for telling what kind of cell it is.
[[nodiscard]] std::string plain_text(const PageCell& cell, const model::Page& page);

[[nodiscard]] CellText cell_text(const model::Page& page, const PageCell& cell, const Padding& padding);

}  // namespace cotejo::tables
