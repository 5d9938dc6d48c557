#pragma once

#include <string>

namespace cotejo::archival {

// The sRGB profile as an ICC file; always the same bytes.
[[nodiscard]] std::string srgb_profile();

}  // namespace cotejo::archival
