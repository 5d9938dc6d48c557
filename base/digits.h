#pragma once

#include <cstddef>
#include <string_view>

namespace cotejo::base {

// 0 to 9 in ASCII; no locale, no other script's digits.
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

[[nodiscard]] constexpr std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_digit(c) ? 1 : 0;
  return count;
}

[[nodiscard]] constexpr bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// True for a text of nothing but digits, at least one.
[[nodiscard]] constexpr bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace cotejo::base
