#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cotejo::store {

// «[1,2]», as json_each() takes the numbers that are meant; nothing where all are.
inline std::optional<std::string> json_list(const std::optional<std::vector<std::int64_t>>& numbers) {
  if (!numbers) return std::nullopt;
  std::string list;
  for (const std::int64_t number : *numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
  return "[" + list + "]";
}

}  // namespace cotejo::store
