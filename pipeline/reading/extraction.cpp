#include "pipeline/reading/extraction.h"

#include <algorithm>
#include <utility>

#include "extractors/layout/skew.h"
#include "extractors/tables/read_content.h"
#include "model/codec/codec.h"
#include "pipeline/reading/versions.h"

namespace cotejo::reading {
namespace {

model::Bundle bundle_of(const SourceFile& file, const ExtractSettings& settings) {
  model::Bundle bundle;
  bundle.file_name = file.name;
  bundle.sha256 = file.sha256;
  bundle.file_size = file.size;
  bundle.settings = settings.fingerprint();
  return bundle;
}

}  // namespace

std::string_view ocr_mode_name(OcrMode mode) {
  switch (mode) {
    case OcrMode::never:
      return "nunca";
    case OcrMode::automatic:
      return "auto";
    case OcrMode::always:
      return "siempre";
  }
  return "auto";
}

std::string ExtractSettings::fingerprint() const {
  std::string line = "extractor=" + std::string(extraction_version());
  line += "; formato=" + std::to_string(model::kCodecVersion);
  line += "; poppler=" + pdf::library_version();
  line += "; ocr=";
  line += ocr_mode_name(ocr);
  if (ocr != OcrMode::never) line += "; modelo=" + ocr::version(reader);
  return line;
}

model::Result<model::Page> OcrDesk::read(pdf::Document& document, model::Page page) {
  if (!reader_) reader_ = ocr::Reader::create(settings_.reader);
  if (!*reader_) return reader_->error();
  return reader_->value().read(document, std::move(page), settings_.ocr);
}

Extraction::Extraction(pdf::Document document, model::Bundle bundle, OcrMode mode)
    : document_(std::move(document)), bundle_(std::move(bundle)), mode_(mode) {}

model::Result<Extraction> Extraction::open(const SourceFile& file, const ExtractSettings& settings) {
  model::Result<pdf::Document> document = pdf::Document::open(file.path);
  if (!document) return document.error();
  model::Bundle bundle = bundle_of(file, settings);
  const pdf::DocumentFacts& facts = document.value().facts();
  bundle.page_count = facts.pages;
  bundle.pdf_title = facts.title;
  bundle.pdf_author = facts.author;
  bundle.pdf_producer = facts.producer;
  bundle.pdf_date = facts.date;
  bundle.attachments = facts.attachments;
  return Extraction(std::move(document).value(), std::move(bundle), settings.ocr);
}

void Extraction::read_page(int number, OcrDesk& desk, const Watch& watch, bool text_only) {
  const auto note = [&](model::Error error) {
    error.file = bundle_.file_name;
    error.page = number;
    bundle_.errors.push_back(std::move(error));
  };
  watch({model::Stage::page, number});
  model::Result<model::Page> page = document_.page(number);
  if (!page) return note(page.error());
  if (!text_only && ocr::needs_ocr(page.value(), mode_)) {
    watch({model::Stage::ocr, number});
    model::Result<model::Page> seen = desk.read(document_, page.value());
    if (seen)
      page = std::move(seen);
    else
      note(seen.error());
  }
  // What is not whole is told with the document, not on its page alone.
  if (!page.value().note.empty())
    note(model::Error{model::ErrorCode::no_text, model::Stage::page, {}, number, page.value().note});
  bundle_.pages.push_back(std::move(page).value());
}

model::Bundle Extraction::take() {
  std::vector<model::Page> pages = std::exchange(bundle_.pages, {});
  std::vector<model::Error> errors = std::exchange(bundle_.errors, {});
  model::Bundle bundle = bundle_;
  bundle.pages = std::move(pages);
  bundle.errors = std::move(errors);
  return bundle;
}

void sort_pages(model::Bundle& bundle) {
  std::sort(bundle.pages.begin(), bundle.pages.end(),
            [](const model::Page& a, const model::Page& b) { return a.number < b.number; });
  std::stable_sort(bundle.errors.begin(), bundle.errors.end(),
                   [](const model::Error& a, const model::Error& b) { return a.page < b.page; });
}

void read_content(model::Bundle& bundle) {
  tables::Content content = tables::read_content(bundle.pages);
  bundle.tables = std::move(content.tables);
  bundle.blocks = std::move(content.blocks);
  bundle.outside = std::move(content.outside);
  layout::show_skewed(bundle.pages, bundle.tables, bundle.blocks, bundle.outside);
}

model::Bundle failed_bundle(const SourceFile& file, const ExtractSettings& settings, model::Error error) {
  model::Bundle bundle = bundle_of(file, settings);
  error.file = file.name;
  bundle.errors.push_back(std::move(error));
  return bundle;
}

}  // namespace cotejo::reading
