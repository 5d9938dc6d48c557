#include "pipeline/mapping/read_document.h"

#include "pipeline/mapping/claims.h"
#include "pipeline/mapping/document/dependencies.h"
#include "pipeline/mapping/document/info.h"
#include "pipeline/mapping/pqrs/from_prose.h"
#include "pipeline/mapping/pqrs/pqrs.h"
#include "pipeline/mapping/prose/prose.h"
#include "pipeline/mapping/read_table.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

std::vector<TableReading> read_tables(const model::Bundle& bundle, const model::DocumentInfo& document,
                                      const Vocabulary& vocabulary) {
  std::vector<Sheet> sheets;
  sheets.reserve(bundle.tables.size());
  for (const model::Table& table : bundle.tables) sheets.push_back(make_sheet(table));
  const normalise::DecimalMark mark = mark_of(sheets);
  const int vigencia = document.vigencia_from == document.vigencia_to ? document.vigencia_to : 0;

  std::vector<TableReading> tables;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const int table = static_cast<int>(i);
    const Surroundings around = surroundings_of(bundle, table, sheets[i], vigencia, mark);
    tables.push_back(read_table(sheets[i], table, around, vocabulary));
  }
  return tables;
}

}  // namespace

DocumentReading read_document(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  DocumentReading reading;
  reading.bundle = &bundle;
  reading.records.document = read_document_info(bundle, vocabulary);
  reading.passages = passages(bundle);
  reading.tables = read_tables(bundle, reading.records.document, vocabulary);

  const PqrsSubject petitions = pqrs_subject(bundle, vocabulary, reading.records.document);
  map_tables(petitions, vocabulary, reading);
  map_prose(bundle, reading.passages, reading.tables, vocabulary, reading.records);
  map_pqrs_prose(petitions, reading.records);

  reading.records.dependencies = join_dependencies(vocabulary, printed_dependencies(reading.records));
  for (const TableReading& table : reading.tables) reading.records.table_kinds.emplace_back(model::name(table.kind));
  return reading;
}

}  // namespace cotejo::mapping
