#include "pipeline/mapping/prose/prose.h"

#include <algorithm>

#include "pipeline/mapping/prose/figures.h"
#include "pipeline/mapping/prose/tolerances.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::prose;

bool is_prose(const std::string& cell) {
  return std::count(cell.begin(), cell.end(), ' ') + std::count(cell.begin(), cell.end(), '\n') + 1 >= kProseWords;
}

}  // namespace

void map_prose(const model::Bundle& bundle, const std::vector<Passage>& passages,
               const std::vector<TableReading>& tables, const Vocabulary& vocabulary, model::Records& records) {
  const ProseWords words(vocabulary);
  ProseReader reader(bundle, words);
  // A document of one year is about that year where its text names none.
  const int year = records.document.vigencia_from == records.document.vigencia_to ? records.document.vigencia_to : 0;
  int year_before = year;
  for (const TableReading& table : tables) {
    for (const ColumnReading& column : table.columns) reader.count_mark(column.mark);
  }
  for (const Passage& passage : passages) {
    const int table = passage.source.table;
    if (table < 0) {
      if (passage.kind == model::BlockKind::heading) year_before = year;
      year_before = reader.read(passage, year_before, records.prose);
    } else if (is_prose(passage.text)) {
      const int own = tables[static_cast<std::size_t>(table)].vigencia;
      reader.read(passage, own != 0 ? own : year, records.prose);
    }
  }
  reader.close_open_figures(records.prose);
}

}  // namespace cotejo::mapping
