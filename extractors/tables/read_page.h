#pragma once

#include <vector>

#include "extractors/layout/lines.h"
#include "extractors/layout/running_heads.h"
#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// What one page gave, before the document is put together.
struct ReadPage {
  const model::Page* page = nullptr;
  std::vector<PageTable> tables;      // from top to bottom
  std::vector<layout::Line> body;     // lines outside tables and running heads
  std::vector<layout::Place> places;  // of every word
  double notes_begin = 0;             // points: where the notes at its foot begin; its height where it has none
};

// Tables of a page, ruled ones first, and the lines that stand outside them. `places`: of every word of the page.
[[nodiscard]] ReadPage read_page(const model::Page& page, std::vector<layout::Place> places);

}  // namespace cotejo::tables
