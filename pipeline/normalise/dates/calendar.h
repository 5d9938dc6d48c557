#pragma once

#include <string>
#include <string_view>

namespace cotejo::normalise {

// Month 1–12 of a Spanish name or abbreviation in lower case without accents ("septiembre", "setiembre", "sept",
// "dic"); 0 when it is none.
[[nodiscard]] int month_number(std::string_view word);

// Month 1–12 whose name or abbreviation the word may be, by its first three letters; 0 when it can be none. Cheap: for
// passing over the words of a text.
[[nodiscard]] int month_beginning(std::string_view word);

// The full name of month 1–12, lower case.
[[nodiscard]] std::string_view month_name(int month);

// Days of a month of the Gregorian calendar; month from 1 to 12.
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] bool is_day(int year, int month, int day);

// "YYYY-MM-DD". The parts must make a day.
[[nodiscard]] std::string iso_day(int year, int month, int day);

}  // namespace cotejo::normalise
