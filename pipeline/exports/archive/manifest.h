#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/result.h"

namespace cotejo::exports {

// Manifests of a BagIt package (RFC 8493): a digest and a path a line.

// A path as manifests write it: line ends and % as %0A, %0D and %25.
[[nodiscard]] std::string manifest_path(const std::string& path);
[[nodiscard]] std::string path_of_manifest(const std::string& written);

struct FileDigests {
  std::vector<std::string> hex;  // in the order of the algorithms
  std::int64_t size = 0;         // bytes
};

// Reads a file once for all algorithms (base/digest.h); not_found when it cannot be read.
[[nodiscard]] model::Result<FileDigests> digest_file(const std::string& path,
                                                     const std::vector<std::string>& algorithms);

// Files below a folder, by path from it, in the order of their bytes; links are named as files and never followed.
[[nodiscard]] model::Result<std::vector<std::string>> files_below(const std::string& folder);

}  // namespace cotejo::exports
