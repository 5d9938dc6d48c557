#pragma once

#include <string>

namespace cotejo::ocr {

struct Settings {
  std::string language = "spa";  // a Tesseract model
  std::string model_folder;      // that holds LANGUAGE.traineddata; empty: TESSDATA_PREFIX, or the system's
};

}  // namespace cotejo::ocr
