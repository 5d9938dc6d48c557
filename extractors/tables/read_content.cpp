#include "extractors/tables/read_content.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "extractors/layout/blocks.h"
#include "extractors/layout/lines.h"
#include "extractors/layout/reading_order.h"
#include "extractors/layout/running_heads.h"
#include "extractors/layout/turned.h"
#include "extractors/tables/carry_over.h"
#include "extractors/tables/ledger/ledger.h"
#include "extractors/tables/logical/stitch.h"
#include "extractors/tables/logical/titles.h"
#include "extractors/tables/logical/tolerances.h"
#include "extractors/tables/read_page.h"

namespace cotejo::tables {

namespace {

using layout::Place;
using model::Page;
using model::Rect;

// How far down a page's text reaches: its lowest line or table, or to two lines above its running foot.
double text_bottom(const ReadPage& read) {
  double bottom = 0;
  for (const PageTable& table : read.tables) bottom = std::max(bottom, table.box.y1);
  for (const layout::Line& line : read.body) bottom = std::max(bottom, line.box.y1);
  double foot = std::numeric_limits<double>::max(), size = 0;
  for (std::size_t i = 0; i < read.places.size(); ++i)
    if (read.places[i] == Place::foot && read.page->words[i].box.y0 < foot) {
      foot = read.page->words[i].box.y0;
      size = read.page->words[i].font_size;
    }
  if (size > 0) bottom = std::max(bottom, foot - logical::lines_above_foot * logical::foot_line.of(size));
  return bottom;
}

// For each page, how far down the text of the pages of its shape reaches.
std::vector<double> text_bottoms(const std::vector<ReadPage>& pages) {
  std::map<std::pair<double, double>, double> of_shape;  // by width and height
  for (const ReadPage& read : pages) {
    double& bottom = of_shape[{read.page->width, read.page->height}];
    bottom = std::max(bottom, text_bottom(read));
  }
  std::map<std::pair<double, double>, double> of_like_shapes;
  for (const auto& [shape, own] : of_shape) {
    double& bottom = of_like_shapes[shape];
    for (const auto& [other, theirs] : of_shape)
      if (std::abs(other.first - shape.first) <= 1 && std::abs(other.second - shape.second) <= 1)
        bottom = std::max(bottom, theirs);
  }
  std::vector<double> bottoms;
  for (const ReadPage& read : pages) bottoms.push_back(of_like_shapes[{read.page->width, read.page->height}]);
  return bottoms;
}

// The lines right above the page's tables, by what they say.
std::map<std::string, const layout::Line*> lines_above_tables(const ReadPage& read) {
  std::map<std::string, const layout::Line*> above;
  for (const layout::Line& line : read.body)
    if (std::any_of(read.tables.begin(), read.tables.end(), [&](const PageTable& table) {
          const double white = table.box.y0 - line.box.y1;
          return white > -line.font_size && white < logical::title_above.of(line.font_size) &&
                 overlap_x(line.box, table.box) > 0;
        }))
      above.emplace(layout::line_text(*read.page, line), &line);
  return above;
}

// Where the text of the page begins, points; the name of a table that the page before says in the same way left out.
double first_line(const ReadPage& read, const ReadPage* before) {
  std::map<std::string, const layout::Line*> repeated, above;
  if (before != nullptr) above = lines_above_tables(read);
  if (!above.empty()) repeated = lines_above_tables(*before);
  std::erase_if(above, [&](const auto& own) { return repeated.count(own.first) == 0; });
  double first = std::numeric_limits<double>::max();
  for (const layout::Line& line : read.body)
    if (std::none_of(above.begin(), above.end(), [&](const auto& own) { return own.second == &line; }))
      first = std::min(first, line.box.center_y());
  return first;
}

std::vector<PagePart> parts_of(std::vector<ReadPage>& pages) {
  const std::vector<double> bottoms = text_bottoms(pages);
  std::vector<double> firsts(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) firsts[p] = first_line(pages[p], p > 0 ? &pages[p - 1] : nullptr);
  std::vector<PagePart> parts;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    ReadPage& read = pages[p];
    double last = 0;
    for (const layout::Line& line : read.body)
      if (line.box.center_y() < read.notes_begin) last = std::max(last, line.box.center_y());
    double top_table = std::numeric_limits<double>::max(), bottom_table = 0;
    for (const PageTable& table : read.tables) {
      top_table = std::min(top_table, table.box.y1);
      bottom_table = std::max(bottom_table, table.box.y0);
    }
    for (PageTable& table : read.tables) {
      PagePart part;
      part.page = read.page;
      part.begins_body = firsts[p] > table.box.y0 && top_table >= table.box.y0;
      part.ends_body = last < table.box.y1 && bottom_table <= table.box.y1;
      part.room_below = std::max(0.0, std::min(bottoms[p], read.notes_begin) - table.box.y1);
      part.table = std::move(table);
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

std::vector<model::Block> running_blocks(const ReadPage& read, Place place, model::BlockKind kind) {
  std::vector<int> words;
  for (std::size_t i = 0; i < read.places.size(); ++i)
    if (read.places[i] == place) words.push_back(static_cast<int>(i));
  std::vector<model::Block> blocks =
      layout::blocks_of(*read.page, layout::in_reading_order(layout::lines_of(*read.page, words)));
  for (model::Block& block : blocks) block.kind = kind;
  return blocks;
}

std::vector<model::Block> blocks_of(const std::vector<ReadPage>& pages) {
  std::vector<model::Block> blocks;
  const auto add = [&](std::vector<model::Block>&& more) {
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  };
  for (const ReadPage& read : pages) {
    add(running_blocks(read, Place::head, model::BlockKind::running_head));
    add(layout::blocks_of(*read.page, layout::in_reading_order(read.body)));
    add(running_blocks(read, Place::foot, model::BlockKind::running_foot));
  }
  return blocks;
}

Content read_upright(const std::vector<Page>& pages) {
  std::vector<std::vector<Place>> places = layout::running_heads(pages);
  std::vector<ReadPage> read;
  read.reserve(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) read.push_back(read_page(pages[p], std::move(places[p])));
  for (ReadPage& page : read) add_rows_below(page);
  carry_over(read);
  Content content;
  for (const ReadPage& page : read)
    for (model::OutsideFigure& figure : figures_outside(*page.page, owners_of(*page.page, page.tables, page.places)))
      content.outside.push_back(std::move(figure));
  content.tables = stitched(parts_of(read));
  content.blocks = blocks_of(read);
  layout::tell_headings(content.blocks, pages);
  // A single filled cell was kept only as a possible piece of a table that runs over pages.
  std::erase_if(content.tables, [](const model::Table& table) {
    return std::count_if(table.cells.begin(), table.cells.end(),
                         [](const model::Cell& cell) { return !cell.text.empty(); }) < 2;
  });
  give_titles(content.tables, content.blocks);
  return content;
}

// Boxes of what was found on a turned page, back on the page as it is shown.
void turn_back(Content& content, const Page& page, int direction) {
  const auto turn = [&](Rect& box) { box = layout::turned_back(box, page, direction); };
  for (model::Table& table : content.tables) {
    for (model::Cell& cell : table.cells)
      if (cell.page == page.number) turn(cell.box);
    if (page.number >= table.first_page && page.number <= table.last_page)
      turn(table.page_boxes[static_cast<std::size_t>(page.number - table.first_page)]);
  }
  for (model::Block& block : content.blocks)
    if (block.page == page.number) turn(block.box);
  for (model::OutsideFigure& figure : content.outside)
    if (figure.page == page.number) turn(figure.box);
}

}  // namespace

Content read_content(const std::vector<Page>& pages) {
  std::vector<int> directions;
  for (const Page& page : pages) directions.push_back(layout::reading_direction(page));
  if (std::all_of(directions.begin(), directions.end(), [](int direction) { return direction == 0; }))
    return read_upright(pages);
  std::vector<Page> upright;
  for (std::size_t p = 0; p < pages.size(); ++p)
    upright.push_back(directions[p] == 0 ? pages[p] : layout::turned_upright(pages[p], directions[p]));
  Content content = read_upright(upright);
  for (std::size_t p = 0; p < pages.size(); ++p)
    if (directions[p] != 0) turn_back(content, pages[p], directions[p]);
  return content;
}

}  // namespace cotejo::tables
