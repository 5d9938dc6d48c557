#include "pipeline/mapping/read_document.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

#include "pipeline/mapping/budget/announced_tables.h"
#include "pipeline/mapping/budget/leader_lists.h"
#include "pipeline/mapping/claims.h"
#include "pipeline/mapping/continuation.h"
#include "pipeline/mapping/document/dependencies.h"
#include "pipeline/mapping/document/info.h"
#include "pipeline/mapping/pqrs/from_prose.h"
#include "pipeline/mapping/pqrs/pqrs.h"
#include "pipeline/mapping/prose/prose.h"
#include "pipeline/mapping/read_table.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

std::vector<Sheet> sheets_of(const model::Bundle& bundle) {
  std::vector<Sheet> sheets;
  sheets.reserve(bundle.tables.size());
  for (const model::Table& table : bundle.tables) sheets.push_back(make_sheet(table));
  return sheets;
}

std::vector<TableReading> read_tables(const model::Bundle& bundle, const std::vector<Sheet>& sheets,
                                      const ReportNotes& notes, const Vocabulary& vocabulary) {
  std::vector<TableReading> tables;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const int table = static_cast<int>(i);
    const Surroundings around = surroundings_of(bundle, table, sheets[i], notes);
    TableReading reading = read_table(sheets[i], table, around, vocabulary);
    if (i > 0 && goes_on(bundle.blocks, sheets[i], reading, sheets[i - 1], tables[i - 1]))
      reading = read_rest(sheets[i], table, around, tables[i - 1], vocabulary);
    tables.push_back(std::move(reading));
  }
  return tables;
}

// A report whose pages are each of a year of their own is of all of them.
void span_years(const ReportNotes& notes, model::DocumentInfo& document) {
  for (const auto& [page, year] : notes.page_years) {
    document.vigencia_from = document.vigencia_from == 0 ? year : std::min(document.vigencia_from, year);
    document.vigencia_to = std::max(document.vigencia_to, year);
  }
}

model::DocumentInfo with_told(model::DocumentInfo info, const model::Told& told) {
  const auto take = [&](const char* column, auto& field, const auto& said) {
    const std::remove_cvref_t<decltype(said)> none{};
    const bool cleared = std::find(told.cleared.begin(), told.cleared.end(), column) != told.cleared.end();
    if (cleared || said != none) field = cleared ? none : said;
  };
  take("entity", info.entity, told.is.entity);
  take("dependency", info.dependency, told.is.dependency);
  take("kind", info.kind, told.is.kind);
  take("title", info.title, told.is.title);
  take("vigencia_from", info.vigencia_from, told.is.vigencia_from);
  take("vigencia_to", info.vigencia_to, told.is.vigencia_to);
  take("cutoff", info.cutoff, told.is.cutoff);
  return info;
}

}  // namespace

DocumentReading read_document(const model::Bundle& bundle, const Vocabulary& vocabulary, const model::Told& told) {
  DocumentReading reading;
  reading.bundle = &bundle;
  reading.records.document = with_told(read_document_info(bundle, vocabulary), told);
  reading.passages = passages(bundle);
  model::DocumentInfo& document = reading.records.document;
  const std::vector<Sheet> sheets = sheets_of(bundle);
  const int vigencia = document.vigencia_from == document.vigencia_to ? document.vigencia_to : 0;
  const ReportNotes notes = report_notes(bundle, sheets, vigencia);
  span_years(notes, document);
  document = with_told(std::move(document), told);
  reading.tables = read_tables(bundle, sheets, notes, vocabulary);

  const PqrsSubject petitions = pqrs_subject(bundle, vocabulary, reading.records.document);
  map_tables(petitions, vocabulary, reading);
  for (model::BudgetEntry& entry : read_leader_lists(bundle, vigencia, vocabulary))
    reading.records.budget.push_back(std::move(entry));
  map_prose(bundle, reading.passages, reading.tables, vocabulary, reading.records);
  for (model::BudgetEntry& entry : read_announced_tables(bundle, reading.records.prose, reading.tables))
    reading.records.budget.push_back(std::move(entry));
  map_pqrs_prose(petitions, reading.records);

  reading.records.dependencies = join_dependencies(vocabulary, printed_dependencies(reading.records));
  for (const TableReading& table : reading.tables) reading.records.table_kinds.push_back(table.kind);
  return reading;
}

}  // namespace cotejo::mapping
