#pragma once

#include <vector>

#include "extractors/tables/lines/segments.h"

namespace cotejo::tables {

// Codes that stand right before the names they number, nearer than columns do, are a column of their own where the head
// names both apart: "CODIGO   ACTIVO" over "1105 CAJA". Cuts the segments of such lines; other lines are left as they
// are. `lines` from top to bottom.
void part_codes(std::vector<TextLine>& lines);

}  // namespace cotejo::tables
