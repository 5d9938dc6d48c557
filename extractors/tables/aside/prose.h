#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// Marks the segments of running text: stacked lines where the first word of each would not have fitted at the end of
// the one before. Labels of a table's rows fail that test, whatever their length, and so do rows of numbers. A rule
// that runs between two lines, over both and farther, parts them: what stands between such rules are cells. A line by
// itself is running text where it is justified and made of words as sentences are.
void mark_prose(std::vector<TextLine>& lines, const std::vector<model::Rule>& rules);

}  // namespace cotejo::tables
