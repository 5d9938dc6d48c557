#pragma once

#include <memory>
#include <optional>
#include <string>

#include "extractors/pdf/facts.h"
#include "extractors/pdf/raster.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::pdf {

// An open PDF. Not for use from two threads at once. Never runs scripts, never writes.
class Document {
 public:
  // not_found, empty_file, not_a_pdf, damaged, encrypted, no_pages. A PDF that opens with the empty
  // password is opened whatever `password` says.
  [[nodiscard]] static model::Result<Document> open(const std::string& path, const std::string& password = {});

  [[nodiscard]] const DocumentFacts& facts() const;

  // Words, rules, shades and images of a page, from 1. page_failed when Poppler cannot read it; too_large when the
  // page is over 14,400 points (the PDF limit) on a side.
  [[nodiscard]] model::Result<model::Page> page(int number);

  // The page as it is shown, drawn at `dpi`. too_large above 100 million pixels.
  [[nodiscard]] model::Result<Raster> render(int number, double dpi);

  // The pixels of the image that the page is (a scan), unscaled; nothing when the page shows anything else, or the
  // build cannot tell: then render() is the way. The raster covers the whole page; where its pixels are not square,
  // `dpi` is that along the width. With `images_only`, whatever else the page shows is left away.
  [[nodiscard]] std::optional<Raster> picture(int number, bool images_only = false);

  // The bytes of an attachment, by its place in facts().attachments; too_large when there are more than `most`,
  // damaged when they cannot be read.
  [[nodiscard]] model::Result<std::string> attachment(std::size_t index, std::size_t most);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

 private:
  Document();
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

// "22.12.0"
[[nodiscard]] std::string library_version();

}  // namespace cotejo::pdf
