#pragma once

#include <string_view>
#include <vector>

#include "pipeline/mapping/table/reading.h"
#include "pipeline/mapping/table/sheet.h"

namespace cotejo::mapping {

// Which sign is the decimal one, by what the figures print.

// The convention that these columns' figures prove by majority.
[[nodiscard]] normalise::DecimalMark mark_of(const Sheet& sheet, const std::vector<int>& columns);
// The convention of a whole document.
[[nodiscard]] normalise::DecimalMark mark_of(const std::vector<Sheet>& sheets);

// What figures of one column prove together that none proves by itself: "1.280", "870" and "2.900" are 1280, 870 and
// 2900, for who prints three decimals prints them behind every figure. Unknown where they prove nothing.
[[nodiscard]] normalise::DecimalMark mark_by_evenness(const Sheet& sheet, int column);

// The convention under which the last sign of the text parts thousands: comma for "52.310", point for "52,310".
[[nodiscard]] normalise::DecimalMark mark_that_groups(std::string_view text);

// Whether the lines of the column, each lone sign read as parting thousands, add up to its one total: the sums decide
// where signs do not, even where both are printed.
[[nodiscard]] bool adds_up_in_groups(const Sheet& sheet, const std::vector<RowReading>& rows, int column);

}  // namespace cotejo::mapping
