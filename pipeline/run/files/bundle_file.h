#pragma once

#include <string>

#include "model/document.h"
#include "model/result.h"

namespace cotejo::run {

// A bundle on disk: the codec's blob (model/codec/codec.h) in one Zstandard frame with its checksum, and before it, in
// a frame that decompressors skip, where the report was found. Called SHA256.cotejo after the file that it was made
// from, so that two machines that read the same report make the same file.
[[nodiscard]] std::string bundle_file_name(const std::string& sha256);

struct BundleFile {
  model::Bundle bundle;
  std::string encoded;  // codec bytes
  std::string route;    // where the file was, as seen from what was named; empty when it is not known
};

// not_found, or protocol with the reason when it is damaged, foreign, or of another version.
[[nodiscard]] model::Result<BundleFile> read_bundle_file(const std::string& path);

// Whole or not at all, whatever happens to this process or the machine: written beside the place, brought to the disk,
// and then put there. disk_full, output.
[[nodiscard]] model::Status write_bundle_file(const std::string& path, const std::string& encoded,
                                              const std::string& route = {});

}  // namespace cotejo::run
