#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/ocr/page_ocr.h"
#include "extractors/pdf/document.h"
#include "model/document.h"
#include "model/record.h"
#include "model/result.h"
#include "model/told.h"

namespace cotejo::reading {

using OcrMode = ocr::Mode;
[[nodiscard]] std::string_view ocr_mode_name(OcrMode mode);  // "nunca", "auto", "siempre"

// What decides a bundle beside the file's bytes.
struct ExtractSettings {
  OcrMode ocr = OcrMode::automatic;
  ocr::Settings reader;

  // Everything that the result depends on in one line, "name=value" parts with "; " between them: the same line, the
  // same bundle. Bundle::settings.
  [[nodiscard]] std::string fingerprint() const;
};

// A file and what is known of it before it is read.
struct SourceFile {
  std::string path;
  std::string name;        // without folders
  std::string sha256;      // 64 hex digits
  std::int64_t size = 0;   // bytes
  model::Told told{};      // what a person says that it is; what is not spoken of is read from it
  std::string password{};  // when it asks for one; it is never stored
};

// What is being done to a document, for whoever watches.
struct Activity {
  model::Stage stage = model::Stage::open;
  int page = 0;   // from 1; 0 when the whole document is meant
  int pages = 0;  // of a step over the whole document: how many pages it looks at
};

// The OCR engine, made when the first page asks for it and kept warm for the next ones.
class OcrDesk {
 public:
  explicit OcrDesk(const ExtractSettings& settings) : settings_(settings) {}

  // The page with what its pixels say where its text layer does not serve; ocr_unavailable when there is no model.
  [[nodiscard]] model::Result<model::Page> read(pdf::Document& document, model::Page page);

 private:
  ExtractSettings settings_;
  std::optional<model::Result<ocr::Reader>> reader_;
};

// Told of everything that is begun, before it is.
using Watch = std::function<void(const Activity&)>;

// Whether a page was read from its pixels, in whole or in part.
[[nodiscard]] inline bool is_scanned(const model::Page& page) {
  return page.origin == model::Origin::ocr || page.origin == model::Origin::mixed;
}

// One document on its way from bytes to bundle. Page by page, so that pages may be read by several processes and a page
// that fails costs itself alone.
class Extraction {
 public:
  // The errors of pdf::Document::open.
  [[nodiscard]] static model::Result<Extraction> open(const SourceFile& file, const ExtractSettings& settings);

  [[nodiscard]] int page_count() const { return bundle_.page_count; }

  // The bytes of an attachment, by its place in Bundle::attachments, from 0: the errors of pdf::Document::attachment.
  [[nodiscard]] model::Result<std::string> attachment(std::size_t index);

  // Reads a page into the bundle, and tells whether its pixels were read for it; a page that cannot be read leaves an
  // error there instead, and one whose pixels cannot be read keeps its text layer beside the error. With `text_only`
  // its pixels are not looked at.
  bool read_page(int number, OcrDesk& desk, const Watch& watch, bool text_only = false);

  // The facts of the document with the pages and errors since the last call.
  [[nodiscard]] model::Bundle take();

 private:
  Extraction(pdf::Document document, model::Bundle bundle, OcrMode mode);
  void note(model::ErrorCode code, model::Stage stage, int page, std::string detail);
  void note_what_pages_do_not_hold();

  pdf::Document document_;
  model::Bundle bundle_;
  OcrMode mode_;
};

// The places in Bundle::attachments, from 0, of those that are PDFs: documents of their own. The others are told as
// errors of the document that they are attached to.
[[nodiscard]] std::vector<std::size_t> attached_documents(const model::Bundle& bundle);

// A bundle of what is known of a file before it is opened, with the reason why it could not be read.
[[nodiscard]] model::Bundle failed_bundle(const SourceFile& file, const ExtractSettings& settings, model::Error error);

// Pages in order of number, errors in order of page.
void sort_pages(model::Bundle& bundle);

// Tables and running text of the sorted pages. Pure.
void read_content(model::Bundle& bundle);

}  // namespace cotejo::reading
