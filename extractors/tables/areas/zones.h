#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"
#include "model/page.h"

namespace cotejo::tables {

// What stands side by side on a page without having to do with each other: columns of running text, a table beside
// them, two tables. Told by white that runs down between them while their lines stand at heights of their own, by
// running text on one side, or by rules that stop there on both sides. The pieces of each such part, and of what stands
// above and below it, from top to bottom and from left to right; one part that holds all where nothing parts the page.
// `lines`: of those pieces, as lines_of() gives them.
[[nodiscard]] std::vector<std::vector<Piece>> zones_of(const std::vector<TextLine>& lines,
                                                       const std::vector<model::Rule>& rules);

}  // namespace cotejo::tables
