#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// Stacks of lines that may hold a table: prose is taken out, and a stack ends at running text, a caption, a wide white
// or a taken area; rows on stripes may stand further apart than others. Lines with their prose segments removed; from
// top to bottom.
[[nodiscard]] std::vector<std::vector<TextLine>> stacks_of(const std::vector<TextLine>& lines,
                                                           const std::vector<model::Rule>& rules,
                                                           const std::vector<model::Shade>& shades,
                                                           const std::vector<model::Rect>& taken);

// The y of the rules (alone or several side by side) that cover most of x0 … x1 and half at least of x0 … label_end,
// ascending: a rule that leaves the labels out stands under a head over several columns.
[[nodiscard]] std::vector<double> wide_rules(const std::vector<model::Rule>& rules, double x0, double x1,
                                             double label_end);

}  // namespace cotejo::tables
