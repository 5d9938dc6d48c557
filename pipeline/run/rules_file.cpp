#include "pipeline/run/rules_file.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "pipeline/checks/rules.h"

namespace cotejo::run {
namespace {

// Empty when the words were understood, else what is wrong with them.
std::string set(checks::RuleSettings& rule, const std::string& setting, const std::string& value) {
  if (setting == "apagada" && value.empty()) {
    rule.enabled = false;
    return {};
  }
  if (setting == "gravedad") {
    for (const auto severity : {model::Severity::error, model::Severity::warning, model::Severity::info}) {
      if (model::severity_name(severity) != value) continue;
      rule.severity = static_cast<int>(severity);
      return {};
    }
    return "gravedad desconocida «" + value + "»: error, advertencia o info";
  }
  if (setting == "tolerancia") {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rule.tolerance);
    const bool whole = error == std::errc() && end == value.data() + value.size() && !value.empty();
    return whole && rule.tolerance >= 0 ? std::string() : "tolerancia «" + value + "»: se espera un número, con punto";
  }
  return "no se entiende «" + setting + "»: apagada, gravedad o tolerancia";
}

}  // namespace

model::Result<checks::Settings> parse_rules(std::string_view text, const std::string& file_name) {
  checks::Settings settings;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const auto fault = [&](const std::string& what) {
      return model::Error{model::ErrorCode::vocabulary, model::Stage::open, file_name, 0,
                          "línea " + std::to_string(number) + ": " + what};
    };
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) return fault("falta «:» después de la regla");
    std::istringstream before(line.substr(0, colon)), after(line.substr(colon + 1));
    std::string name, setting, value, rest;
    before >> name;
    after >> setting >> value >> rest;
    const auto& known = checks::rules();
    if (std::none_of(known.begin(), known.end(), [&](const checks::Rule& rule) { return rule.name == name; })) {
      return fault("no hay una regla «" + name + "»");
    }
    const std::string problem = rest.empty() ? set(settings[name], setting, value) : "sobra «" + rest + "»";
    if (!problem.empty()) return fault(problem);
  }
  return settings;
}

}  // namespace cotejo::run
