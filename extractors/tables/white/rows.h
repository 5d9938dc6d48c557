#pragma once

#include <utility>
#include <vector>

#include "extractors/tables/white/placed_line.h"

namespace cotejo::tables {

// Which consecutive lines of a body make a row: pairs of first and last index into `lines`. Wrapped labels and wrapped
// text are joined to their row: by rules (`wide`: y of the rules that run over most of the table), by lines that stand
// nearer than rows do, by a word that would still have fitted above.
[[nodiscard]] std::vector<std::pair<int, int>> body_rows(const std::vector<PlacedLine>& lines,
                                                         const std::vector<Column>& columns,
                                                         const std::vector<bool>& values,
                                                         const std::vector<double>& wide);

}  // namespace cotejo::tables
