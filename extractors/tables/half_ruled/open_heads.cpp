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

}  // namespace

std::vector<PageTable> settle_open_heads(const model::Page& page, std::vector<int> free_words,
                                         std::vector<PageTable>& tables) {
  std::vector<PageTable> given_up;
  std::erase_if(tables, [&](PageTable& table) {
    if (table.rows() > most_head_rows || table.columns() < least_columns) return false;
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
