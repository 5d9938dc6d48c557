#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// A ruled table whose rules leave several rows, or several columns, in one cell, as white space divides it; none when
// its rules divide it. White space is believed only where its grid is finer than the rules' and agrees with them, and
// where what it parts are rows of a label and values. text_size: points, the page's commonest.
[[nodiscard]] std::vector<PageTable> divided_by_white(const model::Page& page, const PageTable& ruled,
                                                      double text_size);

}  // namespace cotejo::tables
