#pragma once

#include "base/units.h"

namespace cotejo::tables::page {

// Rules that part the columns of fills end in the border of white between them.
inline constexpr base::Points between_fills{2.5};

}  // namespace cotejo::tables::page
