#pragma once

#include <string>
#include <string_view>

namespace cotejo::pdf {

// What a font says a glyph stands for, as text that can be searched: ligatures taken apart, letters and combining marks
// composed (NFC for the Latin letters), Symbol's bullets made bullets, what is no character
// (surrogates, control codes, no mapping at all) U+FFFD. Null characters vanish.
[[nodiscard]] std::u32string readable(std::u32string_view characters);

// The composed letter, or 0 when the two do not compose. `mark` may be a combining mark or the spacing accent that some
// programs print over a letter.
[[nodiscard]] char32_t composed(char32_t letter, char32_t mark);

// U+0300 to U+036F: a mark that belongs to the letter before it.
[[nodiscard]] constexpr bool is_combining(char32_t character) {
  return character >= 0x300 && character < 0x370;
}

// Spaces of every width; they part words and never stand in one.
[[nodiscard]] bool is_space(char32_t character);

[[nodiscard]] std::u32string from_utf8(std::string_view text);

}  // namespace cotejo::pdf
