#pragma once

#include <string>
#include <vector>

#include "tests/pipeline/checks/grid.h"

// What a careful auditor finds in real reports, kind by kind: a document that slips and one that holds.
namespace cotejo::checks {

using testing::Document;

inline std::vector<model::Finding> told(const Document& document, const std::string& rule) {
  return testing::of_rule(document.check(), rule);
}

}  // namespace cotejo::checks
