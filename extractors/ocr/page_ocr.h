#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "extractors/pdf/document.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::ocr {

// When the pixels of a page are read: where the text layer does not serve, on every page that shows anything, never.
enum class Mode : std::uint8_t { automatic, always, never };

struct Settings {
  std::string language = "spa";  // a Tesseract model
  std::string model_folder;      // that holds LANGUAGE.traineddata; empty: TESSDATA_PREFIX, or the system's
};

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

// One warm OCR engine. Not for use from two threads at once; processes are the way to more speed: create() switches
// Tesseract's own threads off, for they slow it down.
class Reader {
 public:
  // ocr_unavailable when the model is missing or broken; the detail names the Debian package to install.
  [[nodiscard]] static model::Result<Reader> create(const Settings& settings = {});

  // The page with its words, rules and shades, read as source_of() says; origin and confidence are set in every case,
  // and a page that source_of() calls `text` comes back as it is. Boxes are points of the page as shown, as elsewhere;
  // a skewed page's boxes are those of the page set straight (layout/skew moves them). Fails with what rendering fails
  // with.
  [[nodiscard]] model::Result<model::Page> read(pdf::Document& document, model::Page text_layer, Mode mode);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

 private:
  Reader();
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

// Whether the model is there, without loading it; ocr_unavailable as Reader::create().
[[nodiscard]] model::Status model_available(const Settings& settings = {});

// "tesseract 5.3.0, leptonica-1.82.0, spa 2294433 bytes": part of the fingerprint of what an extraction was made with.
[[nodiscard]] std::string version(const Settings& settings = {});

}  // namespace cotejo::ocr
