#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// Short names that are turned on end side by side over figures or marks, as the months of a schedule, as pieces of one
// upright line: each narrower than its letters, in the middle of where it stands. Without them a column that holds
// nothing would leave no trace. `words`: indices into page.words, turned or not.
[[nodiscard]] std::vector<Piece> turned_names(const model::Page& page, const std::vector<int>& words);

// Whether a piece is one of these: its text is narrower than its letters can be.
[[nodiscard]] bool is_laid_down(const Piece& piece);

}  // namespace cotejo::tables
