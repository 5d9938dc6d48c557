#pragma once

#include <memory>
#include <string>

#include "extractors/ocr/engine/settings.h"
#include "extractors/ocr/layer/source.h"
#include "extractors/pdf/document.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::ocr {

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
