#include "extractors/tables/half_ruled/open_heads.h"

#include <algorithm>
#include <utility>

#include "extractors/tables/half_ruled/open_body.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

void take_words(const PageTable& table, std::vector<int>& words) {
  std::vector<int> taken;
  for (const PageCell& cell : table.cells) taken.insert(taken.end(), cell.words.begin(), cell.words.end());
  std::sort(taken.begin(), taken.end());
  std::erase_if(words, [&](int word) { return std::binary_search(taken.begin(), taken.end(), word); });
}

// A head names its columns: rows of which most cells are empty are the rest of a table, as over a page break.
bool names_columns(const PageTable& table) {
  const auto filled =
      std::count_if(table.cells.begin(), table.cells.end(), [](const PageCell& cell) { return !cell.words.empty(); });
  return 2 * filled >= static_cast<std::ptrdiff_t>(table.cells.size());
}

}  // namespace

std::vector<PageTable> settle_open_heads(const model::Page& page, std::vector<int> free_words,
                                         std::vector<PageTable>& tables) {
  std::vector<PageTable> given_up;
  std::erase_if(tables, [&](PageTable& table) {
    if (table.rows() > most_head_rows || table.columns() < least_columns || !names_columns(table)) return false;
    OpenBody body = open_body(page, table, free_words);
    if (body.table) {
      table = std::move(*body.table);
      take_words(table, free_words);
      return false;
    }
    if (body.rows) given_up.push_back(std::move(table));
    return body.rows;
  });
  return given_up;
}

}  // namespace cotejo::tables
