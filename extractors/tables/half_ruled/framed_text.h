#pragma once

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// Takes a caption out of the top of a ruled table's frame, and sources and notes out of its bottom: rows of one cell
// over all columns. What an institution prints over every form of its own, in the table's frame, goes too: emblem,
// name, code and date in a few cells, and lines over all columns below (entity, purpose). Their words are in no cell
// then, and the table's box ends at its own rows. A table that would be left without two rows stays as it is.
void drop_framed_text(const model::Page& page, PageTable& table);

}  // namespace cotejo::tables
