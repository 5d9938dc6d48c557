#include "pipeline/mapping/table/cell_source.h"

namespace cotejo::mapping {

model::Source source_of(const model::Cell& cell, int table, int row, int column) {
  model::Source source;
  source.page = cell.page;
  source.box = cell.box;
  source.table = table;
  source.row = row;
  source.column = column;
  source.text = cell.text;
  source.origin = cell.origin;
  source.confidence = cell.confidence;
  return source;
}

}  // namespace cotejo::mapping
