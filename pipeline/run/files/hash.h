#pragma once

#include <cstdint>
#include <string>

#include "model/result.h"

namespace cotejo::run {

struct FileHash {
  std::string sha256;         // 64 hex digits
  std::int64_t size = 0;      // bytes
  std::int64_t modified = 0;  // seconds since 1970
};

// Reads the whole file, a piece at a time. not_found when it cannot be opened or read or is no regular file.
[[nodiscard]] model::Result<FileHash> hash_file(const std::string& path);

}  // namespace cotejo::run
