#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace cotejo::fuzz {

// One function that takes any bytes and must neither crash, hang nor break a promise of its header. Breaking a promise
// is std::abort(), which both drivers notice.
struct Target {
  std::string_view name;
  void (*run)(const std::uint8_t* data, std::size_t size);
  // Inputs to begin from.
  std::vector<std::vector<std::uint8_t>> (*seeds)();
};

[[nodiscard]] const std::vector<Target>& targets();

}  // namespace cotejo::fuzz
