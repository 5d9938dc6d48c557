#pragma once

#include <vector>

#include "extractors/tables/white/placed_line.h"

namespace cotejo::tables {

// What the columns hold: a column of values has numbers, dates or marks in most of the lower lines.
[[nodiscard]] std::vector<bool> value_columns(const std::vector<PlacedLine>& lines, int columns);

// How many of the leading lines are the head. `wide` are the y of the rules that run over most of the table, ascending.
[[nodiscard]] int head_line_count(const std::vector<PlacedLine>& lines, const std::vector<bool>& values,
                                  const std::vector<double>& wide);

}  // namespace cotejo::tables
