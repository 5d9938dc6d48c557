#pragma once

#include <cstddef>

namespace cotejo::checks::unit {

// The units of the tolerances that each room of checks keeps in its own tolerances.h.
using Share = double;       // 0 to 1, or a factor
using Points = double;      // of a percentage
using Digits = double;      // decimal digits: how unlikely an agreement is by accident
using Bytes = std::size_t;  // of UTF-8 text
using Count = int;          // of rows, lines, pairs, codes
using Columns = std::size_t;
using Rows = std::size_t;

}  // namespace cotejo::checks::unit
