#include <fmt/chrono.h>
#include <fmt/format.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-embedded-file.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-version.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <ctime>

#include "base/utf8.h"
#include "extractors/pdf/backend.h"
#include "extractors/pdf/characters.h"
#include "extractors/pdf/fonts/font_names.h"

namespace cotejo::pdf {

namespace {

using model::Error;
using model::ErrorCode;
using model::Stage;

void silent(const std::string&, void*) {}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string out;
  for (const char32_t c : from_utf8({bytes.data(), bytes.size()}))
    if (c >= 0x20) base::append_utf8(out, c);
  return out;
}

class WordBackend : public Backend {
 public:
  explicit WordBackend(std::unique_ptr<poppler::document> document) : document_(std::move(document)) {}

  DocumentFacts facts() override;
  model::Result<model::Page> page(int number) override;
  model::Result<Raster> render(int number, double dpi) override;
  std::optional<std::string> attachment(std::size_t index, std::size_t most) override;

 private:
  // The page with its size as it is shown.
  struct Opened {
    std::shared_ptr<poppler::page> page;
    double width = 0, height = 0;
    int rotation = 0;
  };
  model::Result<Opened> opened(int number);

  std::unique_ptr<poppler::document> document_;
};

DocumentFacts WordBackend::facts() {
  DocumentFacts facts;
  facts.pages = document_->pages();
  facts.title = utf8(document_->get_title());
  facts.author = utf8(document_->get_author());
  facts.producer = utf8(document_->get_producer());
  if (const std::time_t when = document_->get_creation_date_t(); when > 0)
    facts.date = fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(when));
  for (const auto* file : document_->embedded_files()) facts.attachments.push_back({file->name()});
  return facts;
}

std::optional<std::string> WordBackend::attachment(std::size_t index, std::size_t most) {
  const std::vector<poppler::embedded_file*> files = document_->embedded_files();
  if (index >= files.size() || !files[index]->is_valid()) return std::nullopt;
  const poppler::byte_array bytes = files[index]->data();
  return std::string(bytes.data(), std::min(most, bytes.size()));
}

model::Result<WordBackend::Opened> WordBackend::opened(int number) {
  Opened found;
  found.page.reset(document_->create_page(number - 1));
  if (!found.page) return Error{ErrorCode::page_failed, Stage::page, {}, number, {}};
  const poppler::rectf area = found.page->page_rect();
  found.width = area.width();
  found.height = area.height();
  switch (found.page->orientation()) {
    case poppler::page::landscape:
      found.rotation = 90;
      break;
    case poppler::page::upside_down:
      found.rotation = 180;
      break;
    case poppler::page::seascape:
      found.rotation = 270;
      break;
    default:
      break;
  }
  if (found.rotation % 180 == 90) std::swap(found.width, found.height);  // page_rect() does not turn with the page
  if (!(found.width > 0 && found.height > 0))
    return Error{ErrorCode::page_failed, Stage::page, {}, number, "page without area"};
  if (found.width > longest_side || found.height > longest_side)
    return Error{
        ErrorCode::too_large, Stage::page, {}, number, fmt::format("{:.0f} x {:.0f} pt", found.width, found.height)};
  return found;
}

model::Result<model::Page> WordBackend::page(int number) {
  auto found = opened(number);
  if (!found) return found.error();
  model::Page page;
  page.number = number;
  page.width = found.value().width;
  page.height = found.value().height;
  page.rotation = found.value().rotation;
  for (const poppler::text_box& box : found.value().page->text_list(poppler::page::text_list_include_font)) {
    const poppler::byte_array bytes = box.text().to_utf8();
    model::Word word;
    for (const char32_t c : readable(from_utf8({bytes.data(), bytes.size()}))) base::append_utf8(word.text, c);
    const poppler::rectf area = box.bbox();
    word.box = {area.left(), area.top(), area.right(), area.bottom()};
    word.font_size = box.has_font_info() ? box.get_font_size() : area.height();
    word.bold = box.has_font_info() && bold_font_name(box.get_font_name());
    word.rotation = static_cast<std::int16_t>((box.rotation() & 3) * 90);
    word.space_after = box.has_space_after();
    if (!word.text.empty()) page.words.push_back(std::move(word));
  }
  page.origin = page.words.empty() ? model::Origin::empty : model::Origin::text;
  return page;
}

model::Result<Raster> WordBackend::render(int number, double dpi) {
  auto found = opened(number);
  if (!found) return found.error();
  if (!(dpi > 0) || found.value().width * found.value().height * (dpi / 72) * (dpi / 72) > most_pixels)
    return Error{ErrorCode::too_large, Stage::page, {}, number, fmt::format("{} dpi", dpi)};
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  const poppler::image picture = renderer.render_page(found.value().page.get(), dpi, dpi);
  if (!picture.is_valid()) return Error{ErrorCode::page_failed, Stage::page, {}, number, "not drawn"};
  Raster raster;
  raster.width = picture.width();
  raster.height = picture.height();
  raster.dpi = dpi;
  raster.gray.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y)
    std::memcpy(raster.gray.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width),
                picture.const_data() + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row(),
                static_cast<std::size_t>(raster.width));
  return raster;
}

}  // namespace

OpenedBackend open_with_words(const std::string& path, const std::string& password) {
  poppler::set_debug_error_function(silent, nullptr);
  std::unique_ptr<poppler::document> document(poppler::document::load_from_file(path, password, password));
  if (!document) return Error{ErrorCode::damaged, Stage::open, {}, 0, {}};
  if (document->is_locked()) return Error{ErrorCode::encrypted, Stage::open, {}, 0, {}};
  return std::unique_ptr<Backend>(std::make_unique<WordBackend>(std::move(document)));
}

std::string library_version() {
  return poppler::version_string();
}

}  // namespace cotejo::pdf
