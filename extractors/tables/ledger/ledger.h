#pragma once

#include <cstdint>
#include <vector>

#include "extractors/layout/running_heads.h"
#include "extractors/tables/cells/page_table.h"
#include "model/page.h"
#include "model/table.h"

namespace cotejo::tables {

// What a word of a page was taken for.
enum class Owner : std::uint8_t {
  hidden,    // no reader of the page sees it
  table,     // a cell's
  running,   // of a running head or foot
  chart,     // stands beside an axis or bars
  contents,  // of a list of contents
  text,      // running text, headings, captions, notes
  outside,   // a figure in rank with others, as in a table, that no table holds
};

// Who owns each word of the page. `tables`: all that were found on it; `places`: of every word.
[[nodiscard]] std::vector<Owner> owners_of(const model::Page& page, const std::vector<PageTable>& tables,
                                           const std::vector<layout::Place>& places);

// The figures outside, each with the signs that belong to it, from top to bottom.
[[nodiscard]] std::vector<model::OutsideFigure> figures_outside(const model::Page& page,
                                                                const std::vector<Owner>& owners);

}  // namespace cotejo::tables
