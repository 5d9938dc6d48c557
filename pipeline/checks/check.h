#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::checks {

// What a person set in a rules file; the default tests everything.
struct RuleSettings {
  bool enabled = true;
  int severity = -1;     // model::Severity, -1 keeps the rule's own
  double tolerance = 0;  // in units of the figure, on top of the printed precision
};
using Settings = std::map<std::string, RuleSettings, std::less<>>;

// Checks of one document: every rule of rules.cpp, consequences joined to causes. Pure.
[[nodiscard]] model::CheckResult check_document(const mapping::DocumentReading& document,
                                                const Settings& settings = {});

// What a finding over several documents needs of each.
struct ArchiveDocument {
  std::string file;  // archivo
  std::string sha256;
  model::Records records;
};

struct ArchiveFinding {
  std::string sha256;  // of the document that the finding is stored with
  model::Finding finding;
};

// What an entity's names have in common: "Alcaldía Municipal de Honda" and "MUNICIPIO DE HONDA" give one key. Empty for
// an empty name.
[[nodiscard]] std::string entity_key(std::string_view entity);

// Checks over the whole archive (entre-documentos). Pure; the order of `documents` does not change the result.
[[nodiscard]] std::vector<ArchiveFinding> check_archive(const std::vector<ArchiveDocument>& documents,
                                                        const Settings& settings = {});

}  // namespace cotejo::checks
