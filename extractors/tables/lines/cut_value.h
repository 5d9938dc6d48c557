#pragma once

#include <string>
#include <string_view>

namespace cotejo::tables {

// Whether `below` is what a narrow column left of the value `above`: the rest of a figure's groups, or the last digits
// of a date or a code.
[[nodiscard]] bool is_rest_of_value(const std::string& above, const std::string& below);

// Whether `above` is a code of several parts that fills its column, and `below` the digits that are left of it.
[[nodiscard]] bool cut_code(const std::string& above, const std::string& below);

// "19 de agosto de 2013", "5 de marzo".
[[nodiscard]] bool is_date_in_words(std::string_view text);

// Whether `above` is such a date up to its year ("18 de noviembre de"), and `below` the year.
[[nodiscard]] bool cut_date(const std::string& above, const std::string& below);

// The sign of money whose figure its narrow column put on the next line.
[[nodiscard]] bool lone_currency(const std::string& text);

// Whether a text breaks off where no text ends: at a comma, in a bracket, after "de".
[[nodiscard]] bool asks_for_more(const std::string& text);

}  // namespace cotejo::tables
