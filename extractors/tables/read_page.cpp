#include "extractors/tables/read_page.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/digits.h"
#include "extractors/layout/page_notes.h"
#include "extractors/tables/areas/frames.h"
#include "extractors/tables/aside/captions.h"
#include "extractors/tables/aside/charts.h"
#include "extractors/tables/cells/cell_text.h"
#include "extractors/tables/cells/part_at_heads.h"
#include "extractors/tables/cells/part_sheet.h"
#include "extractors/tables/half_ruled/framed_text.h"
#include "extractors/tables/half_ruled/neighbours.h"
#include "extractors/tables/half_ruled/open_heads.h"
#include "extractors/tables/half_ruled/shaded_grid.h"
#include "extractors/tables/half_ruled/white_inside.h"
#include "extractors/tables/half_ruled/wide_cells.h"
#include "extractors/tables/heads/free_groups.h"
#include "extractors/tables/heads/rows_between_rules.h"
#include "extractors/tables/heads/shaded_heads.h"
#include "extractors/tables/heads/turned_heads.h"
#include "extractors/tables/lines/segments.h"
#include "extractors/tables/ruled/ruled.h"
#include "extractors/tables/tolerances.h"
#include "extractors/tables/white/whitespace.h"

namespace cotejo::tables {

namespace {

using layout::Place;
using model::Page;

bool is_letterhead(const PageTable& table, const std::vector<Place>& places) {
  for (const PageCell& cell : table.cells)
    for (const int word : cell.words)
      if (places[static_cast<std::size_t>(word)] == Place::body) return false;
  return true;
}

// A single row below everything else of the page, that ends in a bare number: the page's foot with its number, between
// rules.
bool is_foot(const Page& page, const PageTable& table) {
  if (table.rows() != 1 || table.columns() > tables::page::most_cells_of_foot) return false;
  const bool last = std::none_of(page.words.begin(), page.words.end(),
                                 [&](const model::Word& word) { return word.box.center_y() > table.box.y1; });
  if (names_total(plain_text(table.cells.front(), page))) return false;  // of what stands above
  const std::string number = plain_text(table.cells.back(), page);
  return last && table.box.y0 > tables::page::foot_of_page.of(page.height) && !number.empty() &&
         number.size() <= tables::page::longest_page_number && base::all_digits(number);
}

// A lattice that no drawn rule takes part in is one of fills.
void tell_shaded(const Page& page, std::vector<PageTable>& tables) {
  for (PageTable& table : tables) {
    const auto inside = [&](const model::Rule& rule) {
      return table.box.contains({(rule.from.x + rule.to.x) / 2, (rule.from.y + rule.to.y) / 2});
    };
    if (std::none_of(page.rules.begin(), page.rules.end(), inside)) table.method = model::TableMethod::shaded;
  }
}

// Rules that leave several rows or columns in one cell give way to
// white space.
void divide_by_white(const Page& page, double text_size, std::vector<PageTable>& tables) {
  std::vector<PageTable> all;
  for (PageTable& table : tables) {
    std::vector<PageTable> finer = divided_by_white(page, table, text_size);
    if (finer.empty()) finer.push_back(std::move(table));
    for (PageTable& part : finer) {
      cut_wide_cells(page, part);
      drop_framed_text(page, part);
    }
    all.insert(all.end(), std::make_move_iterator(finer.begin()), std::make_move_iterator(finer.end()));
  }
  tables = std::move(all);
}

void mark_words(const PageTable& table, std::vector<char>& used, char as) {
  for (const PageCell& cell : table.cells)
    for (const int word : cell.words) used[static_cast<std::size_t>(word)] = as;
}

// Whether a row of fills is one of figures, as a total in the middle of a table is: no head. Years may name columns.
bool holds_figures(const Page& page, const PageTable& row) {
  const auto figures = std::count_if(row.cells.begin(), row.cells.end(), [&](const PageCell& cell) {
    return std::any_of(cell.words.begin(), cell.words.end(), [&](int word) {
      const std::string& text = page.words[static_cast<std::size_t>(word)].text;
      return text != "-" && is_value(text) && !is_year(text);
    });
  });
  return figures >= 2;
}

// Rows of fills that may name columns.
std::vector<PageTable> shaded_heads(const Page& page, const std::vector<model::Rule>& heads,
                                    const std::vector<int>& free, double text_size) {
  std::vector<PageTable> found = tables_of(ruled_steps(heads, text_size).grids, page, free);
  std::erase_if(found, [&](const PageTable& head) { return holds_figures(page, head); });
  return found;
}

std::vector<model::Rect> boxes_of(const std::vector<PageTable>& tables) {
  std::vector<model::Rect> boxes;
  for (const PageTable& table : tables) boxes.push_back(table.box);
  return boxes;
}

// Rows of fills that stand over rows of open text: tables; others are boxes.
std::vector<PageTable> shaded_heads_with_bodies(const Page& page, const std::vector<model::Rule>& heads,
                                                std::vector<int> free, double text_size) {
  std::vector<PageTable> grown;
  for (const PageTable& head : shaded_heads(page, heads, free, text_size)) {
    std::vector<PageTable> table{head};
    std::vector<char> used(page.words.size(), 0);
    mark_words(head, used, 1);
    std::vector<int> below;
    for (const int word : free)
      if (used[static_cast<std::size_t>(word)] == 0) below.push_back(word);
    const std::vector<PageTable> given_up = settle_open_heads(page, std::move(below), table, {});
    if (!given_up.empty() || table.front().rows() == head.rows()) continue;
    mark_words(table.front(), used, 1);
    std::erase_if(free, [&](int word) { return used[static_cast<std::size_t>(word)] != 0; });
    grown.push_back(std::move(table.front()));
  }
  return grown;
}

// Visible words that no table holds and no running head.
std::vector<int> free_words(const std::vector<int>& visible, const std::vector<char>& used,
                            const std::vector<Place>& places) {
  std::vector<int> words;
  for (const int word : visible)
    if (!used[static_cast<std::size_t>(word)] && places[static_cast<std::size_t>(word)] == Place::body)
      words.push_back(word);
  return words;
}

std::vector<model::Rule> with(std::vector<model::Rule> rules, const std::vector<model::Rule>& more) {
  rules.insert(rules.end(), more.begin(), more.end());
  return rules;
}

// Takes out the rules that lie in one of the areas, where they part its columns, and returns them.
std::vector<model::Rule> take_rules_in(const std::vector<model::Rect>& areas, std::vector<model::Rule>& rules) {
  constexpr double slack = page::between_fills;
  const auto lies_in = [](const model::Rule& rule, const model::Rect& area, double reach) {
    return rule.from.x > area.x0 - reach && rule.to.x < area.x1 + reach && rule.from.y > area.y0 - slack &&
           rule.to.y < area.y1 + slack;
  };
  std::vector<model::Rule> taken;
  for (const model::Rect& area : areas) {
    if (std::none_of(rules.begin(), rules.end(),
                     [&](const model::Rule& rule) { return !rule.horizontal() && lies_in(rule, area, -slack); }))
      continue;
    std::erase_if(rules, [&](const model::Rule& rule) {
      if (!lies_in(rule, area, slack)) return false;
      taken.push_back(rule);
      return true;
    });
  }
  return taken;
}

// The drawn sides of a lattice that is given back, as rules.
void give_back(const PageTable& table, std::vector<model::Rule>& rules) {
  for (const PageCell& cell : table.cells) {
    const model::Rect& b = cell.box;
    rules.push_back({{b.x0, b.y0}, {b.x1, b.y0}});
    rules.push_back({{b.x0, b.y1}, {b.x1, b.y1}});
    rules.push_back({{b.x0, b.y0}, {b.x0, b.y1}});
    rules.push_back({{b.x1, b.y0}, {b.x1, b.y1}});
  }
}

}  // namespace

ReadPage read_page(const Page& page, std::vector<Place> places) {
  ReadPage read{&page, {}, {}, std::move(places), page.height};
  std::vector<int> visible, askew;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const model::Word& word = page.words[i];
    if (!word.hidden) (word.rotation % 90 == 0 ? visible : askew).push_back(static_cast<int>(i));
  }
  const double text_size = layout::usual_text_size(page);
  const Shading shading = read_shading(page, without_unit_notes(page, visible), text_size);
  std::vector<model::Rule> drawn = page.rules;
  const std::vector<model::Rule> between_fills = take_rules_in(shading.open, drawn);
  RuledFindings ruled = find_ruled_tables(page, with(std::move(drawn), shading.grids), visible, text_size);
  ruled.left_over = with(std::move(ruled.left_over), between_fills);
  if (!shading.grids.empty()) tell_shaded(page, ruled.tables);
  std::erase_if(ruled.tables,
                [&](const PageTable& table) { return is_letterhead(table, read.places) || is_foot(page, table); });
  if (std::any_of(ruled.tables.begin(), ruled.tables.end(), mostly_empty)) {
    const std::vector<model::Rect> charts = chart_areas(page, visible);
    std::erase_if(ruled.tables, [&](const PageTable& table) { return is_chart(table, charts); });
  }
  std::vector<char> used(page.words.size(), 0);
  for (const PageTable& table : ruled.tables) mark_words(table, used, 1);
  const auto open_words = [&] { return without_captions(page, free_words(visible, used, read.places)); };
  const std::vector<model::Rect> heads = boxes_of(shaded_heads(page, shading.heads, open_words(), text_size));
  for (const PageTable& head : settle_open_heads(page, open_words(), ruled.tables, heads)) {
    mark_words(head, used, 0);
    give_back(head, ruled.left_over);
    // What stands above it is none of its table.
    ruled.boxes.push_back({head.box.x0, head.box.y0, head.box.x1, head.box.y0});
  }
  for (const PageTable& table : ruled.tables) mark_words(table, used, 1);
  for (PageTable& table : shaded_heads_with_bodies(page, shading.heads, open_words(), text_size)) {
    mark_words(table, used, 1);
    ruled.tables.push_back(std::move(table));
  }
  open_framed_rows(page, ruled.tables);
  divide_by_white(page, text_size, ruled.tables);
  // What the finer tables leave out is free again.
  std::fill(used.begin(), used.end(), 0);
  for (const PageTable& table : ruled.tables) mark_words(table, used, 1);
  add_shaded_heads(page, free_words(visible, used, read.places), ruled.tables);
  for (const PageTable& table : ruled.tables) mark_words(table, used, 1);
  add_rows_between_rules(page, free_words(visible, used, read.places), ruled.tables);
  for (const PageTable& table : ruled.tables) mark_words(table, used, 1);
  add_free_groups(page, free_words(visible, used, read.places), ruled.tables);
  for (const PageTable& table : ruled.tables) mark_words(table, used, 1);
  join_neighbours(page, ruled.tables);

  // A table's head that is repeated on every page is the table's, not the page's.
  for (const PageTable& table : ruled.tables)
    for (const PageCell& cell : table.cells)
      for (const int word : cell.words) read.places[static_cast<std::size_t>(word)] = Place::body;
  PageContext context;
  context.page = &page;
  context.text_size = text_size;
  context.words = free_words(visible, used, read.places);
  context.rules = with(std::move(ruled.left_over), shading.columns);
  for (const PageTable& table : ruled.tables) context.taken.push_back(table.box);
  context.taken.insert(context.taken.end(), ruled.boxes.begin(), ruled.boxes.end());

  read.tables = std::move(ruled.tables);
  for (const model::Rect& frame : frames_by_size(std::move(ruled.frames), text_size)) {
    for (PageTable& table : find_whitespace_tables(inside_frame(context, frame))) {
      mark_words(table, used, 1);
      context.taken.push_back(table.box);
      read.tables.push_back(std::move(table));
    }
    context.words = free_words(visible, used, read.places);
  }
  for (PageTable& table : find_whitespace_tables(context)) {
    mark_words(table, used, 1);
    read.tables.push_back(std::move(table));
  }
  add_turned_heads(page, free_words(visible, used, read.places), read.tables);
  for (const PageTable& table : read.tables) mark_words(table, used, 1);
  std::vector<PageTable> parted;
  for (PageTable& table : read.tables)
    for (PageTable& sheet : parted_sheet(page, std::move(table)))
      for (PageTable& part : parted_at_heads(page, std::move(sheet))) parted.push_back(std::move(part));
  read.tables = std::move(parted);
  // What the parts leave out is free again.
  std::fill(used.begin(), used.end(), 0);
  for (const PageTable& table : read.tables) mark_words(table, used, 1);
  std::stable_sort(read.tables.begin(), read.tables.end(), [](const PageTable& a, const PageTable& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  // What is stamped across the page is its text and belongs to no cell.
  visible.insert(visible.end(), askew.begin(), askew.end());
  read.body = layout::lines_of(page, free_words(visible, used, read.places));
  read.notes_begin = layout::notes_begin(page, read.body);
  return read;
}

}  // namespace cotejo::tables
