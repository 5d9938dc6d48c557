#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "tests/pipeline/made_table.h"

// Bundles for the tests, written as the rows that a person sees.
namespace cotejo::mapping::testing {

using cotejo::testing::Merge;
using cotejo::testing::Rows;
using Merges = std::vector<Merge>;

inline model::Table table_of(const std::string& title, const Rows& rows, int header_rows = 1,
                             const Merges& merges = {}) {
  model::Table table = cotejo::testing::made_table(title, rows, header_rows, merges, {200, 12, 2});
  table.page_boxes.push_back({50, 200, 560, 700});
  return table;
}

inline model::Block block_of(const std::string& text, model::BlockKind kind = model::BlockKind::paragraph, int page = 1,
                             double y = 50, double font_size = 10) {
  model::Block block;
  block.kind = kind;
  block.page = page;
  block.text = text;
  block.box = {50, y, 560, y + font_size};
  block.font_size = font_size;
  if (kind == model::BlockKind::heading) block.heading_level = 1;
  return block;
}

inline model::Bundle bundle_of(std::vector<model::Table> tables, std::vector<model::Block> blocks = {}) {
  model::Bundle bundle;
  bundle.file_name = "informe.pdf";
  bundle.page_count = 1;
  bundle.tables = std::move(tables);
  bundle.blocks = std::move(blocks);
  return bundle;
}

}  // namespace cotejo::mapping::testing
