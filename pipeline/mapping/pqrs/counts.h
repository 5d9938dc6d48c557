#pragma once

#include <cstdint>
#include <optional>

#include "model/table.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

// The count that a place of the grid holds; nothing when it is blank, a percentage, money, or no whole number.
[[nodiscard]] std::optional<std::int64_t> count_in(const model::Table& table, const TableReading& reading, int row,
                                                   int column);

}  // namespace cotejo::mapping
