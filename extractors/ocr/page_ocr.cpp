#include "extractors/ocr/page_ocr.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>

#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/layer/garbled.h"
#include "extractors/ocr/layer/mend_garbled.h"
#include "extractors/ocr/pasted.h"
#include "extractors/ocr/picture/ink_levels.h"
#include "extractors/ocr/picture/page_image.h"
#include "extractors/ocr/read_picture.h"
#include "extractors/ocr/tolerances.h"

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

namespace {

using namespace tolerances::page_ocr;

// The page's text layer over a picture that shows the same words: an old reading of a scan, drawn visibly.
bool is_old_reading(pdf::Document& document, const model::Page& page) {
  const model::Rect sheet{0, 0, page.width, page.height};
  const bool covered = std::any_of(page.images.begin(), page.images.end(), [&](const model::ImageBox& image) {
    return intersection(image.box, sheet).area() >= kOfTheWords.of(sheet.area());
  });
  if (!covered) return false;
  const std::optional<pdf::Raster> picture = document.picture(page.number, true);
  if (!picture) return false;
  const Image ink = ink_of(to_image(*picture), ink_level::dark);
  const double across = picture->width / page.width, down = picture->height / page.height;
  std::vector<double> under;
  for (const model::Word& word : page.words) {
    if (word.hidden) continue;
    under.push_back(ink_share(ink, {static_cast<int>(word.box.x0 * across), static_cast<int>(word.box.y0 * down),
                                    static_cast<int>(word.box.x1 * across), static_cast<int>(word.box.y1 * down)}));
  }
  return printed_in_picture(under);
}

// Words that neither the layer nor the picture tells are said to be there.
void tell_unread(model::Page& page) {
  const auto unread = std::count_if(page.words.begin(), page.words.end(), [](const model::Word& word) {
    return !word.hidden && word.confidence <= 0 && garbled(word.text);
  });
  if (unread > 0 && static_cast<double>(unread) >= kFewUnread.of(static_cast<double>(page.words.size())))
    page.note = "su letra no deja saber qué " +
                (unread == 1 ? std::string("dice 1 palabra") : "dicen " + std::to_string(unread) + " palabras");
}

// Confidence of words of both kinds, by their length.
double mean_confidence(const model::Page& page) {
  double sum = 0, weight = 0;
  for (const model::Word& word : page.words) {
    sum += word.confidence * static_cast<double>(word.text.size());
    weight += static_cast<double>(word.text.size());
  }
  return weight > 0 ? sum / weight : 1;
}

}  // namespace

model::Result<model::Page> Reader::read(pdf::Document& document, model::Page text_layer, Mode mode) {
  const Source source = source_of(text_layer, mode);
  model::Page page = std::move(text_layer);
  if (source == Source::text) return page;
  const bool from_pixels = source == Source::pixels || is_old_reading(document, page);
  if (from_pixels) {
    model::Result<PageImage> picture = page_image(document, page);
    if (!picture) return picture.error();
    read_picture(engine_->text, std::move(picture).value(), page);
    return page;
  }
  const std::size_t words = page.words.size();
  add_pasted_tables(engine_->text, document, page);
  int mended = 0;
  if (garbled_share(page) > 0) {
    model::Result<PageImage> picture = page_image(document, page);
    if (!picture) return picture.error();
    model::Page seen = page;
    read_picture(engine_->text, std::move(picture).value(), seen);
    // Set straight or turned, its places are no longer the layer's.
    if (seen.skew == 0 && seen.rotation == page.rotation) mended = mend_garbled(page, seen);
  }
  tell_unread(page);
  if (mended > 0 || page.words.size() > words) page.origin = model::Origin::mixed;
  page.confidence = mean_confidence(page);
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
