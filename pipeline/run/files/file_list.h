#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo::run {

// Paths that a list names: one a line, or, when there is a zero byte in it, what stands between zero bytes
// (find -print0), so that names with line ends can be told. Empty ones are left out, and the carriage return of a list
// that was made elsewhere.
[[nodiscard]] std::vector<std::string> read_file_list(std::istream& list);

// One part of several that share a work out among them: number `index` of `count`, from 1.
struct Shard {
  int index = 1;
  int count = 1;

  // Whether the content of this SHA-256 falls to it: every content to one shard and always the same, whatever its name
  // and whatever other files there are.
  [[nodiscard]] bool holds(std::string_view sha256) const;
};

// "3/8"; nothing when that is no shard.
[[nodiscard]] std::optional<Shard> shard_of(std::string_view text);

}  // namespace cotejo::run
