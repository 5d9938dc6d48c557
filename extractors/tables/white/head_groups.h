#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "extractors/tables/white/placed_line.h"

namespace cotejo::tables {

// Heads over groups of columns where no rule tells how far they reach: each stands over the middle of the columns that
// the line below it names. First and last column of each slot of line `at`, in order; nothing for a slot that names its
// own column alone, or where the middles do not tell. `columns`: with the ink of their own heads. `named_above`: of
// each column, whether a head of its own stands on a line above.
[[nodiscard]] std::vector<std::optional<std::pair<int, int>>> head_groups(const std::vector<PlacedLine>& lines,
                                                                          std::size_t at,
                                                                          const std::vector<Column>& columns,
                                                                          const std::vector<char>& named_above);

}  // namespace cotejo::tables
