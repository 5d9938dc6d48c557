#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "extractors/layout/lines.h"
#include "model/geometry.h"
#include "model/page.h"
#include "model/table.h"

namespace cotejo::tables {

// A cell of a table on one page, before stitching over pages and before its text is put together.
struct PageCell {
  int row = 0;     // from 0, in the page's table
  int column = 0;  // from 0
  int row_span = 1;
  int column_span = 1;
  model::Rect box;
  std::vector<int> words;  // indices into Page::words, in any order; cell_text() puts them into reading order
};

// Whether the whole lattice is seen on the page, drawn or filled, and none of it is told by white space.
[[nodiscard]] constexpr bool shows_lattice(model::TableMethod method) {
  return method == model::TableMethod::ruled || method == model::TableMethod::shaded;
}

// What stands of a table on one page.
struct PageTable {
  model::TableMethod method = model::TableMethod::ruled;
  model::Rect box;
  std::vector<double> xs;       // x of the columns' borders, ascending, columns + 1 of them
  std::vector<double> ys;       // y of the rows' borders, ascending, rows + 1 of them
  std::vector<PageCell> cells;  // by row, then column; they cover the grid without overlap, empty ones included
  int header_rows = -1;         // -1: not told by the finder, header_rows.h decides

  [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
};

// The column, from 0, between whose borders x stands; the first or the last one where it stands outside. `xs`: as
// PageTable::xs, two of them at least.
[[nodiscard]] inline std::size_t column_at(const std::vector<double>& xs, double x) {
  return static_cast<std::size_t>(std::upper_bound(xs.begin() + 1, xs.end() - 1, x) - xs.begin() - 1);
}

// A page as a finder of unruled tables sees it: what the running heads and the ruled tables left over.
struct PageContext {
  const model::Page* page = nullptr;  // never null
  double text_size = 0;               // points, the page's commonest font size; > 0
  std::vector<int> words;  // indices into page->words that are free: visible, in no ruled table, no running head
  std::vector<layout::Line> lines;  // of those words
  std::vector<model::Rule> rules;   // joined rules that make no ruled table, longer than a text size
  std::vector<model::Rect> taken;   // areas of the ruled tables and of boxed text: a table never crosses one
};

}  // namespace cotejo::tables
