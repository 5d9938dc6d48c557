#pragma once

#include "base/units.h"

namespace cotejo::tables::cells {

using base::Em;

// cell_text
// Lines of one paragraph stand at most this many text sizes apart, top to top; what is farther begins a new one when
// the cell's own lines stand closer.
inline constexpr Em extra_leading{1.3};
// In text sizes, top to top: a blank line stands between.
inline constexpr Em blank_line{2.2};

}  // namespace cotejo::tables::cells
