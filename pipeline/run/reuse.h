#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "model/document.h"
#include "pipeline/reading/extraction.h"

namespace cotejo::run {

// What stands before " | " in a stored fingerprint: that of the extract.
[[nodiscard]] std::string_view extract_part(std::string_view fingerprint);

// How good an extract is among several of one content; the greatest is taken: that of this program, the one with more
// of the document, and at last one of the two, always the same. `own` is the fingerprint of this program's way of
// reading.
struct ExtractRank {
  bool own = false;
  int whole = 0;
  std::string settings;
  friend auto operator<=>(const ExtractRank&, const ExtractRank&) = default;
};
[[nodiscard]] ExtractRank extract_rank(const std::string& settings, model::DocumentState state, const std::string& own);

// The stored bundle as these settings would make it, when that can be told without reading the PDF: only the OCR was
// changed, and no page of the document is one that either way of reading sends to it. Empty otherwise.
[[nodiscard]] std::string reused_bundle(std::string_view encoded, const reading::ExtractSettings& settings);

}  // namespace cotejo::run
