#pragma once

#include <string_view>

#include "model/page.h"

namespace cotejo::ocr {

// Whether a word of a text layer cannot be what is printed: it holds signs without a meaning (private use, replacement,
// control) or letters that no text in Spanish has ("pśblico").
[[nodiscard]] bool garbled(std::string_view word);

// The share of a page's words that are garbled, 0 to 1; all of them where next to no word has a vowel (a font whose
// letters are mapped to other letters).
[[nodiscard]] double garbled_share(const model::Page& page);

}  // namespace cotejo::ocr
