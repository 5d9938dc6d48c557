#pragma once

#include <cstdint>
#include <string_view>

namespace cotejo::base {

// The words that open captions and notes, one list each. Case and accents do not count.

// What the first word of a text says that a caption is of: "Tabla", "Cuadro"; "Gráfico", "Figura"; "Chart", "Annex",
// "Fig": of either, in reports of other countries.
enum class CaptionWord : std::uint8_t { none, table, picture, either };
[[nodiscard]] CaptionWord caption_word(std::string_view text);

// Whether a word opens what stands under a table and is no row of it: "Fuente", "Source", "Nota", "Elaboró".
[[nodiscard]] bool is_note_word(std::string_view word);

// Whether a text is nothing but the unit of the figures below it: "Cifras en millones de pesos", "(en miles de pesos)".
[[nodiscard]] bool is_unit_note(std::string_view text);

// How many bytes the letters take that the text begins with.
[[nodiscard]] std::size_t first_letters(std::string_view text);

}  // namespace cotejo::base
