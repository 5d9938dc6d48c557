#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// Marks the lines of a list of contents as aside: titles, each with a page number at the right margin that never falls
// from line to line, and no names of columns above them.
void mark_contents(std::vector<TextLine>& lines);

}  // namespace cotejo::tables
