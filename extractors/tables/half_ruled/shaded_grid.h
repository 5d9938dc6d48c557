#pragma once

#include <vector>

#include "model/page.h"

namespace cotejo::tables {

// The rules that shading stands for. Word processors fill a table cell by cell, with white gaps or none between the
// cells: where the fills of several rows share their borders, those borders are the table's lattice, and so are the
// white rows between them. Nothing where the lattice is drawn as well, where text runs over its borders, or where fills
// of one row stand alone.
struct Shading {
  std::vector<model::Rule> grids;    // of tables whose first row is filled, or white alone
  std::vector<model::Rule> heads;    // of rows of fills that stand alone: heads of what is open below them, or boxes
  std::vector<model::Rule> columns;  // borders of columns below a head that is not filled
  std::vector<model::Rect> open;     // the rows below such a head: what is drawn there parts filled cells alone
};

// `words`: indices of the visible words. text_size: points, the page's commonest.
[[nodiscard]] Shading read_shading(const model::Page& page, const std::vector<int>& words, double text_size);

// The page's rules and those of the grids.
[[nodiscard]] std::vector<model::Rule> rules_and_shading(const model::Page& page, const std::vector<int>& words,
                                                         double text_size);

}  // namespace cotejo::tables
