#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "model/page.h"

namespace cotejo::tables {

// The table with the row of totals that stands apart under it, in a box of its own or in bigger print: one line of a
// label and figures that keep to the columns of the table's figures. Nothing when there is none. `free`: words of the
// page that no table holds.
[[nodiscard]] std::optional<PageTable> with_row_below(const model::Page& page, const PageTable& table,
                                                      const std::vector<int>& free);

// The table with the label that is all that stands below it on its page: a row whose figures are on the next page, or
// the last line of the last row's label. Nothing when something else stands there.
[[nodiscard]] std::optional<PageTable> with_label_below(const model::Page& page, const PageTable& table,
                                                        const std::vector<int>& free);

}  // namespace cotejo::tables
