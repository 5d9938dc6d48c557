#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cotejo::base {

// Two small hexadecimal digits a byte.
[[nodiscard]] std::string hex(std::string_view bytes);

// Sixteen small hexadecimal digits, the highest first.
[[nodiscard]] std::string hex(std::uint64_t number);

}  // namespace cotejo::base
