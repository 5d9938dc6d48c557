#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"
#include "pipeline/normalise/dates/year_parts.h"

namespace cotejo::normalise {

// A date or span as printed. Without a year of its own it takes context_year; 0 leaves the span empty.
struct DateReading {
  std::size_t begin = 0;  // byte offsets into the text
  std::size_t end = 0;
  std::string text;
  model::DaySpan span;  // both days; a single day has from == to; a month is its first to last day
  bool year_printed = true;
  bool periodic = false;  // "Bimestralmente", "Permanente", "mensual": the span is the whole year if it is known
};

// Every date in the text, left to right: `29/01/2021`, `31/01/20`, `30 de junio de 2020`, `mayo 14 de 2019`,
// `Enero de 2024`, `Del 22 al 27 de Enero de 2021`, `30 Abril, 30 de Agosto`, `Vigencia 2021`, `I trimestre`, periodic
// words. Dates of laws, decrees and citations are found like any other: whether they count is the caller's affair.
[[nodiscard]] std::vector<DateReading> find_dates(std::string_view text, int context_year = 0);

// The span from the earliest day to the latest of all dates in a cell; empty when none has a day.
[[nodiscard]] model::DaySpan span_of(std::string_view text, int context_year = 0);

// True for an existing calendar day "YYYY-MM-DD".
[[nodiscard]] bool valid_day(std::string_view iso);

}  // namespace cotejo::normalise
