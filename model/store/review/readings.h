#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/store/review/rows.h"
#include "model/told.h"

namespace cotejo::store {

// The queue of doubtful readings. Rows: document, ordinal, file, route, page, x0, y0, x1, y1, kind, text, alternatives
// (JSON), why, confidence, money, findings, table, table_title, row, column, row_label, column_label, version, value,
// author, time. `version` is the number of the last word on the place, 0 when nobody said one; `value` is null unless
// one holds.
struct ReadingFilter {
  std::optional<std::int64_t> document;
  std::optional<int> page;
  std::string kind;  // cifra, palabra; empty: both
  std::string text;  // that it contains; empty: any
  bool reviewed = false;
  bool by_document = false;  // in the order of documents and pages, not of weight
};
[[nodiscard]] model::Result<Page> reading_queue(Store& store, const ReadingFilter& filter, const Window& window);
// One of them; no row when it is not there.
[[nodiscard]] model::Result<Rows> reading(Store& store, std::int64_t document, std::int64_t ordinal);

// Keeps what a person read there, unless the last word on it is another than `version`: then nothing is written, and
// that is given as 0. An empty text takes back what was told. Else the new version.
[[nodiscard]] model::Result<std::int64_t> tell_reading(Store& store, std::int64_t document, std::int64_t ordinal,
                                                       std::int64_t version, const std::string& text,
                                                       const DecisionRow& by);
// The text that held of it before this word; empty when none did.
[[nodiscard]] model::Result<std::string> told_before(Store& store, std::int64_t version);

}  // namespace cotejo::store
