#pragma once

#include "extractors/tables/cells/page_table.h"

namespace cotejo::tables {

// What tells a chart or a drawing, whose lines happen to make a lattice, from a table.
struct DrawingSigns {
  double crossing = 0;   // part of the words that a drawn side of a cell runs through
  double filled = 0;     // part of the cells that hold words
  double pictured = 0;   // part of the area under images and shades that do not keep to the cells
  int loose_shades = 0;  // shades that keep to no cell and are no mark behind words: bars, among others
  int keys = 0;          // small squares of different colours: the key of a chart
  int near_keys = 0;     // such squares just outside
  bool axis = false;     // one row of cells with names set on end: what stands under a chart
};

[[nodiscard]] DrawingSigns drawing_signs(const model::Page& page, const PageTable& table);

// The lattice is a drawing's and no table's.
[[nodiscard]] bool is_drawing(const DrawingSigns& signs);

}  // namespace cotejo::tables
