#pragma once

#include <string>
#include <string_view>

#include "pipeline/reading/extraction.h"

namespace cotejo::run {

// What stands before " | " in a stored fingerprint: that of the extract.
[[nodiscard]] std::string_view extract_part(std::string_view fingerprint);

// The stored bundle as these settings would make it, when that can be told without reading the PDF: only the OCR was
// changed, and no page of the document is one that either way of reading sends to it. Empty otherwise.
[[nodiscard]] std::string reused_bundle(std::string_view encoded, const reading::ExtractSettings& settings);

}  // namespace cotejo::run
