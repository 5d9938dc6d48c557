#include "pipeline/mapping/commitments/commitments.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "pipeline/mapping/commitments/columns.h"
#include "pipeline/mapping/commitments/rows.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

ColumnRole role_of(CommitmentField field) {
  switch (field) {
    case CommitmentField::none:
      return ColumnRole::unknown;
    case CommitmentField::number:
      return ColumnRole::number;
    case CommitmentField::due:
    case CommitmentField::due_from:
      return ColumnRole::date;
    case CommitmentField::progress_percent:
      return ColumnRole::percent;
    case CommitmentField::stage_mark:
    case CommitmentField::period_mark:
      return ColumnRole::mark;
    default:
      return ColumnRole::text;
  }
}

void tell(const CommitmentColumns& columns, TableReading& reading) {
  for (std::size_t c = 0; c < columns.columns.size(); ++c) {
    const CommitmentColumn& column = columns.columns[c];
    ColumnReading& out = reading.columns[c];
    if (column.field == CommitmentField::none) {
      // What another mapper knows the column for stays.
      if (!column.head.empty() && out.role == ColumnRole::unknown) {
        reading.left_out.push_back(fmt::format("columna {} «{}»: no es parte del compromiso", c, column.head));
      }
      continue;
    }
    out.role = role_of(column.field);
    out.measure = commitment_field_name(column.field);
    if (column.field == CommitmentField::period_mark) out.period = column.label;
    out.why = "columna de compromisos: " + out.measure;
  }
}

// A goal or a deadline beside money is a budget's line with a plan: it stays a budget, its rows are commitments too.
bool may_hold(const TableReading& reading, const CommitmentColumns& columns) {
  if (reading.kind != "presupuesto") return true;
  return columns.has(CommitmentField::responsible) || columns.has(CommitmentField::due) ||
         columns.has(CommitmentField::status) || columns.has(CommitmentField::period_mark);
}

}  // namespace

void map_commitments(const model::Bundle& bundle, std::vector<TableReading>& tables, const Vocabulary& vocabulary,
                     model::Records& records) {
  std::vector<CommitmentColumns> before;  // while plans follow one another
  int last_page = 0;
  for (TableReading& reading : tables) {
    if (reading.table < 0 || static_cast<std::size_t>(reading.table) >= bundle.tables.size()) continue;
    const model::Table& table = bundle.tables[static_cast<std::size_t>(reading.table)];
    // A table goes on at most over to the next page.
    if (table.first_page > last_page + 1) before.clear();
    if (reading.kind == "pqrs") continue;
    auto columns = read_commitment_columns(vocabulary, table, reading, before);
    if (!columns || !may_hold(reading, *columns)) continue;
    const std::size_t known = records.commitments.size();
    map_commitment_rows(vocabulary, table, reading, *columns, records.document.vigencia_to, records.commitments);
    if (records.commitments.size() == known) continue;
    if (reading.kind != "presupuesto") {
      reading.kind = "compromisos";
      tell(*columns, reading);
    }
    before.push_back(std::move(*columns));
    last_page = table.last_page;
  }
  // Heads alone made it seem one.
  std::set<int> holding;
  for (const model::Commitment& commitment : records.commitments) holding.insert(commitment.source.table);
  for (TableReading& reading : tables) {
    if (reading.kind == "compromisos" && !holding.contains(reading.table)) reading.kind = "otra";
  }
}

}  // namespace cotejo::mapping
