#include "model/codec/head.h"

#include <bit>

namespace cotejo::model {

using codec::fault;
using codec::number_at;

Error codec::fault(std::string detail) {
  return {ErrorCode::protocol, Stage::store, "", 0, std::move(detail)};
}

std::uint64_t checksum(std::string_view data) {
  // Four lanes of multiply and rotate over 8-byte words, so that the multiplications overlap (xxHash's idea).
  constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87, kPrime2 = 0xC2B2AE3D27D4EB4F;
  const auto mix = [](std::uint64_t lane, std::uint64_t word) {
    return std::rotl(lane + word * kPrime2, 31) * kPrime1;
  };
  std::uint64_t lanes[4] = {kPrime1 + kPrime2, kPrime2, 0, 0 - kPrime1};
  std::size_t at = 0;
  for (; at + 32 <= data.size(); at += 32) {
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = mix(lanes[i], number_at<std::uint64_t>(data, at + 8 * i));
  }
  std::uint64_t sum = mix(data.size(), lanes[0]);
  for (std::size_t i = 1; i < 4; ++i) sum = mix(sum, lanes[i]);
  for (; at < data.size(); ++at) sum = mix(sum, static_cast<unsigned char>(data[at]));
  sum = (sum ^ (sum >> 33)) * kPrime2;
  return sum ^ (sum >> 29);
}

Result<std::uint64_t> blob_size(std::string_view head) {
  if (head.size() < kBlobHeadSize) return fault("datos incompletos");
  if (head.substr(0, 3) != "CTJ") return fault("no son datos de cotejo");
  const auto version = number_at<std::uint32_t>(head, 4);
  if (version < kOldestCodecVersion || version > kCodecVersion)
    return fault("formato " + std::to_string(version) + ", se esperaba " + std::to_string(kCodecVersion));
  const auto body = number_at<std::uint64_t>(head, 8);
  if (body > UINT64_MAX - kBlobHeadSize) return fault("longitud imposible");
  return body + kBlobHeadSize;
}

}  // namespace cotejo::model
