#include "pipeline/mapping/prose/prose.h"

#include <algorithm>

#include "pipeline/mapping/prose/figures.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

// A cell with fewer words than this holds a value, a name or a label; its figure is the cell's own reading.
constexpr std::ptrdiff_t kProseWords = 7;

bool is_prose(const model::Cell& cell) {
  return std::count(cell.text.begin(), cell.text.end(), ' ') + std::count(cell.text.begin(), cell.text.end(), '\n') +
             1 >=
         kProseWords;
}

bool running(const model::Block& block) {
  return block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot;
}

}  // namespace

void map_prose(const model::Bundle& bundle, std::vector<TableReading>& tables, const Vocabulary& vocabulary,
               model::Records& records) {
  const ProseWords words(vocabulary);
  ProseReader reader(bundle, words);
  // A document of one year is about that year where its text names none.
  const int year = records.document.vigencia_from == records.document.vigencia_to ? records.document.vigencia_to : 0;
  int year_before = year;
  for (std::size_t i = 0; i < bundle.blocks.size(); ++i) {
    const model::Block& block = bundle.blocks[i];
    if (running(block)) continue;
    if (block.kind == model::BlockKind::heading) year_before = year;
    year_before = reader.read_block(static_cast<int>(i), year_before, records.prose);
  }
  for (const TableReading& reading : tables) {
    if (reading.table < 0 || static_cast<std::size_t>(reading.table) >= bundle.tables.size()) continue;
    const model::Table& table = bundle.tables[static_cast<std::size_t>(reading.table)];
    for (const ColumnReading& column : reading.columns) reader.count_mark(column.mark);
    for (const model::Cell& cell : table.cells) {
      if (!is_prose(cell)) continue;
      reader.read_cell(reading.table, cell, reading.vigencia != 0 ? reading.vigencia : year, records.prose);
    }
  }
  reader.close_open_figures(records.prose);
}

}  // namespace cotejo::mapping
