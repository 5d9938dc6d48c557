#include "extractors/ocr/engine/engine.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <array>
#include <cstdlib>
#include <filesystem>

namespace cotejo::ocr {

namespace fs = std::filesystem;

struct TextEngine::Handle {
  tesseract::TessBaseAPI api;
};

namespace {

// Tesseract's own threads make it slower. OMP_THREAD_LIMIT is read when the process starts, too early for us to set it,
// and Tesseract asks for its threads by number; allowing no active level of parallel regions leaves it one. The
// function is looked up by name, for Tesseract may have been built without OpenMP.
void use_one_thread() {
  using SetMaxActiveLevels = void (*)(int);
  if (void* found = dlsym(RTLD_DEFAULT, "omp_set_max_active_levels")) reinterpret_cast<SetMaxActiveLevels>(found)(0);
}

}  // namespace

TextEngine::TextEngine() : handle_(std::make_unique<Handle>()) {}
TextEngine::TextEngine(TextEngine&&) noexcept = default;
TextEngine& TextEngine::operator=(TextEngine&&) noexcept = default;
TextEngine::~TextEngine() = default;

std::string model_path(const Settings& settings) {
  std::vector<fs::path> folders;
  if (!settings.model_folder.empty()) {
    folders.emplace_back(settings.model_folder);
  } else {
    if (const char* prefix = std::getenv("TESSDATA_PREFIX"); prefix != nullptr && *prefix != '\0') {
      folders.emplace_back(prefix);
      folders.push_back(fs::path(prefix) / "tessdata");
    }
    folders.emplace_back("/usr/share/tesseract-ocr/5/tessdata");
    folders.emplace_back("/usr/share/tessdata");
    folders.emplace_back("/usr/local/share/tessdata");
  }
  for (const fs::path& folder : folders) {
    std::error_code error;
    const fs::path file = folder / (settings.language + ".traineddata");
    if (fs::is_regular_file(file, error)) return file.string();
  }
  return {};
}

model::Result<TextEngine> TextEngine::create(const Settings& settings) {
  const std::string package = "tesseract-ocr-" + settings.language;
  const std::string file = model_path(settings);
  if (file.empty()) {
    return model::Error{model::ErrorCode::ocr_unavailable, model::Stage::ocr, "", 0,
                        settings.language + ".traineddata: no existe; paquete " + package};
  }
  use_one_thread();
  setMsgSeverity(L_SEVERITY_NONE);  // Leptonica's remarks on strange pictures
  TextEngine engine;
  tesseract::TessBaseAPI& api = engine.handle_->api;
  const std::string folder = fs::path(file).parent_path().string();
  // Warnings go to the worker's standard error otherwise, one for each strange picture.
  const std::vector<std::string> names{"debug_file"};
  const std::vector<std::string> values{"/dev/null"};
  if (api.Init(folder.c_str(), settings.language.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values,
               false) != 0) {
    return model::Error{model::ErrorCode::ocr_unavailable, model::Stage::ocr, "", 0,
                        file + ": dañado; paquete " + package};
  }
  // Dark boxes are inverted before: trying every doubtful line both ways would cost a fifth of the time.
  api.SetVariable("tessedit_do_invert", "0");
  return engine;
}

std::vector<PixelWord> TextEngine::read(const PageImage& picture, Segmentation segmentation, Alphabet alphabet) {
  tesseract::TessBaseAPI& api = handle_->api;
  std::vector<PixelWord> words;
  if (width(picture.gray) < 3 || height(picture.gray) < 3) return words;
  constexpr std::array modes{tesseract::PSM_SINGLE_BLOCK, tesseract::PSM_SINGLE_LINE, tesseract::PSM_SINGLE_WORD};
  api.SetPageSegMode(modes[static_cast<std::size_t>(segmentation)]);
  constexpr std::array alphabets{"", "0123456789.,$%-()",
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c1\u00c9\u00cd\u00d1\u00d3\u00da\u00dc."};
  api.SetVariable("tessedit_char_whitelist", alphabets[static_cast<std::size_t>(alphabet)]);
  api.SetImage(picture.gray.get());
  api.SetSourceResolution(static_cast<int>(picture.dpi));
  if (api.Recognize(nullptr) != 0) return words;
  const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
  if (!at) return words;
  int line = -1;
  do {
    if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
    const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
    PixelWord word;
    if (!text || !at->BoundingBox(tesseract::RIL_WORD, &word.box.x0, &word.box.y0, &word.box.x1, &word.box.y1))
      continue;
    for (const char* c = text.get(); *c != '\0'; ++c) {
      if (*c != ' ' && *c != '\n') word.text += *c;  // the engine now and then puts a space before a figure
    }
    word.confidence = at->Confidence(tesseract::RIL_WORD) / 100.0;
    word.line = line;
    tesseract::ResultIterator symbol = *at;
    do {
      const std::unique_ptr<char[]> glyph(symbol.GetUTF8Text(tesseract::RIL_SYMBOL));
      PixelSymbol one;
      if (glyph && glyph[0] != ' ' &&
          symbol.BoundingBox(tesseract::RIL_SYMBOL, &one.box.x0, &one.box.y0, &one.box.x1, &one.box.y1)) {
        one.text = glyph.get();
        word.symbols.push_back(std::move(one));
      }
      if (symbol.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL)) break;
    } while (symbol.Next(tesseract::RIL_SYMBOL));
    if (!word.text.empty()) words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  api.Clear();
  return words;
}

}  // namespace cotejo::ocr
