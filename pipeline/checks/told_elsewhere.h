#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/mapping/table/reading.h"

namespace cotejo::checks {

// What other tables of the document print for a budget figure of a table that was read from a picture, where that is
// one digit apart from what was read: by index into Table::cells. It is no reading of the cell, and says only what to
// try where the table's own arithmetic fails.
[[nodiscard]] std::map<int, std::vector<std::string>> told_elsewhere(const mapping::DocumentReading& document,
                                                                     int table);

}  // namespace cotejo::checks
