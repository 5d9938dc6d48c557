#pragma once

#include <vector>

#include "extractors/tables/segments.h"

namespace cotejo::tables {

// Marks the segments of running text: stacked lines where the first word of each would not have fitted at the end of
// the one before. Labels of a table's rows fail that test, whatever their length, and so do rows of numbers.
void mark_prose(std::vector<TextLine>& lines);

}  // namespace cotejo::tables
