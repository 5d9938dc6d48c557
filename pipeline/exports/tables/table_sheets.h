#pragma once

#include <map>
#include <string>

#include "pipeline/exports/output/request.h"
#include "pipeline/exports/tables/links.h"

struct lxw_workbook;

namespace cotejo::exports {

// The sheets that tables get of their own, by the table's number; as many as a workbook can have open at once.
struct TableSheets {
  std::map<std::int64_t, std::string> names;
  std::int64_t left_out = 0;
};
[[nodiscard]] model::Result<TableSheets> table_sheets(store::Store& store, const Request& request);

// Writes them: each table as it is printed, figures that can be nothing else as numbers.
[[nodiscard]] model::Status write_table_sheets(lxw_workbook* book, store::Store& store, const Request& request,
                                               const TableSheets& sheets, const PageLinks& links);

}  // namespace cotejo::exports
