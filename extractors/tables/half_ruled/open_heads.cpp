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

// Whether a cell holds figures one under the other: rows that no rules part, the table's own body. What stands below is
// no part of it, or is a line of signatures.
bool holds_rows(const model::Page& page, const PageTable& table) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    return std::count_if(cell.words.begin(), cell.words.end(), [&](int w) {
             return is_value(page.words[static_cast<std::size_t>(w)].text);
           }) >= figures_of_a_body;
  });
}

}  // namespace

std::vector<PageTable> settle_open_heads(const model::Page& page, std::vector<int> free_words,
                                         std::vector<PageTable>& tables) {
  std::vector<PageTable> given_up;
  std::erase_if(tables, [&](PageTable& table) {
    if (table.rows() > most_head_rows || table.columns() < least_columns || !names_columns(table) ||
        holds_rows(page, table))
      return false;
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
