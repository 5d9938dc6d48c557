#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "extractors/tables/white/columns.h"
#include "extractors/tables/white/placed_line.h"
#include "model/page.h"

namespace cotejo::tables {

// Marks, among lines from … to, those that name what follows them in the body and stand over the middle of the whole
// table: one cell over all columns each. Such a text says nothing of the columns that it happens to stand in.
void mark_panels(std::vector<PlacedLine>& lines, std::size_t from, std::size_t to, const std::vector<Column>& columns,
                 const std::vector<model::Rule>& rules);

// The lines, of those from … to, that belong to the table: from its first head line to its last row; nothing when none
// is a row. `wide`: y of the rules that run over most of it.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> lines_of_table(const std::vector<PlacedLine>& lines,
                                                                                std::size_t from, std::size_t to,
                                                                                const std::vector<Column>& columns,
                                                                                const std::vector<double>& wide);

}  // namespace cotejo::tables
