#include "pipeline/mapping/map.h"

#include "pipeline/mapping/budget.h"
#include "pipeline/mapping/commitments.h"
#include "pipeline/mapping/pqrs.h"
#include "pipeline/mapping/prose.h"
#include "pipeline/mapping/vocabulary.h"

namespace cotejo::mapping {

DocumentReading read_document(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  DocumentReading reading;
  reading.bundle = &bundle;
  reading.tables.resize(bundle.tables.size());
  for (std::size_t i = 0; i < bundle.tables.size(); ++i) reading.tables[i].table = static_cast<int>(i);

  map_budget(bundle, reading.tables, vocabulary, reading.records);
  map_pqrs(bundle, reading.tables, vocabulary, reading.records);
  map_commitments(bundle, reading.tables, vocabulary, reading.records);
  map_prose(bundle, reading.tables, vocabulary, reading.records);

  for (const TableReading& table : reading.tables) reading.records.table_kinds.push_back(table.kind);
  return reading;
}

}  // namespace cotejo::mapping
