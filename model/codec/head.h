#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "model/result.h"

namespace cotejo::model {

// The head of a blob: "CTJ" and a letter for the kind, the codec's version (u32), the body's length (u64), the body's
// checksum (u64).
inline constexpr std::uint32_t kCodecVersion = 3;        // 2: figures outside tables; 3: how far pages lean
inline constexpr std::uint32_t kOldestCodecVersion = 1;  // of the bundles that can still be read
inline constexpr std::size_t kBlobHeadSize = 24;

// Length of the whole blob (head and body) that begins with this head; protocol when it is not the head of one.
[[nodiscard]] Result<std::uint64_t> blob_size(std::string_view head);

// 64 bits that change when a byte of the data changes. Not cryptographic.
[[nodiscard]] std::uint64_t checksum(std::string_view data);

namespace codec {

// The Error of every blob that cannot be read: ErrorCode::protocol, with the reason.
[[nodiscard]] Error fault(std::string detail);

template <class T>
T number_at(std::string_view blob, std::size_t at) {
  T number{};
  std::memcpy(&number, blob.data() + at, sizeof number);
  return number;
}

}  // namespace codec
}  // namespace cotejo::model
