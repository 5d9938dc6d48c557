#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8.h"

namespace cotejo::base {

// In text sizes: what a line that was broken inside a word has left is less than one more figure or letter.
inline constexpr double less_than_a_letter = 0.75;

// Printed where a word is divided at the end of a line, and nowhere else.
inline constexpr char32_t soft_hyphen = 0xAD;
inline constexpr std::size_t soft_hyphen_bytes = 2;

// Latin letters; À–Þ but × are capitals, ß–ÿ but ÷ are small.
constexpr bool small_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}
constexpr bool capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// Whether the text begins with a small letter: it goes on with what stands before it.
[[nodiscard]] inline bool starts_small(std::string_view text) {
  return small_letter(first_code_point(text));
}

// What stands after the last space or line end, and before the first one.
constexpr std::string_view last_token(std::string_view text) {
  const auto space = text.find_last_of(" \n");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}
constexpr std::string_view first_token(std::string_view text) {
  return text.substr(0, text.find_first_of(" \n"));
}

}  // namespace cotejo::base
