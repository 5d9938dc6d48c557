#pragma once

#include <string>
#include <vector>

namespace cotejo::mapping {

// Digits and dots of a code, without dots at its end.
[[nodiscard]] std::string code_digits(const std::string& code);

// For each of the codes (digits and dots; empty where a row has none) the first place of the nearest code that stands
// above it, -1 when none is printed: "2.1" over "2.1.3", an undotted "11" over "1105", and "110000000" over "111000000"
// where all codes are filled up with zeros to one length. Undotted codes may begin alike by accident: whether a tree is
// meant, the sums must show.
[[nodiscard]] std::vector<int> parents_by_code(std::vector<std::string> codes);

}  // namespace cotejo::mapping
