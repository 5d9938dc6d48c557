#include "extractors/tables/half_ruled/neighbours.h"

#include <algorithm>
#include <cmath>

#include "extractors/tables/cells/header_rows.h"
#include "extractors/tables/cells/part_cells.h"
#include "extractors/tables/half_ruled/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace half_ruled;

using model::Rect;

bool same_lines(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::abs(a[i] - b[i]) > same_border) return false;
  return true;
}

bool holds_words(const model::Page& page, const Rect& area) {
  return std::any_of(page.words.begin(), page.words.end(), [&](const model::Word& word) {
    return !word.hidden && area.contains({word.box.center_x(), word.box.center_y()});
  });
}

model::Table texts_of(const model::Page& page, const PageTable& from) {
  model::Table table;
  table.rows = from.rows();
  table.columns = from.columns();
  for (PartCell& part : part_cells(page, from)) table.cells.push_back(std::move(part.cell));
  return table;
}

double text_size_of(const model::Page& page, const PageTable& table) {
  double size = 0;
  for (const PageCell& cell : table.cells)
    for (const int word : cell.words) size = std::max(size, page.words[word].font_size);
  return std::max(size, 1.0);
}

void sort_cells(PageTable& table) {
  std::stable_sort(table.cells.begin(), table.cells.end(), [](const PageCell& a, const PageCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
}

bool stacked(const model::Page& page, const PageTable& above, const PageTable& below) {
  const double gap = below.box.y0 - above.box.y1;
  const double size = text_size_of(page, above);
  if (gap < -same_border || gap > highest_gap.of(size) || !same_lines(above.xs, below.xs)) return false;
  const Rect between{above.box.x0, above.box.y1 - over_gap.of(size), above.box.x1, below.box.y0 + over_gap.of(size)};
  if (gap > 0 && holds_words(page, between)) return false;
  // What stands off by a row's height is a total; a table of several rows would be another one.
  if (gap > lowest_row.of(size) && below.rows() > 1) return false;
  return header_rows(texts_of(page, below)) == 0;
}

void put_under(PageTable& above, PageTable&& below, double text_size) {
  const int rows = above.rows();
  const bool empty_row = below.box.y0 - above.box.y1 > lowest_row.of(text_size);
  if (empty_row) {
    for (int c = 0; c < above.columns(); ++c)
      above.cells.push_back({rows,
                             c,
                             1,
                             1,
                             {above.xs[static_cast<std::size_t>(c)], above.box.y1,
                              above.xs[static_cast<std::size_t>(c) + 1], below.box.y0},
                             {}});
    above.ys.push_back(below.ys.front());
  }
  const int base = rows + (empty_row ? 1 : 0);
  for (PageCell& cell : below.cells) {
    cell.row += base;
    above.cells.push_back(std::move(cell));
  }
  above.ys.insert(above.ys.end(), below.ys.begin() + 1, below.ys.end());
  above.box = united(above.box, below.box);
  sort_cells(above);
}

bool is_figure(const std::string& text) {
  int letters = 0;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) ++letters;
  return letters == 0;
}

bool side_by_side(const model::Page& page, const PageTable& left, const PageTable& right) {
  const double gap = right.box.x0 - left.box.x1;
  if (gap < 0 || gap > widest_gap.of(text_size_of(page, left)) || !same_lines(left.ys, right.ys) || left.rows() < 3)
    return false;
  const Rect between{left.box.x1, left.box.y0, right.box.x0, left.box.y1};
  if (holds_words(page, between)) return false;
  // Below the head, the right one has figures only, and the left one labels its rows.
  const model::Table labels = texts_of(page, left), figures = texts_of(page, right);
  const int head = std::max({1, header_rows(labels), header_rows(figures)});
  int words = 0, filled = 0;
  for (const model::Cell& cell : figures.cells) {
    if (cell.row < head) continue;
    if (!is_figure(cell.text)) return false;
    if (!cell.text.empty()) ++filled;
  }
  for (const model::Cell& cell : labels.cells)
    if (cell.row >= head && cell.column == 0 && !is_figure(cell.text)) ++words;
  return filled > 0 && 2 * words > left.rows() - head;
}

void put_beside(PageTable& left, PageTable&& right) {
  const int columns = left.columns();
  // The gap belongs to neither: the border stands in its middle.
  const double middle = (left.xs.back() + right.xs.front()) / 2;
  left.xs.back() = middle;
  left.xs.insert(left.xs.end(), right.xs.begin() + 1, right.xs.end());
  for (PageCell& cell : right.cells) {
    cell.column += columns;
    left.cells.push_back(std::move(cell));
  }
  left.box = united(left.box, right.box);
  sort_cells(left);
}

}  // namespace

void join_neighbours(const model::Page& page, std::vector<PageTable>& tables) {
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (std::size_t k = i + 1; k < tables.size();) {
      const bool i_left = tables[i].box.x0 <= tables[k].box.x0;
      PageTable &left = i_left ? tables[i] : tables[k], &right = i_left ? tables[k] : tables[i];
      if (stacked(page, tables[i], tables[k])) {
        put_under(tables[i], std::move(tables[k]), text_size_of(page, tables[i]));
      } else if (side_by_side(page, left, right)) {
        put_beside(left, std::move(right));
        if (!i_left) tables[i] = std::move(tables[k]);
      } else {
        ++k;
        continue;
      }
      tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(k));
      k = i + 1;
    }
}

}  // namespace cotejo::tables
