#pragma once

#include <cstddef>
#include <string_view>

#include "base/digits.h"

namespace cotejo::checks {

// Steps of hand-made patterns over bytes. A pattern made of them takes one pass and no stack, whatever the text: a
// regular expression of the standard library calls itself for each character, and a long hostile line would end the
// process.

using base::is_digit;
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
[[nodiscard]] constexpr bool is_letter(char c) {  // of ASCII
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_word(char c) {
  return is_digit(c) || is_letter(c) || c == '_';
}

// Where the run of such characters that begins at `at` ends; `at` itself when there is none.
template <class Is>
[[nodiscard]] constexpr std::size_t run_end(std::string_view text, std::size_t at, Is is) {
  while (at < text.size() && is(text[at])) ++at;
  return at;
}

[[nodiscard]] constexpr std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return run_end(text, at, is_space);
}

// Behind the words if they stand at `at`, whatever the case of ASCII letters (`words` in lower case); else npos.
[[nodiscard]] constexpr std::size_t after(std::string_view text, std::size_t at, std::string_view words) {
  if (at > text.size() || text.size() - at < words.size()) return std::string_view::npos;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = text[at + i];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower != words[i]) return std::string_view::npos;
  }
  return at + words.size();
}

}  // namespace cotejo::checks
