#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace cotejo::model {

// The names of an enumeration's values in the order of their declaration: what the database holds, files say and people
// read. Specialised beside each enumeration; a value that means "not told" has the empty name.
template <class Enum>
inline constexpr std::array<std::string_view, 0> kNames{};

template <class Enum>
concept Named = kNames<Enum>
.size() > 0;

template <Named Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
  return kNames<Enum>[static_cast<std::size_t>(value)];
}

// Nothing when no value has this name.
template <Named Enum>
[[nodiscard]] constexpr std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < kNames<Enum>.size(); ++i) {
    if (kNames<Enum>[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace cotejo::model
