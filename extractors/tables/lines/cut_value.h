#pragma once

#include <string>

namespace cotejo::tables {

// Whether `below` is what a narrow column left of the value `above`: the rest of a figure's groups, or the last digits
// of a date or a code.
[[nodiscard]] bool is_rest_of_value(const std::string& above, const std::string& below);

}  // namespace cotejo::tables
