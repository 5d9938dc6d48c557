#pragma once

#include <vector>

#include "extractors/tables/cells/page_table.h"
#include "extractors/tables/ruled/edges.h"
#include "extractors/tables/ruled/grid.h"
#include "model/page.h"

namespace cotejo::tables {

// What lies between a page's rules and its cells; kept apart so that it can be drawn.
struct RuledSteps {
  std::vector<Edge> edges;  // all of them
  std::vector<Grid> grids;  // of the edges that hang together
  std::vector<Edge> loose;  // edges that make no grid
};

[[nodiscard]] RuledSteps ruled_steps(const std::vector<model::Rule>& rules, double text_size);

// The lattices as tables. Each of the words (indices into page.words) goes to the innermost cell that holds its middle.
[[nodiscard]] std::vector<PageTable> tables_of(const std::vector<Grid>& grids, const model::Page& page,
                                               const std::vector<int>& words);

// What the rules of a page make.
struct RuledFindings {
  std::vector<PageTable> tables;       // two columns and more, at least one row and one filled cell; by top, then left
  std::vector<model::Rect> boxes;      // frames around text that is no table
  std::vector<model::Rect> frames;     // of these, the ones that nothing divides
  std::vector<model::Rule> left_over;  // joined rules that belong to neither, longer than a text size
};

// Tables whose columns and rows are drawn. `words` are the indices of the words that may stand in cells; each goes to
// the innermost cell that holds its middle. `rules`: the page's, and those that stand for its shading. text_size:
// points, the page's commonest.
[[nodiscard]] RuledFindings find_ruled_tables(const model::Page& page, const std::vector<model::Rule>& rules,
                                              const std::vector<int>& words, double text_size);

}  // namespace cotejo::tables
