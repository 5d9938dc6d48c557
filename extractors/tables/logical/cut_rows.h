#pragma once

#include <string>
#include <vector>

#include "extractors/tables/cells/part_cells.h"

namespace cotejo::tables {

// A cell at the end of a page's part of a table, and the one below the page break in the same columns.
struct AcrossBreak {
  const PartCell* before = nullptr;  // never null
  const PartCell* next = nullptr;    // never null
};

// Whether the first row below a page break goes on with the last one above it: what it holds goes on with cells whose
// text ran to the bottom of the page, and the cells that were finished there are empty. `room_below`: points that the
// page had left.
[[nodiscard]] bool row_goes_on(const std::vector<AcrossBreak>& cells, double room_below);

// Whether a cell's text goes on in mid-sentence though its row does not: the cell is merged over the rows on both
// sides.
[[nodiscard]] bool goes_on_in_mid_sentence(const AcrossBreak& cell);

// Puts the text below the break to the cell above it.
void go_on(PartCell& before, const PartCell& next);

// Nothing but figures and the signs that stand with them; true of an empty text.
[[nodiscard]] bool is_figure(const std::string& text);

}  // namespace cotejo::tables
