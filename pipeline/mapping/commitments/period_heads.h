#pragma once

#include <string>
#include <string_view>

#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/dates/year_parts.h"

namespace cotejo::mapping {

inline constexpr std::size_t kMonths = 12;

// "Enero" for 1.
[[nodiscard]] std::string month_name(int month);

// The part of the year of one of `columns` columns, `at` from 0, that are numbered in their order under one head: "III"
// of four is the third quarter. first_month is 0 where the head is not that number.
[[nodiscard]] normalise::YearPart part_in_group(int columns, int at, std::string_view folded_head);

// What a column of marks stands for: the month's name whole where its column cut it, "Trimestre II" for a bare number,
// else the head as printed.
[[nodiscard]] std::string period_column_label(const std::string& head, const normalise::YearPart& part);

// "Logro esperado", "Avance programado": what is to be reached, not what was.
[[nodiscard]] bool lies_ahead(std::string_view head);

}  // namespace cotejo::mapping
