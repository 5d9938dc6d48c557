#pragma once

#include <cstdint>

#include "model/page.h"

namespace cotejo::ocr {

// When the pixels of a page are read: where the text layer does not serve, on every page that shows anything, never.
enum class Mode : std::uint8_t { automatic, always, never };

// How the words of a page should come to be.
enum class Source : std::uint8_t {
  text,    // the text layer serves
  both,    // the text layer serves in part: some words are garbled, or images may hold text too
  pixels,  // there is no text layer that serves
};

// What the text layer alone tells, without rendering: well under 0.1 ms for a page of 1,000 words. Only when it says
// other than `text` need a Reader be made (which loads the model, some 50 ms).
[[nodiscard]] Source source_of(const model::Page& text_layer, Mode mode);
[[nodiscard]] inline bool needs_ocr(const model::Page& text_layer, Mode mode) {
  return source_of(text_layer, mode) != Source::text;
}

}  // namespace cotejo::ocr
