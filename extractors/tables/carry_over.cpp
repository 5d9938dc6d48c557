#include "extractors/tables/carry_over.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/tables/logical/carried.h"
#include "extractors/tables/logical/row_below.h"

namespace cotejo::tables {

namespace {

// Whether nothing of the body stands below the table, but for notes.
bool ends_body(const ReadPage& read, const PageTable& table) {
  return std::none_of(read.body.begin(), read.body.end(),
                      [&](const layout::Line& line) {
                        return line.box.center_y() >= table.box.y1 && line.box.center_y() < read.notes_begin;
                      }) &&
         std::none_of(read.tables.begin(), read.tables.end(),
                      [&](const PageTable& other) { return other.box.y0 > table.box.y1; });
}

bool holds(const PageTable& table, const std::vector<char>& words) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
    return std::any_of(cell.words.begin(), cell.words.end(),
                       [&](int word) { return words[static_cast<std::size_t>(word)] != 0; });
  });
}

void mark(const PageTable& table, std::vector<char>& words, char as) {
  for (const PageCell& cell : table.cells)
    for (const int word : cell.words) words[static_cast<std::size_t>(word)] = as;
}

std::vector<int> words_of_body(const ReadPage& read) {
  std::vector<int> words;
  for (const layout::Line& line : read.body) words.insert(words.end(), line.words.begin(), line.words.end());
  std::sort(words.begin(), words.end());
  return words;
}

void take_from_body(ReadPage& read, const std::vector<char>& taken) {
  std::vector<int> free = words_of_body(read);
  std::erase_if(free, [&](int word) { return taken[static_cast<std::size_t>(word)] != 0; });
  read.body = layout::lines_of(*read.page, free);
}

// Puts a table in the place of one of the page's that lacks some of its words.
void replace(ReadPage& read, PageTable& table, PageTable whole) {
  table = std::move(whole);
  std::vector<char> taken(read.page->words.size(), 0);
  mark(table, taken, 1);
  take_from_body(read, taken);
}

// Puts a table that goes on from the page before in the place of what was found of it, unless that has the same columns
// or belongs elsewhere.
void put_on_top(ReadPage& read, PageTable carried) {
  std::vector<char> taken(read.page->words.size(), 0);
  mark(carried, taken, 1);
  std::size_t parts = 0;
  for (const PageTable& table : read.tables) {
    if (!holds(table, taken)) {
      if (table.box.y0 < carried.box.y0) return;
      continue;
    }
    ++parts;
    std::vector<char> rest(taken.size(), 0);
    mark(table, rest, 1);
    mark(carried, rest, 0);
    if (holds(table, rest)) return;
    std::vector<char> missing = taken;
    mark(table, missing, 0);
    if (parts == 1 && table.columns() == carried.columns() && !holds(carried, missing)) return;
  }
  std::erase_if(read.tables, [&](const PageTable& table) { return holds(table, taken); });
  read.tables.insert(read.tables.begin(), std::move(carried));
  take_from_body(read, taken);
}

}  // namespace

void add_rows_below(ReadPage& read) {
  for (PageTable& table : read.tables) {
    std::optional<PageTable> whole = with_row_below(*read.page, table, words_of_body(read));
    if (!whole) continue;
    replace(read, table, std::move(*whole));
  }
}

void carry_over(std::vector<ReadPage>& pages) {
  for (std::size_t p = 1; p < pages.size(); ++p) {
    ReadPage& last = pages[p - 1];
    ReadPage& next = pages[p];
    if (next.page->number != last.page->number + 1 || last.tables.empty()) continue;
    PageTable& table = last.tables.back();
    std::optional<PageTable> with_label;
    if (!ends_body(last, table)) {
      with_label = with_label_below(*last.page, table, words_of_body(last));
      if (!with_label) continue;
    }
    std::vector<int> words = words_of_body(next);
    for (const PageTable& found : next.tables)
      if (!shows_lattice(found.method))
        for (const PageCell& cell : found.cells) words.insert(words.end(), cell.words.begin(), cell.words.end());
    std::sort(words.begin(), words.end());
    std::optional<PageTable> carried = carried_on({last.page, &table}, *next.page, words);
    if (!carried) continue;
    if (with_label) replace(last, table, std::move(*with_label));
    put_on_top(next, std::move(*carried));
  }
}

}  // namespace cotejo::tables
