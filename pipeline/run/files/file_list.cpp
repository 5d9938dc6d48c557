#include "pipeline/run/files/file_list.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace cotejo::run {

std::vector<std::string> read_file_list(std::istream& list) {
  const std::string text{std::istreambuf_iterator<char>(list), std::istreambuf_iterator<char>()};
  const bool zeros = text.find('\0') != std::string::npos;
  std::vector<std::string> paths;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find(zeros ? '\0' : '\n', begin);
    if (end == std::string::npos) end = text.size();
    std::string path = text.substr(begin, end - begin);
    if (!zeros && !path.empty() && path.back() == '\r') path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    begin = end + 1;
  }
  return paths;
}

bool Shard::holds(std::string_view sha256) const {
  std::uint64_t number = 0;
  constexpr std::size_t kDigits = 15;  // sixty bits: more than enough to share out evenly
  std::from_chars(sha256.data(), sha256.data() + std::min(kDigits, sha256.size()), number, 16);
  return number % static_cast<std::uint64_t>(count) == static_cast<std::uint64_t>(index - 1);
}

std::optional<Shard> shard_of(std::string_view text) {
  Shard shard;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, shard.index);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '/') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, shard.count);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  if (shard.count < 1 || shard.index < 1 || shard.index > shard.count) return std::nullopt;
  return shard;
}

}  // namespace cotejo::run
