#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/digits.h"

namespace cotejo::normalise {

// A text with one char for each code point, so that figures, dates and number words can be scanned byte by byte and
// still be pointed at in the source. Latin letters are lower case without accents; every dash (also U+2212) is '-',
// every apostrophe '\'', every quotation mark '"', a line or paragraph break '\n', a plain space ' '. Soft hyphens,
// zero-width and combining marks are left out; ligatures give two or three chars at one place of the source.
struct Skeleton {
  std::string chars;
  std::vector<std::uint32_t> at;  // chars.size() + 1 byte offsets into the source, the last the source's size; empty
                                  // where each char stands at its own index, as in ASCII

  [[nodiscard]] std::size_t size() const { return chars.size(); }
  [[nodiscard]] char operator[](std::size_t i) const { return i < chars.size() ? chars[i] : '\0'; }
  // The byte offset of char i into the source; of size(), the source's size.
  [[nodiscard]] std::size_t place(std::size_t i) const { return at.empty() ? i : at[i]; }
  // The source bytes of chars [begin, end), marks left out at the end of it included.
  [[nodiscard]] std::string_view source(std::string_view text, std::size_t begin, std::size_t end) const;
};

inline constexpr char kHardSpace = '\x1f';    // U+00A0, U+202F and the thin spaces: they join groups of digits
inline constexpr char kOrdinalSign = '\x04';  // º ª °
inline constexpr char kTick = '\x02';         // ✓ ✔ ☑ ☒ ✗ ✘
inline constexpr char kBullet = '\x03';       // • ● ■ ▪ · …
inline constexpr char kLetter = '\x05';       // a letter of another script
inline constexpr char kOther = '\x06';        // any other sign

[[nodiscard]] Skeleton skeleton_of(std::string_view text);

// The next code point of a UTF-8 text; moves `position` past it. A broken sequence gives U+FFFD and moves one byte or
// past the well-formed part of it.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);

// The char that stands for a code point in a skeleton; '\0' for one that is left out. Ligatures give their first char.
[[nodiscard]] char skeleton_char(char32_t code_point);

using base::is_digit;
[[nodiscard]] inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || c == kLetter;
}
[[nodiscard]] inline bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == kHardSpace;
}

[[nodiscard]] std::size_t skip_spaces(const Skeleton& text, std::size_t begin);

// The number of chars that `phrase` takes at `begin`, any white space for each of its spaces; 0 when it does not stand
// there, or a letter or digit follows.
[[nodiscard]] std::size_t phrase_at(const Skeleton& text, std::size_t begin, std::string_view phrase);

}  // namespace cotejo::normalise
