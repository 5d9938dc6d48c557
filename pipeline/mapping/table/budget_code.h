#pragma once

#include <string>
#include <string_view>

namespace cotejo::mapping {

// A budget code at the beginning of a cell, and the words after it ("206101501025 GASTOS DE FISCALIZACION").
struct CodeReading {
  std::string code;  // as printed, without the spaces and line ends that cut it; empty when there is none
  std::string bpin;  // what of it is a project number of the Banco de Programas y Proyectos; may be empty
  std::string rest;  // the words after it, trimmed
};

// Whether the text by itself, without its column, is a code and cannot be an amount: `2.1.2.02.008`, `A-01-02`,
// `2143803-2020730010024-01`, `998029499_51`. Undotted digits and groups of three ("2.101.001") are open and give
// false.
[[nodiscard]] bool is_certain_code(std::string_view text);

// Whether the text may be a code in a column that holds codes: digits, capitals, dots, hyphens, with a digit in it.
[[nodiscard]] bool may_be_code(std::string_view text);

// Reads a cell of a column of codes. Pieces that a line end or a space cut are joined while they look like the same
// code.
[[nodiscard]] CodeReading read_code(std::string_view text);

// The BPIN inside a code: 13 to 15 digits that begin with a year from 2000 to 2039, alone or between separators.
[[nodiscard]] std::string bpin_of(std::string_view code);

// True when `parent` is a proper dotted prefix of `child` ("2.1" of "2.1.02"; not "2.1" of "2.10").
[[nodiscard]] bool is_dotted_prefix(std::string_view parent, std::string_view child);

}  // namespace cotejo::mapping
