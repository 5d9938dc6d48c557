#pragma once

#include <vector>

#include "model/document.h"

namespace cotejo::tables {

// Tables and running text of a whole document.
struct Content {
  std::vector<model::Table> tables;           // logical ones, in reading order
  std::vector<model::Block> blocks;           // what stands outside them, in reading order
  std::vector<model::OutsideFigure> outside;  // figures in rank that no table holds, by page, then from top to bottom
};

// Pure: pages in order of number → running heads set aside → tables of each page → stitched over page breaks → titles →
// blocks. Missing page numbers (pages that failed) end a table that would have run over them.
[[nodiscard]] Content read_content(const std::vector<model::Page>& pages);

}  // namespace cotejo::tables
