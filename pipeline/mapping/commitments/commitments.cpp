#include "pipeline/mapping/commitments/commitments.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/mapping/commitments/forms.h"
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
    case CommitmentField::status_mark:
      return ColumnRole::mark;
    default:
      return ColumnRole::text;
  }
}

void tell(const CommitmentColumns& columns, CommitmentsClaim& claim) {
  for (std::size_t c = 0; c < columns.columns.size(); ++c) {
    const CommitmentColumn& column = columns.columns[c];
    ColumnReading& out = claim.columns[c];
    if (column.field == CommitmentField::none) {
      // What another mapper knows the column for stays.
      if (!column.head.empty() && out.role == ColumnRole::unknown) {
        claim.left_out.push_back(fmt::format("columna {} «{}»: no es parte del compromiso", c, column.head));
      }
      continue;
    }
    out.role = role_of(column.field);
    out.field = column.field;
    out.measure = model::Measure::none;
    if (column.field == CommitmentField::period_mark) out.period = column.label;
    out.why = fmt::format("columna de compromisos: {}", commitment_field_name(column.field));
  }
}

// A goal or a deadline beside money is a budget's line with a plan: it stays a budget, its rows are commitments too.
bool may_hold(const TableReading& reading, const CommitmentColumns& columns) {
  if (reading.kind != model::TableKind::budget) return true;
  return columns.has(CommitmentField::responsible) || columns.has(CommitmentField::due) ||
         columns.has(CommitmentField::status) || columns.has(CommitmentField::status_mark) ||
         columns.has(CommitmentField::period_mark);
}

}  // namespace

CommitmentsClaim CommitmentsReader::claim(const TableReading& reading) {
  if (reading.table < 0 || static_cast<std::size_t>(reading.table) >= bundle_.tables.size()) return {};
  const model::Table& table = bundle_.tables[static_cast<std::size_t>(reading.table)];
  // A table goes on at most over to the next page.
  if (table.first_page > last_page_ + 1) before_.clear();
  auto columns = read_commitment_columns(vocabulary_, table, reading, before_, plan_);
  if (!columns) return claim_forms(table, reading);
  if (!may_hold(reading, *columns)) return {};
  CommitmentsClaim claim;
  map_commitment_rows(vocabulary_, table, reading, *columns, vigencia_, claim);
  if (claim.records.empty()) return claim;
  claim.kind = model::TableKind::commitments;
  claim.columns = reading.columns;
  tell(*columns, claim);
  before_.push_back(std::move(*columns));
  last_page_ = table.last_page;
  return claim;
}

CommitmentsClaim CommitmentsReader::claim_forms(const model::Table& table, const TableReading& reading) const {
  CommitmentsClaim claim;
  for (const Form& form : forms_of(vocabulary_, table, reading)) {
    const auto columns = read_commitment_columns(vocabulary_, form.table, form.reading, {}, false);
    if (!columns) continue;
    const std::size_t before = claim.records.size();
    map_commitment_rows(vocabulary_, form.table, form.reading, *columns, vigencia_, claim);
    for (std::size_t i = before; i < claim.records.size(); ++i) {  // the places are those of the form as printed
      model::Source& source = claim.records[i].source;
      const int words = form.reading.at(source.row, source.column).cell;
      const model::Cell& printed = table.cells[static_cast<std::size_t>(form.places[static_cast<std::size_t>(words)])];
      source.row = printed.row;
      source.column = printed.column;
    }
  }
  if (!claim.records.empty()) claim.kind = model::TableKind::commitments;
  return claim;
}

}  // namespace cotejo::mapping
