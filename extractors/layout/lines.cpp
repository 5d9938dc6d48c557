#include "extractors/layout/lines.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <numeric>

#include "base/letters.h"
#include "base/utf8.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

namespace {

using base::soft_hyphen;
using base::soft_hyphen_bytes;
using model::Page;
using model::Rect;
using model::Word;

// A word's box in the direction it is read: x along the text, y downwards from line to line.
Rect read_box(const Word& word) {
  const Rect& b = word.box;
  switch (word.rotation) {
    case 90:
      return {b.y0, -b.x1, b.y1, -b.x0};
    case 180:
      return {-b.x1, -b.y1, -b.x0, -b.y0};
    case 270:
      return {-b.y1, b.x0, -b.y0, b.x1};
    default:
      return b;
  }
}

// Printed letters fill only the middle of the font's box; the core is what may not overlap between lines.
double core_overlap(const Rect& a, const Rect& b) {
  const double height = std::min(a.height(), b.height());
  return height <= 0 ? 0 : model::overlap_y(a, b) / height;
}

struct Item {
  int index;
  Rect box;
};

struct Row {
  std::vector<Item> items;
  Rect core;  // of its largest word: the others are measured against it
};

// Whether a word of the row stands right above the box: a larger word beside both reached down from one line to the
// next.
bool stands_under(const Row& row, const Rect& box) {
  const std::size_t count = std::min(most_words, row.items.size());
  return std::any_of(row.items.end() - static_cast<std::ptrdiff_t>(count), row.items.end(), [&](const Item& item) {
    const Rect& above = item.box;
    return model::overlap_x(above, box) > shared_height.of(std::min(above.width(), box.width())) &&
           core_overlap(above, box) < shared_height.value / 2;
  });
}

std::vector<Row> rows_of(std::vector<Item>& items) {
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.box.center_y() < b.box.center_y(); });
  std::vector<Row> rows;
  for (const Item& item : items) {
    Row* best = nullptr;
    double best_overlap = shared_height.value;
    // Centres ascend, so only the last rows can reach this word.
    for (std::size_t back = 0; back < std::min(rows.size(), rows_back); ++back) {
      Row& row = rows[rows.size() - 1 - back];
      const double overlap = core_overlap(row.core, item.box);
      if (overlap > best_overlap && (overlap > plainly_shared.value || !stands_under(row, item.box))) {
        best = &row;
        best_overlap = overlap;
      }
    }
    if (best == nullptr) {
      rows.push_back({{item}, item.box});
      continue;
    }
    best->items.push_back(item);
    if (item.box.height() > best->core.height()) best->core = item.box;
  }
  return rows;
}

// Those that the words have: upright first, askew last.
std::vector<int> rotations_of(const Page& page, const std::vector<int>& words) {
  std::vector<int> rotations{0, 90, 180, 270};
  for (const int index : words) {
    const int rotation = page.words[index].rotation;
    if (std::find(rotations.begin(), rotations.end(), rotation) == rotations.end()) rotations.push_back(rotation);
  }
  std::sort(rotations.begin() + 4, rotations.end());
  return rotations;
}

void finish(const Page& page, Line& line) {
  double widest = -1;
  bool all_bold = true;
  for (const int index : line.words) {
    const Word& word = page.words[index];
    line.box = line.box == Rect{} ? word.box : model::united(line.box, word.box);
    const Rect box = read_box(word);
    if (box.width() > widest) {
      widest = box.width();
      line.font_size = word.font_size;
    }
    const bool says = std::any_of(word.text.begin(), word.text.end(),
                                  [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; });
    if (says && !word.bold) all_bold = false;
  }
  line.bold = all_bold;
}

}  // namespace

std::vector<Line> lines_of(const Page& page, const std::vector<int>& words, double widest_gap) {
  std::vector<Line> lines;
  for (const int rotation : rotations_of(page, words)) {
    std::vector<Item> items;
    for (const int index : words)
      if (page.words[index].rotation == rotation) items.push_back({index, read_box(page.words[index])});
    for (Row& row : rows_of(items)) {
      std::stable_sort(row.items.begin(), row.items.end(),
                       [](const Item& a, const Item& b) { return a.box.x0 < b.box.x0; });
      double end = 0, size = 0;
      bool open = false;
      for (const Item& item : row.items) {
        const double font_size = std::max(1.0, page.words[item.index].font_size);
        if (!open || item.box.x0 - end > widest_gap * std::max(size, font_size)) {
          if (open) finish(page, lines.back());
          lines.push_back({});
          lines.back().rotation = static_cast<std::int16_t>(rotation);
          open = true;
          end = item.box.x1;
        }
        lines.back().words.push_back(item.index);
        end = std::max(end, item.box.x1);
        size = font_size;
      }
      if (open) finish(page, lines.back());
    }
  }
  return lines;
}

std::string line_text(const Page& page, const Line& line) {
  std::string text;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = page.words[line.words[i]];
    if (i > 0) {
      const Word& last = page.words[line.words[i - 1]];
      const double gap = read_box(word).x0 - read_box(last).x1;
      if (base::last_code_point(text) == soft_hyphen) {  // not at the end of its line: a hyphen
        text.resize(text.size() - soft_hyphen_bytes);
        text += '-';
      }
      if (last.space_after || gap > touching.of(std::max(word.font_size, last.font_size))) text += ' ';
    }
    text += word.text;
  }
  return text;
}

double usual_text_size(const Page& page) {
  // Tenths of a point: sizes differ by rounding.
  std::map<int, std::size_t> characters;
  for (const Word& word : page.words)
    if (!word.hidden && word.rotation == 0)
      characters[static_cast<int>(std::lround(word.font_size * 10))] += word.text.size();
  int best = 100;
  std::size_t most = 0;
  for (const auto& [size, count] : characters)
    if (count > most && size > 0) {
      best = size;
      most = count;
    }
  return best / 10.0;
}

}  // namespace cotejo::layout
