#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// A table where it ends its page.
struct EndsPage {
  const model::Page* page = nullptr;  // never null
  const PageTable* table = nullptr;   // never null
};

// What stands at the top of the next page, laid on the columns of the table before it: its head, where that is printed
// again, and rows. A page of a table that shows no head and few columns of its own is read so. Nothing when the lines
// do not keep to those columns. `words`: of the page, those that may belong to it.
[[nodiscard]] std::optional<PageTable> carried_on(const EndsPage& before, const model::Page& page,
                                                  std::vector<int> words);

}  // namespace cotejo::tables
