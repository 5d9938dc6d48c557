#pragma once

#include <string>
#include <vector>

#include "tests/pipeline/checks/grid.h"

namespace cotejo::checks {

inline std::vector<model::Finding> alarms(const testing::Document& document) {
  std::vector<model::Finding> found = document.check().findings;
  std::erase_if(found, [](const model::Finding& finding) { return finding.severity == model::Severity::info; });
  return found;
}

inline std::string first_of(const std::vector<model::Finding>& found) {
  return found.empty() ? std::string() : found.front().message;
}

}  // namespace cotejo::checks
