#pragma once

#include <string>
#include <vector>

#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/cells/page_table.h"
#include "model/table.h"

namespace cotejo::tables {

// A table on its page, with what stitching has to know of its surroundings.
struct PagePart {
  const model::Page* page = nullptr;  // never null
  PageTable table;
  bool begins_body = false;  // nothing of the body stands above it on the page
  bool ends_body = false;    // nothing of the body stands below it
  double room_below = 0;     // points from its end to where the text area of the document ends
};

// Logical tables of the document's parts, in the order given (reading order): a table that ends a page and one that
// begins the next page are one when their columns agree and the second is no table of its own. Repeated heads are
// dropped, rows and merged cells that the page break cut are joined again. Titles are left empty.
[[nodiscard]] std::vector<model::Table> stitched(const std::vector<PagePart>& parts);

}  // namespace cotejo::tables
