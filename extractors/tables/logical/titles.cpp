#include "extractors/tables/logical/titles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "extractors/layout/blocks.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

using layout::Caption;
using model::Block;
using model::BlockKind;
using model::Rect;
using model::Table;

using namespace logical;

// A sign or a figure that stands alone names nothing.
bool has_word(const std::string& text) {
  constexpr std::ptrdiff_t letters_of_a_word = 3;
  return std::count_if(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
         }) >= letters_of_a_word;
}

bool is_text(const Block& block) {
  return has_word(block.text) && block.kind != BlockKind::running_head && block.kind != BlockKind::running_foot;
}

bool over(const Rect& table, const Rect& block) {
  return overlap_x(table, block) > 0;
}

// The nearest block above (below) the table on its page that stands over (under) it; -1 when there is none, or another
// table stands between.
int neighbour(const std::vector<Block>& blocks, const std::vector<Table>& tables, const Table& table, bool above) {
  const Rect& box = above ? table.page_boxes.front() : table.page_boxes.back();
  const int page = above ? table.first_page : table.last_page;
  int best = -1;
  double distance = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.page != page || !is_text(block) || !over(box, block.box)) continue;
    const double d = above ? box.y0 - block.box.center_y() : block.box.center_y() - box.y1;
    if (d < 0 || d >= distance) continue;
    distance = d;
    best = static_cast<int>(i);
  }
  if (best < 0) return -1;
  const Rect& found = blocks[static_cast<std::size_t>(best)].box;
  for (const Table& other : tables) {
    if (&other == &table) continue;
    if (page < other.first_page || page > other.last_page) continue;
    const std::size_t at = static_cast<std::size_t>(page - other.first_page);
    if (at >= other.page_boxes.size()) continue;
    const Rect& between = other.page_boxes[at];
    if (!over(box, between)) continue;
    if (above ? (between.y0 >= found.y0 && between.y1 <= box.y0 + 1)
              : (between.y0 >= box.y1 - 1 && between.y1 <= found.y1))
      return -1;
  }
  return best;
}

double gap_between(const Table& table, const Block& block, bool above) {
  return above ? table.page_boxes.front().y0 - block.box.y1 : block.box.y0 - table.page_boxes.back().y1;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// A caption that stands above (below) the table, close to it; another line of the same caption may stand between.
int caption_at(const std::vector<Block>& blocks, const std::vector<Table>& tables, const Table& table, bool above) {
  const int near = neighbour(blocks, tables, table, above);
  if (near < 0) return -1;
  const Block& block = blocks[static_cast<std::size_t>(near)];
  if (gap_between(table, block, above) > caption_reach.of(block.font_size)) return -1;
  if (layout::caption_kind(block.text) == Caption::table) return near;
  // One line between the two, as "(Cifras en pesos)" or "Fuente: …".
  const int other = above ? near - 1 : near + 1;
  if (other < 0 || other >= static_cast<int>(blocks.size())) return -1;
  const Block& second = blocks[static_cast<std::size_t>(other)];
  if (second.page != block.page || layout::caption_kind(second.text) != Caption::table) return -1;
  const double gap = above ? block.box.y0 - second.box.y1 : second.box.y0 - block.box.y1;
  return gap >= -1 && gap < caption_reach.of(second.font_size) ? other : -1;
}

// The last sentence of what introduces a table; nothing when that began on another page.
std::string last_sentence(const std::string& text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto next = static_cast<unsigned char>(text[i + 2]);
    const bool capital = (next >= 'A' && next <= 'Z') || next == 0xC3;
    if ((text[i] == '.' || text[i] == ';') && text[i + 1] == ' ' && capital) begin = i + 2;
  }
  if (text[begin] >= 'a' && text[begin] <= 'z') return {};
  return one_line(text.substr(begin));
}

// What introduces a table, and whether it is set off as a heading and not a line of text.
struct Introduction {
  std::string text;
  bool heading = false;
};

Introduction introduction(const std::vector<Block>& blocks, const std::vector<Table>& tables, const Table& table) {
  int near = neighbour(blocks, tables, table, true);
  if (near < 0) {
    // The table begins its page: what ends the page before may introduce it.
    for (std::size_t i = 0; i < blocks.size(); ++i)
      if (is_text(blocks[i]) && blocks[i].page == table.first_page - 1 && blocks[i].kind == BlockKind::heading)
        near = static_cast<int>(i);
    for (const Block& block : blocks)
      if (near >= 0 && is_text(block) && block.page == table.first_page - 1 &&
          block.box.y0 > blocks[static_cast<std::size_t>(near)].box.y1)
        return {};
    for (const Block& block : blocks)
      if (is_text(block) && block.page == table.first_page && block.box.y1 <= table.page_boxes.front().y0) return {};
    if (near < 0) return {};
    for (const Table& other : tables)
      if (&other != &table && other.last_page == table.first_page - 1 &&
          other.page_boxes.back().y0 > blocks[static_cast<std::size_t>(near)].box.y1)
        return {};
    return {one_line(blocks[static_cast<std::size_t>(near)].text), true};
  }
  const Block& block = blocks[static_cast<std::size_t>(near)];
  if (gap_between(table, block, true) > heading_reach.of(block.font_size)) return {};
  // A list item or the end of a paragraph introduces nothing; one line that is no sentence does.
  const bool one_printed_line =
      block.box.height() < one_line_high.of(block.font_size) && block.text.back() != '.' && block.text.back() != ';';
  const bool introduces = block.kind == BlockKind::heading || block.kind == BlockKind::caption || block.bold ||
                          block.text.back() == ':' || (one_printed_line && block.kind == BlockKind::paragraph);
  if (introduces && block.kind == BlockKind::paragraph && !block.bold) {
    std::string sentence = last_sentence(block.text);
    if (sentence.size() > longest_introduction) return {};
    return {std::move(sentence), block.text.back() == ':'};
  }
  if (introduces && block.text.size() <= longest_introduction) return {one_line(block.text), true};
  // A short remark in brackets may stand between the heading and the table.
  if (near > 0 && block.text.size() < longest_remark && block.text.front() == '(') {
    const Block& before = blocks[static_cast<std::size_t>(near) - 1];
    if (before.page == block.page && before.kind == BlockKind::heading) return {one_line(before.text), true};
  }
  return {};
}

std::string own_title(const Table& table) {
  for (const model::Cell& cell : table.cells)
    if (cell.row == 0) return cell.column_span == table.columns && table.rows > 1 ? one_line(cell.text) : std::string{};
  return {};
}

}  // namespace

void give_titles(std::vector<Table>& tables, const std::vector<Block>& blocks) {
  // Where the document puts its captions: each table votes for the side on which it has one.
  std::vector<int> above(tables.size()), below(tables.size());
  std::ptrdiff_t only_above = 0, only_below = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    above[i] = caption_at(blocks, tables, tables[i], true);
    below[i] = caption_at(blocks, tables, tables[i], false);
    only_above += above[i] >= 0 && below[i] < 0;
    only_below += below[i] >= 0 && above[i] < 0;
  }
  const bool captions_below = only_below > only_above;
  std::vector<char> used(blocks.size(), 0);
  const auto take = [&](Table& table, int block) {
    if (block < 0 || used[static_cast<std::size_t>(block)] || !table.title.empty()) return;
    used[static_cast<std::size_t>(block)] = 1;
    table.title = one_line(blocks[static_cast<std::size_t>(block)].text);
  };
  for (std::size_t i = 0; i < tables.size(); ++i) take(tables[i], captions_below ? below[i] : above[i]);
  for (std::size_t i = 0; i < tables.size(); ++i) take(tables[i], captions_below ? above[i] : below[i]);
  for (Table& table : tables) {
    if (!table.title.empty()) continue;
    Introduction above_it = introduction(blocks, tables, table);
    std::string own = own_title(table);
    const bool takes_own = above_it.text.empty() || (!above_it.heading && !own.empty());
    table.title = takes_own ? std::move(own) : std::move(above_it.text);
  }
}

}  // namespace cotejo::tables
