#pragma once

#include <vector>

#include "model/document.h"

namespace cotejo::exports {

// Words that stand behind each other on the page and are read in one direction.
struct TextLine {
  model::Rect box;
  std::vector<const model::Word*> words;  // of the bundle
};

// A part of a page as formats of pages have it: a block of text, or a table with a part for each of its cells.
struct Region {
  model::Rect box;                      // holds those of its lines and parts
  const model::Block* block = nullptr;  // the block that it is; nullptr: another part
  const model::Table* table = nullptr;  // of a table, and of each of its cells
  const model::Cell* cell = nullptr;    // of a cell; nullptr: the table's words that no cell holds
  std::vector<TextLine> lines;          // of text
  std::vector<Region> parts;            // of a table: its cells on this page by row, then column
  [[nodiscard]] bool is_table() const { return table != nullptr && !parts.empty(); }
};

// The regions of every page of the bundle in reading order, same order as Bundle::pages. Each visible word stands in
// exactly one of them; words that neither a block nor a table holds are the last regions of their page. Points into the
// bundle.
[[nodiscard]] std::vector<std::vector<Region>> regions_of(const model::Bundle& bundle);

// The bundle with nothing but the words of its pages that were read from pixels, in reading order.
[[nodiscard]] model::Bundle recognised_words(const model::Bundle& bundle);

}  // namespace cotejo::exports
