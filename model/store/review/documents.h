#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/store/review/rows.h"

namespace cotejo::store {

// Runs what only reads over one state of the base, whatever is written to it meanwhile.
[[nodiscard]] model::Status in_one_state(Store& store, const std::function<model::Status()>& work);

// A document as lists of many need it.
struct DocumentLine {
  std::int64_t id = 0;
  std::string file;
  std::string route;
  std::string sha256;  // empty: it could not be opened at all
  std::string path;    // a place where it was found
  int pages = 0;
  model::DocumentState state = model::DocumentState::failed;
  std::string error;
  model::DocumentInfo info;
  std::int64_t twin_of = 0;  // 0: none
  std::int64_t replaced_by = 0;
};
// By route.
[[nodiscard]] model::Result<std::vector<DocumentLine>> document_lines(Store& store);

struct DocumentMeasures {
  double confidence = 1;      // of its least sure page
  std::int64_t readings = 0;  // doubtful ones that nobody looked at
  std::int64_t version = 0;   // number of the last correction of what it is; 0: none
};
[[nodiscard]] model::Result<DocumentMeasures> document_measures(Store& store, std::int64_t document);

// What is shown of one document. Columns, beside x0, y0, x1, y1 where a place is shown:
enum class DocumentPart : std::uint8_t {
  corrections,  // version, field, read, value, note, author, time
  pages,        // number, width, height, origin, confidence, note, tables, findings, outside
  tables,       // id, title, kind, first_page, last_page, rows, columns, header_rows, method
  outside,      // page, text, confidence
  untested,     // rule, reason, count
};
[[nodiscard]] model::Result<Rows> document_part(Store& store, DocumentPart part, std::int64_t document);
[[nodiscard]] model::Result<std::vector<model::Error>> document_errors(Store& store, std::int64_t document);
[[nodiscard]] model::Result<std::vector<std::string>> document_attachments(Store& store, std::int64_t document);

// What lies on one page. Columns, beside the box:
enum class PagePart : std::uint8_t {
  records,   // id, table, kind, what, value, text
  evidence,  // id, role, ordinal
  outside,   // text
  size,      // width, height; without a box
};
[[nodiscard]] model::Result<Rows> page_part(Store& store, PagePart part, std::int64_t document, int page);

// A table: id, document, file, route, title, kind, first_page, last_page, rows, columns, header_rows, method.
[[nodiscard]] model::Result<Rows> table(Store& store, std::int64_t id);
// Its cells of rows [first, first + count): row, column, row_span, column_span, page, box, text, confidence, origin.
[[nodiscard]] model::Result<Rows> table_cells(Store& store, std::int64_t id, int first, int count);
// Its records of the same rows: id, row, column, kind, what, doubt.
[[nodiscard]] model::Result<Rows> table_records(Store& store, std::int64_t id, int first, int count);
// What the row is called that holds a place of a table (0: none): the first words in it. Empty when nothing does.
[[nodiscard]] model::Result<std::string> row_label(Store& store, std::int64_t table, int page,
                                                   const model::Rect& place);
// What its columns were taken for, as far as records tell: column, what.
[[nodiscard]] model::Result<Rows> table_columns(Store& store, std::int64_t id);

}  // namespace cotejo::store
