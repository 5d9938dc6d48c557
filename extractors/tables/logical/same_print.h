#pragma once

#include <string_view>
#include <vector>

#include "extractors/tables/cells/part_cells.h"

namespace cotejo::tables {

// Whether two rows print the same. A text that its row was too low for may be cut short in one of them, and what a scan
// was read as may differ by misreadings. Cells by column.
[[nodiscard]] bool same_row(const std::vector<const PartCell*>& a, const std::vector<const PartCell*>& b);

// Whether the first rows of two tables have the same words, wherever they stand; on scans all but a few, misread ones.
[[nodiscard]] bool same_words(const std::vector<PartCell>& a, int rows_a, const std::vector<PartCell>& b, int rows_b);

// Whether two texts can be readings of one: at most one letter in four differs, and digits are the same, but for one
// that may be a letter.
[[nodiscard]] bool alike_readings(std::string_view a, std::string_view b);

}  // namespace cotejo::tables
