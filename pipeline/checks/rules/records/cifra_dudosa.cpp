#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

constexpr std::size_t kMostPlaces = 10;  // shown of one table

}  // namespace

// Amounts whose scale or separator rests on weak or divided evidence: stored with less confidence, and told.
void cifra_dudosa(const Context& context, Report& report) {
  std::map<std::pair<int, std::string>, std::vector<const model::BudgetEntry*>> doubtful;
  for (const model::BudgetEntry& entry : context.document.records.budget) {
    report.tested(1);
    if (!entry.doubt.empty() && entry.source.table >= 0) doubtful[{entry.source.table, entry.doubt}].push_back(&entry);
  }
  for (const auto& [key, entries] : doubtful) {
    const model::BudgetEntry& first = *entries.front();
    const model::Table& table = context.bundle().tables[static_cast<std::size_t>(key.first)];
    model::Finding finding;
    finding.table = key.first;
    finding.reported = first.source.text;
    finding.message = table_name(table) + ": " +
                      (entries.size() == 1 ? guillemets(first.source.text) + " se leyó como "
                                           : std::to_string(entries.size()) + " cifras son dudosas; " +
                                                 guillemets(first.source.text) + ", por ejemplo, se leyó como ") +
                      written(first.amount) + ", pero " + key.second + ".";
    finding.steps = {finding.message};
    for (const model::BudgetEntry* entry : entries) {
      if (finding.evidence.size() < kMostPlaces)
        finding.evidence.push_back(evidence_of(entry->source, model::Role::reported));
    }
    report.add(std::move(finding), table.title + "|" + key.second);
  }
}

}  // namespace cotejo::checks
