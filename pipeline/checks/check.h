#pragma once

#include <vector>

#include "model/finding.h"
#include "pipeline/checks/archive.h"
#include "pipeline/checks/rule_settings.h"
#include "pipeline/mapping/table/reading.h"

namespace cotejo::checks {

// Checks of one document: every rule of rules.cpp, consequences joined to causes. Pure.
[[nodiscard]] model::CheckResult check_document(const mapping::DocumentReading& document,
                                                const Settings& settings = {});

// Checks over the whole archive (entre-documentos). Pure; the order of `documents` does not change the result.
[[nodiscard]] std::vector<ArchiveFinding> check_archive(const std::vector<ArchiveDocument>& documents,
                                                        const Settings& settings = {});

}  // namespace cotejo::checks
