#pragma once

#include "base/units.h"

namespace cotejo::reading::tolerances {

// Of a page without text: images that cover more are no line and no small emblem, which blank pages of letter paper have.
inline constexpr base::Share kShows{0.05};

}  // namespace cotejo::reading::tolerances
