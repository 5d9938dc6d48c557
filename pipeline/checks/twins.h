#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/checks/archive.h"

namespace cotejo::checks {

// Which documents are the scan of another that is there in digital form: SHA-256 of the scan → that of its original.
// They are the same report when nearly all figures of each are among the other's; what could be read of a scan is never
// quite all. Pure; the order of the documents does not change the result.
[[nodiscard]] std::map<std::string, std::string> twins_of(const std::vector<ArchiveDocument>& documents);

}  // namespace cotejo::checks
