#pragma once

#include <optional>
#include <string_view>

#include "pipeline/normalise/numbers/number.h"

// The words that tell what a number beside them is, and the shapes of numbers that are no amounts. All take lower case
// without accents.
namespace cotejo::normalise {

// What a noun says of the number after it: "ley" law, "artículo" or "tabla" article (a reference), "contrato" or
// "calle" code, "NIT" nit, "oficio" radicado, "teléfono" phone.
[[nodiscard]] std::optional<TokenKind> keyword_kind(std::string_view word);

[[nodiscard]] bool is_number_marker(std::string_view word);      // "No", "Nro", "número"
[[nodiscard]] bool is_norm_adjective(std::string_view word);     // "reglamentario", "municipal", "MinTIC"
[[nodiscard]] bool is_year_word(std::string_view word);          // "vigencia", "año", "durante"
[[nodiscard]] bool is_measure(std::string_view word);            // units that do not end in s: "km", "ha"
[[nodiscard]] bool is_ordinal_ending(std::string_view letters);  // of "1er", "2do", "3ra"

[[nodiscard]] bool is_year_span(std::string_view token);  // "2020-2023"
[[nodiscard]] bool is_nit(std::string_view token);        // "900.369.984-1", "890501431-0"
[[nodiscard]] bool is_radicado(std::string_view token);   // "2022-071800"

}  // namespace cotejo::normalise
