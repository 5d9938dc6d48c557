#include "pipeline/exports/pages/regions.h"

#include <algorithm>
#include <map>
#include <utility>

namespace cotejo::exports {
namespace {

using model::Rect;
using model::Word;

// Words of a line share at least so much of the lower one's height (across the reading direction).
constexpr double kSameLine = 0.5;

bool upright(const Word& word) {
  return word.rotation == 0 || word.rotation == 180;
}

// Whether `next` goes on with the line of `last`: it stands beside it, and behind it as it is read.
bool same_line(const Word& last, const Word& next) {
  if (last.rotation != next.rotation) return false;
  const bool level = upright(last);
  const double shared = level ? overlap_y(last.box, next.box) : overlap_x(last.box, next.box);
  const double size =
      level ? std::min(last.box.height(), next.box.height()) : std::min(last.box.width(), next.box.width());
  if (shared < kSameLine * size) return false;
  switch (last.rotation) {
    case 90:
      return next.box.center_y() > last.box.center_y();
    case 180:
      return next.box.center_x() < last.box.center_x();
    case 270:
      return next.box.center_y() < last.box.center_y();
    default:
      return next.box.center_x() > last.box.center_x();
  }
}

void add_word(Region& region, const Word& word) {
  if (region.lines.empty() || !same_line(*region.lines.back().words.back(), word))
    region.lines.push_back({word.box, {}});
  TextLine& line = region.lines.back();
  line.words.push_back(&word);
  line.box = united(line.box, word.box);
  region.box = united(region.box, word.box);
}

// The words of one page, each to be taken once.
class PageWords {
 public:
  explicit PageWords(const model::Page& page) : page_(page), taken_(page.words.size(), false) {}

  void take(int index, Region& region) {
    const auto at = static_cast<std::size_t>(index);
    if (at >= taken_.size() || taken_[at]) return;
    taken_[at] = true;
    if (!page_.words[at].text.empty()) add_word(region, page_.words[at]);
  }

  // Those that are still free and whose middle lies in the box.
  void take_in(const Rect& box, Region& region) {
    for (std::size_t i = 0; i < taken_.size(); ++i)
      if (!taken_[i] && box.contains({page_.words[i].box.center_x(), page_.words[i].box.center_y()}) &&
          !page_.words[i].hidden)
        take(static_cast<int>(i), region);
  }

  void take_rest(std::vector<Region>& regions) {
    Region rest;
    for (std::size_t i = 0; i < taken_.size(); ++i)
      if (!page_.words[i].hidden) take(static_cast<int>(i), rest);
    // What stands apart is no block: a line each.
    for (TextLine& line : rest.lines) {
      Region one;
      one.box = line.box;
      one.lines.push_back(std::move(line));
      regions.push_back(std::move(one));
    }
  }

 private:
  const model::Page& page_;
  std::vector<bool> taken_;
};

Region table_region(const model::Table& table, int page, PageWords& words) {
  Region region;
  region.table = &table;
  for (const model::Cell& cell : table.cells) {
    if (cell.page != page) continue;
    Region part;
    part.box = cell.box;
    part.table = &table;
    part.cell = &cell;
    words.take_in(cell.box, part);
    region.box = united(region.box, part.box);
    region.parts.push_back(std::move(part));
  }
  const int place = page - table.first_page;
  if (place >= 0 && place < static_cast<int>(table.page_boxes.size())) {
    const Rect& box = table.page_boxes[static_cast<std::size_t>(place)];
    Region rest;
    rest.table = &table;
    words.take_in(box, rest);
    region.box = united(united(region.box, box), rest.box);
    if (!rest.lines.empty()) region.parts.push_back(std::move(rest));
  }
  return region;
}

// How much of a page a table takes.
double area_on(const model::Table& table, int page) {
  Rect box;
  for (const model::Cell& cell : table.cells)
    if (cell.page == page) box = united(box, cell.box);
  return box.width() * box.height();
}

// The regions of the tables of a page, in the order in which they are given. Words of a table inside a cell of another
// are its own: the smallest table takes its words first.
std::vector<Region> table_regions(const std::vector<const model::Table*>& tables, int page, PageWords& words) {
  std::vector<std::pair<double, std::size_t>> by_area;
  for (std::size_t i = 0; i < tables.size(); ++i) by_area.emplace_back(area_on(*tables[i], page), i);
  std::sort(by_area.begin(), by_area.end());
  std::vector<Region> regions(tables.size());
  for (const auto& [area, at] : by_area) regions[at] = table_region(*tables[at], page, words);
  return regions;
}

}  // namespace

std::vector<std::vector<Region>> regions_of(const model::Bundle& bundle) {
  std::map<int, std::vector<const model::Block*>> blocks;
  std::map<int, std::vector<const model::Table*>> tables;
  for (const model::Block& block : bundle.blocks) blocks[block.page].push_back(&block);
  for (const model::Table& table : bundle.tables)
    for (int page = table.first_page; page <= table.last_page; ++page) tables[page].push_back(&table);
  std::vector<std::vector<Region>> all;
  for (const model::Page& page : bundle.pages) {
    PageWords words(page);
    std::vector<Region> regions;
    for (const model::Block* block : blocks[page.number]) {
      Region region;
      region.block = block;
      region.box = block->box;
      for (const int index : block->words) words.take(index, region);
      if (!region.lines.empty()) regions.push_back(std::move(region));
    }
    for (Region& region : table_regions(tables[page.number], page.number, words)) {
      if (region.parts.empty()) continue;
      // As page_texts has it: before the first block that begins below the table and beside no other column of it.
      const auto place = std::find_if(regions.begin(), regions.end(), [&](const Region& it) {
        return it.box.y0 >= region.box.y0 && overlap_x(it.box, region.box) > 0;
      });
      regions.insert(place, std::move(region));
    }
    words.take_rest(regions);
    all.push_back(std::move(regions));
  }
  return all;
}

model::Bundle recognised_words(const model::Bundle& bundle) {
  model::Bundle lean;
  lean.file_name = bundle.file_name;
  lean.sha256 = bundle.sha256;
  lean.page_count = bundle.page_count;
  const std::vector<std::vector<Region>> regions = regions_of(bundle);
  for (std::size_t i = 0; i < bundle.pages.size(); ++i) {
    model::Page page;
    page.number = bundle.pages[i].number;
    page.width = bundle.pages[i].width;
    page.height = bundle.pages[i].height;
    const auto add = [&](const Region& region) {
      for (const TextLine& line : region.lines)
        for (const Word* word : line.words)
          if (word->origin == model::Origin::ocr && !word->hidden) page.words.push_back(*word);
    };
    for (const Region& region : regions[i]) {
      add(region);
      for (const Region& part : region.parts) add(part);
    }
    lean.pages.push_back(std::move(page));
  }
  return lean;
}

}  // namespace cotejo::exports
