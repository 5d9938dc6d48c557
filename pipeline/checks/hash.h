#pragma once

#include <cstdint>
#include <string_view>

namespace cotejo::checks {

// FNV-1a of 64 bits, mixed as MurmurHash3 ends: the same in every build and on every machine, so that it may be stored.
// Texts that differ in their last digit alone have hashes that lie near each other until the bits are mixed.
[[nodiscard]] inline std::int64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdULL;
  hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
  return static_cast<std::int64_t>(hash ^ (hash >> 33U));
}

}  // namespace cotejo::checks
