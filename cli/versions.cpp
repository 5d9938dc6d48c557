#include "cli/versions.h"

#include "extractors/ocr/page_ocr.h"
#include "extractors/pdf/document.h"
#include "model/codec/codec.h"
#include "model/store/store.h"

namespace cotejo::cli {

std::string versions(model::Language language) {
  const bool spanish = language == model::Language::spanish;
  std::string text = "cotejo " COTEJO_VERSION;
  text += "\nPoppler " + pdf::library_version();
  text += "\n" + ocr::version();  // Tesseract, Leptonica, and the language model with its size
  text += "\nSQLite " + store::library_version();
  text += spanish ? "\nesquema de la base " : "\ndatabase schema ";
  text += std::to_string(store::schema_version());
  text += spanish ? "\nformato de los extractos " : "\nbundle format ";
  text += std::to_string(model::kCodecVersion);
  return text;
}

}  // namespace cotejo::cli
