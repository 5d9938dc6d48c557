#pragma once

#include <algorithm>
#include <array>

namespace cotejo::base {

// A glyph that opens an item of a list and is printed for nothing else. Symbol fonts put theirs where Unicode has none.
[[nodiscard]] constexpr bool is_bullet(char32_t sign) {
  constexpr std::array<char32_t, 22> bullets{0x00B7, 0x2022, 0x2023, 0x2043, 0x25A0, 0x25A1, 0x25AA, 0x25BA,
                                             0x25CB, 0x25CF, 0x25E6, 0x2713, 0x2714, 0x2756, 0x2794, 0x27A2,
                                             0x27A4, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC, U'*'};
  return std::find(bullets.begin(), bullets.end(), sign) != bullets.end();
}

}  // namespace cotejo::base
