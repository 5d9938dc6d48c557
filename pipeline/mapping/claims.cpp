#include "pipeline/mapping/claims.h"

#include <iterator>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "pipeline/mapping/budget/budget.h"
#include "pipeline/mapping/commitments/commitments.h"
#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/kinds/row_figures.h"
#include "pipeline/mapping/pqrs/table.h"

namespace cotejo::mapping {
namespace {

using model::TableKind;

template <typename T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// What was claimed of one table.
struct Claims {
  BudgetClaim budget;
  PqrsClaim petitions;
  CommitmentsClaim commitments;
};

template <typename Record>
void take(Claim<Record>& claim, TableReading& table) {
  table.kind = claim.kind;
  table.dimension = claim.dimension;
  if (!claim.columns.empty()) table.columns = std::move(claim.columns);
  append(table.left_out, std::move(claim.left_out));
}

// The table gets the kind and the columns of the first claim that has a right to it. One that was read as commitments
// for its heads alone, and holds none, is of no kind.
void settle(Claims& claims, TableReading& table) {
  append(table.left_out, std::move(claims.budget.left_out));
  claims.budget.left_out.clear();
  if (table.kind == TableKind::budget) return take(claims.budget, table);
  if (!claims.petitions.records.empty()) return take(claims.petitions, table);
  if (!claims.commitments.records.empty()) return take(claims.commitments, table);
  if (table.kind == TableKind::commitments) table.kind = TableKind::other;
}

}  // namespace

void map_tables(const PqrsSubject& petitions, const Vocabulary& vocabulary, DocumentReading& document) {
  const model::Bundle& bundle = *document.bundle;
  model::Records& records = document.records;
  PqrsContext context;
  context.bundle = &bundle;
  context.subject = &petitions;
  context.readings = &document.tables;
  context.vigencia = records.document.vigencia_to;
  CommitmentsReader commitments(bundle, vocabulary, records.document);

  std::vector<Claims> all;
  all.reserve(document.tables.size());
  for (const TableReading& table : document.tables) {
    Claims claims{claim_budget(bundle, table, vocabulary), claim_pqrs(context, table), {}};
    const bool petitions_here = table.kind == TableKind::petitions || !claims.petitions.records.empty();
    // The actions of a table of proceedings were brought before courts: nobody is to do them.
    const bool lawsuits_here = is_whole({bundle, table, records.document, vocabulary}) &&
                               !lawsuits_of({bundle, table, records.document, vocabulary}).empty();
    if (!petitions_here && !lawsuits_here) claims.commitments = commitments.claim(table);
    all.push_back(std::move(claims));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    append(records.budget, std::move(all[i].budget.records));
    append(records.pqrs, std::move(all[i].petitions.records));
    if (const std::string& end = all[i].commitments.ends_last; !end.empty() && !records.commitments.empty())
      records.commitments.back().text += " " + end;
    append(records.commitments, std::move(all[i].commitments.records));
    settle(all[i], document.tables[i]);
    const TableContext table{bundle, document.tables[i], records.document, vocabulary};
    const auto read = [&](const auto&... kind) { (append(records.*kind.list, kind.read(table)), ...); };
    if (is_whole(table)) std::apply(read, kRecordKinds);
  }
}

}  // namespace cotejo::mapping
