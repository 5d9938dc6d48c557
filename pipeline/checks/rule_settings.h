#pragma once

#include <functional>
#include <map>
#include <string>

namespace cotejo::checks {

// What a person set in a rules file; the default tests everything.
struct RuleSettings {
  bool enabled = true;
  int severity = -1;     // model::Severity, -1 keeps the rule's own
  double tolerance = 0;  // in units of the figure, on top of the printed precision
};
using Settings = std::map<std::string, RuleSettings, std::less<>>;

}  // namespace cotejo::checks
