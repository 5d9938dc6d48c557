#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

constexpr std::size_t kMostPlaces = 10;  // shown of one table

std::string written_figure(const model::BudgetEntry& entry) {
  return written(entry.amount);
}
std::string written_figure(const model::PqrsCount& count) {
  return std::to_string(count.count);
}

template <class Record>
void tell_doubtful(const Context& context, const std::vector<Record>& records, Report& report) {
  std::map<std::pair<int, std::string>, std::vector<const Record*>> doubtful;
  for (const Record& record : records) {
    report.tested(1);
    if (!record.doubt.empty() && record.source.table >= 0)
      doubtful[{record.source.table, record.doubt}].push_back(&record);
  }
  for (const auto& [key, those] : doubtful) {
    const Record& first = *those.front();
    const model::Table& table = context.bundle().tables[static_cast<std::size_t>(key.first)];
    model::Finding finding;
    finding.table = key.first;
    finding.reported = first.source.text;
    finding.message = table_name(table) + ": " +
                      (those.size() == 1 ? guillemets(first.source.text) + " se leyó como "
                                         : std::to_string(those.size()) + " cifras son dudosas; " +
                                               guillemets(first.source.text) + ", por ejemplo, se leyó como ") +
                      written_figure(first) + ", pero " + key.second + ".";
    finding.steps = {finding.message};
    for (const Record* record : those) {
      if (finding.evidence.size() < kMostPlaces)
        finding.evidence.push_back(evidence_of(record->source, model::Role::reported));
    }
    report.add(std::move(finding), table.title + "|" + key.second);
  }
}

}  // namespace

// Figures whose scale or separator rests on weak or divided evidence: stored with less confidence, and told.
void cifra_dudosa(const Context& context, Report& report) {
  tell_doubtful(context, context.document.records.budget, report);
  tell_doubtful(context, context.document.records.pqrs, report);
}

}  // namespace cotejo::checks
