#pragma once

#include <cstddef>

#include "base/units.h"

namespace cotejo::tables::page {

// Rules that part the columns of fills end in the border of white between them.
inline constexpr base::Points between_fills{2.5};
// The foot of a page that rules part: so few cells, in the last part of the page's height, with a number this long.
inline constexpr int most_cells_of_foot = 3;
inline constexpr base::Share foot_of_page{0.85};
inline constexpr std::size_t longest_page_number = 4;

}  // namespace cotejo::tables::page
