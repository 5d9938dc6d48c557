#include "pipeline/reading/extraction.h"

#include <algorithm>
#include <utility>

#include "extractors/layout/skew.h"
#include "extractors/layout/struck.h"
#include "extractors/tables/read_content.h"
#include "pipeline/reading/tolerances.h"
#include "pipeline/reading/versions.h"

namespace cotejo::reading {
namespace {

constexpr std::size_t kLargestAttachment = std::size_t{256} << 20;  // bytes: larger reports come by themselves

model::Bundle bundle_of(const SourceFile& file, const ExtractSettings& settings) {
  model::Bundle bundle;
  bundle.file_name = file.name;
  bundle.sha256 = file.sha256;
  bundle.file_size = file.size;
  bundle.settings = settings.fingerprint();
  return bundle;
}

std::string about_attachment(const std::string& name) {
  return "adjunto " + name;
}

// More than a line or a small emblem, which blank pages of letter paper have.
bool shows_something(const model::Page& page) {
  double images = 0;
  for (const model::ImageBox& image : page.images) images += image.box.area();
  return page.has_curves || images >= tolerances::kShows.value * page.width * page.height;
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
  model::Result<pdf::Document> document = pdf::Document::open(file.path, file.password);
  if (!document) return document.error();
  model::Bundle bundle = bundle_of(file, settings);
  const pdf::DocumentFacts& facts = document.value().facts();
  bundle.page_count = facts.pages;
  bundle.pdf_title = facts.title;
  bundle.pdf_author = facts.author;
  bundle.pdf_producer = facts.producer;
  bundle.pdf_date = facts.date;
  for (const pdf::Attachment& attachment : facts.attachments) bundle.attachments.push_back(attachment.name);
  return Extraction(std::move(document).value(), std::move(bundle), settings.ocr);
}

void Extraction::note(model::ErrorCode code, model::Stage stage, int page, std::string detail) {
  bundle_.errors.push_back({code, stage, bundle_.file_name, page, std::move(detail)});
}

// What belongs to the document and stands on none of its pages.
void Extraction::note_what_pages_do_not_hold() {
  const pdf::DocumentFacts& facts = document_.facts();
  for (const pdf::Attachment& attachment : facts.attachments) {
    if (!attachment.pdf) note(model::ErrorCode::not_a_pdf, model::Stage::open, 0, about_attachment(attachment.name));
  }
}

bool Extraction::read_page(int number, OcrDesk& desk, const Watch& watch, bool text_only) {
  watch({model::Stage::page, number});
  // Told with the first page, which one process alone reads, however many have the document open.
  if (number == 1) note_what_pages_do_not_hold();
  model::Result<model::Page> page = document_.page(number);
  if (!page) {
    note(page.error().code, page.error().stage, number, page.error().detail);
    return false;
  }
  bool seen = false;
  if (!text_only && ocr::needs_ocr(page.value(), mode_)) {
    watch({model::Stage::ocr, number});
    model::Result<model::Page> pixels = desk.read(document_, page.value());
    seen = true;
    if (pixels)
      page = std::move(pixels);
    else
      note(pixels.error().code, pixels.error().stage, number, pixels.error().detail);
  }
  // What is not whole is told with the document, not on its page alone.
  const model::Page& read = page.value();
  if (!read.note.empty())
    note(model::ErrorCode::no_text, model::Stage::page, number, read.note);
  else if (read.words.empty() && !seen && !text_only && shows_something(read))
    note(model::ErrorCode::no_text, model::Stage::page, number, {});
  bundle_.pages.push_back(std::move(page).value());
  layout::mark_struck(bundle_.pages.back());
  return seen;
}

model::Result<std::string> Extraction::attachment(std::size_t index) {
  return document_.attachment(index, kLargestAttachment);
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

std::vector<std::size_t> attached_documents(const model::Bundle& bundle) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < bundle.attachments.size(); ++i) {
    const bool other = std::any_of(bundle.errors.begin(), bundle.errors.end(), [&](const model::Error& error) {
      return error.code == model::ErrorCode::not_a_pdf && error.detail == about_attachment(bundle.attachments[i]);
    });
    if (!other) places.push_back(i);
  }
  return places;
}

model::Bundle failed_bundle(const SourceFile& file, const ExtractSettings& settings, model::Error error) {
  model::Bundle bundle = bundle_of(file, settings);
  error.file = file.name;
  bundle.errors.push_back(std::move(error));
  return bundle;
}

}  // namespace cotejo::reading
