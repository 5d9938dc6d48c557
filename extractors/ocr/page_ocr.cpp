#include "extractors/ocr/page_ocr.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <filesystem>

#include "extractors/ocr/clean.h"
#include "extractors/ocr/engine.h"
#include "extractors/ocr/page_image.h"
#include "extractors/ocr/page_words.h"
#include "extractors/ocr/pixel_rules.h"
#include "extractors/ocr/read_cells.h"

namespace cotejo::ocr {

struct Reader::Engine {
  TextEngine text;
};

Reader::Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

model::Result<Reader> Reader::create(const Settings& settings) {
  model::Result<TextEngine> text = TextEngine::create(settings);
  if (!text) return text.error();
  Reader reader;
  reader.engine_ = std::make_unique<Engine>(Engine{std::move(text).value()});
  return reader;
}

model::Result<model::Page> Reader::read(pdf::Document& document, model::Page text_layer, Mode mode) {
  const Source source = source_of(text_layer, mode);
  model::Page page = std::move(text_layer);
  if (source == Source::text) return page;
  model::Result<PageImage> picture = page_image(document, page);
  if (!picture) return picture.error();
  PageImage& image = picture.value();

  despeckle(image);
  const std::vector<PixelShade> shades = even_light(image);
  page.skew = straighten(image);
  const PixelRules rules = find_rules(image);
  take_out(image, rules);
  std::vector<PixelWord> words = read_cells(engine_->text, image, closed_cells(image, rules));
  const int lines = words.empty() ? 0 : words.back().line + 1;
  for (PixelWord& word : engine_->text.read(image, Segmentation::block)) {
    word.line += lines;
    words.push_back(std::move(word));
  }
  put_on_page(page, image, words, rules, shades);
  return page;
}

model::Status model_available(const Settings& settings) {
  if (!model_path(settings).empty()) return model::Done{};
  return model::Error{model::ErrorCode::ocr_unavailable, model::Stage::ocr, "", 0,
                      settings.language + ".traineddata: no existe; paquete tesseract-ocr-" + settings.language};
}

std::string version(const Settings& settings) {
  const std::unique_ptr<char, void (*)(char*)> leptonica(getLeptonicaVersion(), [](char* text) { lept_free(text); });
  std::string text =
      std::string("tesseract ") + tesseract::TessBaseAPI::Version() + ", " + leptonica.get() + ", " + settings.language;
  std::error_code error;
  const auto size = std::filesystem::file_size(model_path(settings), error);
  return text + (error ? std::string(" -") : " " + std::to_string(size));
}

}  // namespace cotejo::ocr
