#pragma once

#include <string>
#include <vector>

#include "model/record.h"
#include "pipeline/mapping/document/lines.h"

namespace cotejo::mapping {

class Vocabulary;

// The title that the first page prints, whose entity and dependency are known; empty when no line is like one. The
// body's name, its tax number, labels of forms, notes on units, and the place and day of a letter are no part of it.
// `tables` is where the first table of that page begins, in points from the top: a title stands above it.
[[nodiscard]] std::string title_of(const std::vector<Line>& lines, const model::DocumentInfo& info, double tables,
                                   const Vocabulary& vocabulary);

// The same where the letterhead came as the first rows of the first page's table; empty when none says what it is.
[[nodiscard]] std::string title_in_table(const model::Bundle& bundle, const model::DocumentInfo& info,
                                         const Vocabulary& vocabulary);

}  // namespace cotejo::mapping
