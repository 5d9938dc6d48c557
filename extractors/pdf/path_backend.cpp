#ifdef COTEJO_POPPLER_PRIVATE

#include <fmt/format.h>
#include <poppler/Catalog.h>
#include <poppler/DateInfo.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/FileSpec.h>
#include <poppler/Form.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/UTF.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.h"
#include "extractors/pdf/backend.h"
#include "extractors/pdf/characters.h"
#include "extractors/pdf/fonts/font_proof.h"
#include "extractors/pdf/page_output.h"
#include "extractors/pdf/page_picture.h"

namespace cotejo::pdf {

namespace {

using model::Error;
using model::ErrorCode;
using model::Stage;

// Poppler writes to standard error of its own accord otherwise; what matters comes back as an error code.
void silent(ErrorCategory, Goffset, const char*) {}

std::string text_of(const GooString* text) {
  if (text == nullptr) return {};
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  std::string out;
  for (int i = 0; i < length; ++i)
    if (characters[i] >= 0x20) base::append_utf8(out, characters[i]);
  gfree(characters);
  return out;
}

std::string info_text(const Object& info, const char* key) {
  if (!info.isDict()) return {};
  const Object value = info.dictLookup(key);
  return value.isString() ? text_of(value.getString()) : std::string{};
}

// "D:20210331120000-05'00'" -> "2021-03-31T12:00:00"; the zone is left out, it is the writer's clock that counts.
std::string iso_date(const std::string& text) {
  const GooString date(text);
  int year, month, day, hour, minute, second, zone_hour, zone_minute;
  char zone;
  if (!parseDateString(&date, &year, &month, &day, &hour, &minute, &second, &zone, &zone_hour, &zone_minute)) return {};
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1) return {};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", year, month, day, hour, minute, second);
}

// A form whose pages a viewer makes from its XFA data: those in the file only ask to wait or to take another program. A
// form that keeps fields beside the data shows them on its pages.
bool is_dynamic_form(Catalog& catalog) {
  if (catalog.getFormType() != Catalog::XfaForm) return false;
  const Form* form = catalog.getForm();
  return form == nullptr || form->getNumFields() == 0;
}

// Of the letters that are seen, those that could be told.
double readable_share(const model::Page& page) {
  double all = 0, readable = 0;
  for (const model::Word& word : page.words) {
    if (word.hidden) continue;
    all += static_cast<double>(word.text.size());
    readable += word.confidence * static_cast<double>(word.text.size());
  }
  return all > 0 ? readable / all : 1;
}

class PathBackend : public Backend {
 public:
  explicit PathBackend(std::unique_ptr<PDFDoc> document)
      : document_(std::move(document)),
        fonts_(document_->getXRef()),
        dynamic_form_(is_dynamic_form(*document_->getCatalog())) {}

  DocumentFacts facts() override;
  model::Result<model::Page> page(int number) override;
  model::Result<Raster> render(int number, double dpi) override;
  std::optional<Raster> picture(int number, bool images_only) override;
  std::optional<std::string> attachment(std::size_t index, std::size_t most) override;

 private:
  struct Shape {
    double width = 0, height = 0;
    int rotation = 0;
  };
  model::Result<Shape> shape(int number);

  GlobalParamsIniter library_{silent};
  std::unique_ptr<PDFDoc> document_;
  FontProofs fonts_;
  bool dynamic_form_;
};

DocumentFacts PathBackend::facts() {
  DocumentFacts facts;
  facts.pages = document_->getNumPages();
  const Object info = document_->getDocInfo();
  facts.title = info_text(info, "Title");
  facts.author = info_text(info, "Author");
  facts.producer = info_text(info, "Producer");
  facts.date = iso_date(info_text(info, "CreationDate"));
  Catalog* catalog = document_->getCatalog();
  for (int i = 0; i < catalog->numEmbeddedFiles(); ++i) {
    const auto file = catalog->embeddedFile(i);
    facts.attachments.push_back({file == nullptr ? std::string() : text_of(file->getFileName())});
  }
  return facts;
}

std::optional<std::string> PathBackend::attachment(std::size_t index, std::size_t most) {
  Catalog* catalog = document_->getCatalog();
  if (index >= static_cast<std::size_t>(std::max(0, catalog->numEmbeddedFiles()))) return std::nullopt;
  const auto spec = catalog->embeddedFile(static_cast<int>(index));
  EmbFile* file = spec == nullptr || !spec->isOk() ? nullptr : spec->getEmbeddedFile();
  if (file == nullptr || !file->isOk() || file->stream() == nullptr) return std::nullopt;
  Stream* stream = file->stream();
  stream->reset();
  std::string bytes;
  for (int byte = 0; bytes.size() < most && (byte = stream->getChar()) != EOF;) bytes += static_cast<char>(byte);
  stream->close();
  return bytes;
}

model::Result<PathBackend::Shape> PathBackend::shape(int number) {
  ::Page* page = document_->getPage(number);
  if (page == nullptr || !page->isOk()) return Error{ErrorCode::page_failed, Stage::page, {}, number, {}};
  Shape shape{page->getCropWidth(), page->getCropHeight(), ((page->getRotate() % 360) + 360) % 360};
  if (shape.rotation == 90 || shape.rotation == 270) std::swap(shape.width, shape.height);
  if (!(shape.width > 0 && shape.height > 0))
    return Error{ErrorCode::page_failed, Stage::page, {}, number, "page without area"};
  if (shape.width > longest_side || shape.height > longest_side)
    return Error{
        ErrorCode::too_large, Stage::page, {}, number, fmt::format("{:.0f} x {:.0f} pt", shape.width, shape.height)};
  return shape;
}

model::Result<model::Page> PathBackend::page(int number) {
  const auto found = shape(number);
  if (!found) return found.error();
  model::Page page;
  page.number = number;
  page.width = found.value().width;
  page.height = found.value().height;
  page.rotation = found.value().rotation;
  read_page_content(*document_, fonts_, page);
  page.origin = page.words.empty() ? model::Origin::empty : model::Origin::text;
  page.confidence = readable_share(page);
  if (dynamic_form_) page.note = "formulario dinámico (XFA): lo que contiene no está en sus páginas";
  return page;
}

model::Result<Raster> PathBackend::render(int number, double dpi) {
  const auto found = shape(number);
  if (!found) return found.error();
  if (!(dpi > 0) || found.value().width * found.value().height * (dpi / 72) * (dpi / 72) > most_pixels)
    return Error{ErrorCode::too_large, Stage::page, {}, number, fmt::format("{} dpi", dpi)};
  SplashColor paper = {0xFF, 0xFF, 0xFF, 0xFF};
  constexpr int row_padding = 4;
  SplashOutputDev output(splashModeMono8, row_padding, false, paper);
  output.startDoc(document_.get());
  document_->displayPage(&output, number, dpi, dpi, 0, false, true, false);
  SplashBitmap* bitmap = output.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr)
    return Error{ErrorCode::page_failed, Stage::page, {}, number, "not drawn"};
  Raster raster;
  raster.width = bitmap->getWidth();
  raster.height = bitmap->getHeight();
  raster.dpi = dpi;
  raster.gray.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y)
    std::memcpy(raster.gray.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width),
                bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize(),
                static_cast<std::size_t>(raster.width));
  return raster;
}

std::optional<Raster> PathBackend::picture(int number, bool images_only) {
  const auto found = shape(number);
  if (!found) return std::nullopt;
  return read_page_picture(*document_, number, found.value().width, found.value().height, images_only);
}

}  // namespace

OpenedBackend open_with_paths(const std::string& path, const std::string& password) {
  const GlobalParamsIniter library(silent);  // counted: the backend keeps its own
  const std::optional<GooString> given = password.empty() ? std::nullopt : std::optional<GooString>(password);
  auto document = std::make_unique<PDFDoc>(std::make_unique<GooString>(path), given, given);
  if (!document->isOk()) {
    const int code = document->getErrorCode();
    if (code == errEncrypted) return Error{ErrorCode::encrypted, Stage::open, {}, 0, {}};
    if (code == errOpenFile || code == errFileIO) return Error{ErrorCode::not_found, Stage::open, {}, 0, {}};
    return Error{ErrorCode::damaged, Stage::open, {}, 0, {}};
  }
  return std::unique_ptr<Backend>(std::make_unique<PathBackend>(std::move(document)));
}

}  // namespace cotejo::pdf

#endif
