#pragma once

#include <string>
#include <vector>

#include "tests/pipeline/checks/grid.h"

namespace cotejo::checks::testing {

// "reported→expected" of every finding of texto-no-cuadra.
inline std::vector<std::string> slips(Document& document) {
  std::vector<std::string> result;
  for (const model::Finding& finding : of_rule(document.check(), "texto-no-cuadra")) {
    result.push_back(finding.reported + "→" + finding.expected);
  }
  return result;
}

inline std::vector<std::string> slips(const std::string& text) {
  Document document;
  document.paragraph(text);
  return slips(document);
}

using Slips = std::vector<std::string>;

}  // namespace cotejo::checks::testing
