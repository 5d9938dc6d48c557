#pragma once

#include <string_view>

namespace cotejo::reading {

// Marks of the sources, made by the build (source_versions.cmake): 16 hex digits each, equal for equal sources on any
// machine. A document that was stored with another one is read, or mapped and checked, again at the next ingest.

// Of the extractors and of the types that a bundle is made of.
[[nodiscard]] std::string_view extraction_version();
// Of mapping, its vocabulary, normalising and the rules, and of the types that records and findings are made of.
[[nodiscard]] std::string_view analysis_version();

}  // namespace cotejo::reading
