#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/page.h"
#include "model/result.h"
#include "model/table.h"

namespace cotejo::model {

// How much of a file could be read: every page, some, none.
enum class DocumentState : std::uint8_t { complete, partial, failed };
template <>
inline constexpr std::array<std::string_view, 3> kNames<DocumentState>{"completo", "parcial", "fallido"};

// What the extractor gives for one file: a pure function of the bytes and the extractor's settings and version.
// It is the unit that is shipped between processes, stored, and mapped and checked again without the PDF.
struct Bundle {
  std::string file_name;       // without folders, as in the views' `archivo`
  std::string sha256;          // of the file, 64 hex digits
  std::int64_t file_size = 0;  // bytes
  std::string settings;        // fingerprint of extractor version and settings that made it
  int page_count = 0;          // that the PDF says it has
  std::string pdf_title;       // document information; may be empty or misleading
  std::string pdf_author;
  std::string pdf_producer;
  std::string pdf_date;                  // ISO 8601 creation date, empty when unknown
  std::vector<std::string> attachments;  // names of embedded files; never opened
  std::vector<Page> pages;               // those that were read, by number
  std::vector<Table> tables;             // in reading order
  std::vector<Block> blocks;             // text outside tables, in reading order; running heads included as such
  std::vector<OutsideFigure> outside;    // figures of lost tables, by page, then from top to bottom
  std::vector<Error> errors;             // document-wide (then pages is empty) or of single pages
};

[[nodiscard]] inline DocumentState state_of(const Bundle& bundle) {
  if (bundle.pages.empty()) return DocumentState::failed;
  return bundle.errors.empty() ? DocumentState::complete : DocumentState::partial;
}

}  // namespace cotejo::model
