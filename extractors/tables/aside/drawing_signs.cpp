#include "extractors/tables/aside/drawing_signs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "extractors/tables/aside/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace aside;

using model::Rect;

bool near_line(const std::vector<double>& lines, double at) {
  const auto next = std::lower_bound(lines.begin(), lines.end(), at);
  if (next != lines.end() && *next - at <= rule_slack) return true;
  return next != lines.begin() && at - *(next - 1) <= rule_slack;
}

bool is_key(const Rect& box) {
  return std::min(box.width(), box.height()) >= key_least && std::max(box.width(), box.height()) <= key_most &&
         std::abs(box.width() - box.height()) < square.of(box.height());
}

// A mark behind words: as high as a line of them.
bool behind_words(const model::Page& page, const PageTable& table, const Rect& shade) {
  for (const PageCell& cell : table.cells)
    for (const int index : cell.words) {
      const Rect& word = page.words[index].box;
      if (shade.height() < behind_height.of(word.height()) &&
          overlap_y(shade, word) > over_word.of(word.height()) &&
          overlap_x(shade, word) > over_word.of(word.width()))
        return true;
    }
  return false;
}

// The table's words in a picture were read from it: it shows the table and is not under it.
bool was_read(const model::Page& page, const PageTable& table, const Rect& picture) {
  int read = 0, set = 0;
  for (const PageCell& cell : table.cells)
    for (const int index : cell.words) {
      const model::Word& word = page.words[static_cast<std::size_t>(index)];
      if (picture.contains({word.box.center_x(), word.box.center_y()}))
        ++(word.origin == model::Origin::ocr ? read : set);
    }
  return read > set;
}

}  // namespace

DrawingSigns drawing_signs(const model::Page& page, const PageTable& table) {
  DrawingSigns signs;
  int words = 0, crossed = 0, filled = 0, on_end = 0;
  for (const PageCell& cell : table.cells) {
    if (!cell.words.empty()) ++filled;
    for (const int index : cell.words) {
      const model::Word& word = page.words[index];
      ++words;
      on_end += word.rotation % 180 != 0 ? 1 : 0;
      const double dx = aside_of_letters.of(word.box.width()), dy = over_letters.of(word.box.height());
      const Rect core{word.box.x0 + dx, word.box.y0 + dy, word.box.x1 - dx, word.box.y1 - dy};
      if (core.x0 < cell.box.x0 || core.x1 > cell.box.x1 || core.y0 < cell.box.y0 || core.y1 > cell.box.y1) ++crossed;
    }
  }
  signs.axis = table.rows() == 1 && on_end * 2 > words;
  if (words > 0) signs.crossing = static_cast<double>(crossed) / words;
  signs.filled = table.cells.empty() ? 0 : static_cast<double>(filled) / static_cast<double>(table.cells.size());

  const double area = std::max(1.0, table.box.area());
  double covered = 0;
  // A scan, or the paper: one image or bands of it that cover the page.
  const auto is_band = [&](const model::ImageBox& image) {
    return image.box.width() > band.of(page.width) || image.box.height() > band.of(page.height);
  };
  double bands = 0;
  for (const model::ImageBox& image : page.images)
    if (is_band(image)) bands += image.box.area();
  const bool is_paper = bands > paper.value * page.width * page.height;
  for (const model::ImageBox& image : page.images) {
    if (is_paper && is_band(image)) continue;
    const Rect part = intersection(image.box, table.box);
    if (part.empty()) continue;
    // A picture inside one cell is that cell's content.
    const bool in_cell = std::any_of(table.cells.begin(), table.cells.end(), [&](const PageCell& cell) {
      return intersection(image.box, cell.box).area() > in_one_cell.of(image.box.area()) &&
             cell.words.size() <= words_beside_picture;
    });
    if (!in_cell && !was_read(page, table, image.box)) covered += part.area();
  }
  std::set<std::uint32_t> key_colors, near_colors;
  const Rect around{table.box.x0 - key_distance, table.box.y0 - key_distance, table.box.x1 + key_distance,
                    table.box.y1 + key_distance};
  for (const model::Shade& shade : page.shades) {
    if (is_key(shade.box)) {
      if (intersection(shade.box, table.box).area() > 0)
        key_colors.insert(shade.color);
      else if (intersection(shade.box, around).area() > 0)
        near_colors.insert(shade.color);
      continue;
    }
    const Rect part = intersection(shade.box, table.box);
    if (part.area() < in_lattice.of(shade.box.area())) continue;
    const bool keeps = near_line(table.xs, shade.box.x0) && near_line(table.xs, shade.box.x1) &&
                       near_line(table.ys, shade.box.y0) && near_line(table.ys, shade.box.y1);
    if (!keeps && !behind_words(page, table, shade.box)) ++signs.loose_shades;
  }
  signs.keys = static_cast<int>(key_colors.size());
  signs.near_keys = static_cast<int>(near_colors.size());
  signs.pictured = std::min(1.0, covered / area);
  return signs;
}

bool is_drawing(const DrawingSigns& signs) {
  // A plot drawn as a picture under its labels; the key of a chart; a lattice of bars and grid lines, most of it empty,
  // with labels wherever the bars end. Tables reach one of these at most: words that run over their cell are common,
  // and forms are empty.
  const bool drawn_over = signs.crossing > labels_anywhere || signs.loose_shades >= some_loose;
  return signs.axis || signs.filled < next_to_empty || signs.pictured > mostly_picture || signs.keys >= key_colors ||
         (signs.near_keys >= key_colors && drawn_over) ||
         (signs.filled < mostly_bare && signs.crossing > labels_anywhere);
}

}  // namespace cotejo::tables
