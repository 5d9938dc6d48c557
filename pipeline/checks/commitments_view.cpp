#include "pipeline/checks/commitments_view.h"

#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
std::vector<CommitmentTable> commitment_tables(const Context& context) {
  std::map<int, CommitmentTable> by_table;
  for (const model::Commitment& commitment : context.document.records.commitments) {
    const int table = commitment.source.table;
    if (table < 0 || table >= static_cast<int>(context.tables.size())) continue;
    by_table[table].rows.push_back(&commitment);
  }
  std::vector<CommitmentTable> result;
  for (auto& [table, entry] : by_table) {
    entry.table = table;
    const mapping::TableReading& reading = context.document.tables[static_cast<std::size_t>(table)];
    for (std::size_t c = 0; c < reading.columns.size(); ++c) {
      const mapping::CommitmentField field = reading.columns[c].field;
      if (field != mapping::CommitmentField::none)
        entry.columns.emplace(mapping::commitment_field_name(field), static_cast<int>(c));
    }
    result.push_back(std::move(entry));
  }
  return result;
}

std::string commitment_name(const model::Commitment& commitment) {
  const std::string words = guillemets(commitment.text);
  return commitment.number.empty() ||
                 normalise::fold(commitment.text).starts_with(normalise::fold(commitment.number) + " ")
             ? words
             : commitment.number + " " + words;
}

model::Evidence field_evidence(const Context& context, const CommitmentTable& table,
                               const model::Commitment& commitment, std::string_view field, model::Role role) {
  const auto column = table.columns.find(std::string(field));
  if (column != table.columns.end() && commitment.source.row >= 0) {
    const TableAnalysis& analysis = context.tables[static_cast<std::size_t>(table.table)];
    if (commitment.source.row < analysis.figures.rows()) {
      model::Evidence evidence = evidence_of(analysis, {commitment.source.row, column->second}, role);
      if (evidence.source.page > 0) return evidence;
    }
  }
  return evidence_of(commitment.source, role);
}

std::string commitment_place(const Context& context, const model::Commitment& commitment) {
  std::string title;
  if (commitment.source.table >= 0)
    title = context.bundle().tables[static_cast<std::size_t>(commitment.source.table)].title;
  return title + "|" + commitment.number + "|" + commitment.text;
}

}  // namespace cotejo::checks
