#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::mapping {

// A number that stands before the words of a commitment.
struct LeadingNumber {
  std::string number;  // "1", "2.3"; empty when the words begin otherwise
  std::string text;    // the words without it
  bool marked =
      false;  // a dot, parenthesis or dash follows it, or it has parts: "1.Designar", "3) Hacer", "1.1 Elaborar"
};
[[nodiscard]] LeadingNumber split_number(std::string_view text);

// The same of a letter or two and a number before a sign: "A1: Verificar la hoja de ruta".
[[nodiscard]] LeadingNumber coded_item(std::string_view text);

// The items that a cell holds, each with a code of its own, where it begins with one: "A1: …", "A2: …" line by line.
[[nodiscard]] std::vector<LeadingNumber> coded_items(std::string_view text);

}  // namespace cotejo::mapping
