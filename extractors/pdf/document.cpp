#include "extractors/pdf/document.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "extractors/pdf/backend.h"

namespace cotejo::pdf {

using model::Error;
using model::ErrorCode;
using model::Stage;

struct Document::Handle {
  std::string path;
  std::unique_ptr<Backend> backend;
  DocumentFacts facts;
};

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

namespace {

// The header may stand behind other bytes, within the first 1024 (ISO 32000-1, annex H, note 13).
constexpr std::size_t header_window = 1024;

Error fault(ErrorCode code, Stage stage, const std::string& path, int page = 0, std::string detail = {}) {
  return Error{code, stage, path, page, std::move(detail)};
}

OpenedBackend open_backend(const std::string& path, const std::string& password) {
#ifdef COTEJO_POPPLER_PRIVATE
  return open_with_paths(path, password);
#else
  return open_with_words(path, password);
#endif
}

}  // namespace

model::Result<Document> Document::open(const std::string& path, const std::string& password) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fault(ErrorCode::not_found, Stage::open, path);
  std::array<char, header_window> head{};
  file.read(head.data(), head.size());
  const auto size = file.gcount();
  if (size <= 0) return fault(file.bad() ? ErrorCode::not_found : ErrorCode::empty_file, Stage::open, path);
  // Some readable files have lost their first bytes: only what cannot be opened either is called no PDF.
  const bool headed =
      std::string_view(head.data(), static_cast<std::size_t>(size)).find("%PDF-") != std::string_view::npos;
  file.close();

  auto backend = open_backend(path, {});
  if (!backend && backend.error().code == ErrorCode::encrypted && !password.empty()) {
    backend = open_backend(path, password);
    if (!backend && backend.error().code == ErrorCode::encrypted)
      return fault(ErrorCode::encrypted, Stage::open, path, 0, "la contraseña dada no lo abre");
  }
  if (!backend) {
    const bool damaged = backend.error().code == ErrorCode::damaged;
    return fault(damaged && !headed ? ErrorCode::not_a_pdf : backend.error().code, Stage::open, path, 0,
                 backend.error().detail);
  }
  Document document;
  document.handle_ = std::make_unique<Handle>();
  document.handle_->path = path;
  document.handle_->backend = std::move(backend).value();
  DocumentFacts& facts = document.handle_->facts;
  facts = document.handle_->backend->facts();
  for (std::size_t i = 0; i < facts.attachments.size(); ++i) {
    const auto head_of = document.handle_->backend->attachment(i, header_window);
    facts.attachments[i].pdf = head_of && head_of->find("%PDF-") != std::string::npos;
  }
  if (document.handle_->facts.pages <= 0)
    return fault(headed ? ErrorCode::no_pages : ErrorCode::not_a_pdf, Stage::open, path);
  return document;
}

const DocumentFacts& Document::facts() const {
  return handle_->facts;
}

model::Result<model::Page> Document::page(int number) {
  if (number < 1 || number > handle_->facts.pages)
    return fault(ErrorCode::page_failed, Stage::page, handle_->path, number, "no such page");
  auto page = handle_->backend->page(number);
  if (!page) return fault(page.error().code, Stage::page, handle_->path, number, page.error().detail);
  return page;
}

model::Result<Raster> Document::render(int number, double dpi) {
  if (number < 1 || number > handle_->facts.pages)
    return fault(ErrorCode::page_failed, Stage::page, handle_->path, number, "no such page");
  auto raster = handle_->backend->render(number, dpi);
  if (!raster) return fault(raster.error().code, Stage::page, handle_->path, number, raster.error().detail);
  return raster;
}

model::Result<std::string> Document::attachment(std::size_t index, std::size_t most) {
  const auto bytes = handle_->backend->attachment(index, most + 1);
  if (!bytes) return fault(ErrorCode::damaged, Stage::open, handle_->path);
  if (bytes->size() > most) return fault(ErrorCode::too_large, Stage::open, handle_->path);
  return *bytes;
}

std::optional<Raster> Document::picture(int number, bool images_only) {
  if (number < 1 || number > handle_->facts.pages) return std::nullopt;
  return handle_->backend->picture(number, images_only);
}

}  // namespace cotejo::pdf
