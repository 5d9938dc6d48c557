#pragma once

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Text that is longer than its cell runs on over the next one, and over what is printed there: the words of such a
// line are given back to the cell that it begins in. Told by the words of the next cell that it runs over.
void give_back_overflow(const model::Page& page, PageTable& table);

}  // namespace cotejo::tables
