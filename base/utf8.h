#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cotejo::base {

// U+FFFD, which stands for bytes that are no UTF-8.
inline constexpr char32_t replacement_character = 0xFFFD;

// The code point at the byte `at`, which is moved behind it; bytes that are no UTF-8 are replacement characters. `at`
// is less than the text's size.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

// The first and the last code point; 0 when the text is empty.
[[nodiscard]] char32_t first_code_point(std::string_view text);
[[nodiscard]] char32_t last_code_point(std::string_view text);

void append_beyond_ascii(std::string& text, char32_t code_point);
inline void append_utf8(std::string& text, char32_t code_point) {
  if (code_point < 0x80)
    text += static_cast<char>(code_point);
  else
    append_beyond_ascii(text, code_point);
}

}  // namespace cotejo::base
