#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/exports/output/catalogue.h"
#include "pipeline/exports/output/request.h"

namespace cotejo::exports {

// A value as text: whole numbers without separators, others with as few decimals as tell them apart (at most 10
// significant digits), an empty text for NULL. A decimal comma with `people`.
[[nodiscard]] std::string written(const store::Value& value, CsvDialect dialect);

// A field of a CSV line, quoted where it must be. With `people` a text that a spreadsheet would take for a formula
// (it begins with = + - @ or a tab and is no number) gets an apostrophe before it: documents are not to be trusted.
[[nodiscard]] std::string csv_field(const store::Value& value, CsvDialect dialect);

// Writes one view into a file of its own; gives the number of rows.
[[nodiscard]] model::Result<std::int64_t> write_view(store::Store& store, const ViewInfo& view, const Request& request,
                                                     const std::string& path);

}  // namespace cotejo::exports
