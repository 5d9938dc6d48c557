#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/result.h"

namespace cotejo::exports {

struct BagCheck {
  std::int64_t sound = 0;             // files with the content that the manifests tell
  std::vector<std::string> changed;   // files with another content
  std::vector<std::string> missing;   // files that a manifest names and that are not there
  std::vector<std::string> unlisted;  // files of the payload that a payload manifest does not name
  std::vector<std::string> faults;    // of the package itself (Spanish)
  [[nodiscard]] bool whole() const { return changed.empty() && missing.empty() && unlisted.empty() && faults.empty(); }
};

// Holds a BagIt package (RFC 8493, 1.0 and 0.97), of cotejo's or another's, to its manifests. not_found when there is
// no package in the folder.
[[nodiscard]] model::Result<BagCheck> check_bag(const std::string& folder, const std::function<bool()>& interrupted);

}  // namespace cotejo::exports
