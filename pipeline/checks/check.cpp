#include "pipeline/checks/check.h"

#include <algorithm>
#include <tuple>

#include "pipeline/checks/rule.h"

namespace cotejo::checks {
namespace {

const RuleSettings& settings_of(const Settings& settings, std::string_view rule) {
  static const RuleSettings standard;
  const auto found = settings.find(rule);
  return found == settings.end() ? standard : found->second;
}

}  // namespace

model::CheckResult check_document(const mapping::DocumentReading& document, const Settings& settings) {
  const double sums = settings_of(settings, "total-no-cuadra").tolerance;
  const double percents = settings_of(settings, "porcentaje-no-cuadra").tolerance;
  Context context{document, {}};
  for (std::size_t i = 0; i < document.tables.size() && i < document.bundle->tables.size(); ++i) {
    const model::Table& table = document.bundle->tables[i];
    context.tables.push_back(analyse(table, document.tables[i], sums, percents));
    judge_lost_lines(*document.bundle, table, context.tables.back());
  }
  model::CheckResult result;
  for (const Rule& rule : rules()) {
    const RuleSettings& own = settings_of(settings, rule.name);
    if (rule.document == nullptr || !own.enabled) continue;
    Report report(rule, own, result);
    rule.document(context, report);
  }
  std::stable_sort(result.findings.begin(), result.findings.end(),
                   [](const model::Finding& a, const model::Finding& b) {
                     return std::tie(a.page, a.table) < std::tie(b.page, b.table);
                   });
  return result;
}

std::vector<ArchiveFinding> check_archive(const std::vector<ArchiveDocument>& documents, const Settings& settings) {
  std::vector<const ArchiveDocument*> ordered;
  for (const ArchiveDocument& document : documents) ordered.push_back(&document);
  std::sort(ordered.begin(), ordered.end(), [](const ArchiveDocument* a, const ArchiveDocument* b) {
    return std::tie(a->sha256, a->file) < std::tie(b->sha256, b->file);
  });
  std::vector<ArchiveFinding> found;
  for (const Rule& rule : rules()) {
    const RuleSettings& own = settings_of(settings, rule.name);
    if (rule.archive == nullptr || !own.enabled) continue;
    const std::size_t first = found.size();
    rule.archive(ordered, found);
    for (std::size_t i = first; i < found.size(); ++i) {
      model::Finding& finding = found[i].finding;
      finding.rule = rule.name;
      if (own.severity >= 0 && own.severity <= 2) finding.severity = static_cast<model::Severity>(own.severity);
    }
  }
  return found;
}

}  // namespace cotejo::checks
