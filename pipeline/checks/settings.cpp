#include "pipeline/checks/settings.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "pipeline/checks/rule.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

// What is wrong with one word of a line; empty when it was understood.
std::string apply(const std::string& word, RuleSettings& settings) {
  const std::string folded = normalise::fold(word);
  if (folded == "si") return {};
  if (folded == "no") {
    settings.enabled = false;
    return {};
  }
  for (const model::Severity severity : {model::Severity::error, model::Severity::warning, model::Severity::info}) {
    if (folded == model::name_of(severity)) {
      settings.severity = static_cast<int>(severity);
      return {};
    }
  }
  if (folded.starts_with("tolerancia")) {
    std::string number = trimmed(word.substr(std::min<std::size_t>(word.size(), 10)));
    std::replace(number.begin(), number.end(), ',', '.');
    double value = -1;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || !(value >= 0) || value > 1e15) {
      return "la tolerancia «" + number + "» no es un número de 0 en adelante";
    }
    settings.tolerance = value;
    return {};
  }
  return "no se entiende «" + word + "»; se espera sí, no, error, advertencia, info o tolerancia N";
}

}  // namespace

model::Result<Settings> read_settings(std::string_view text, const std::string& file_name) {
  Settings settings;
  int number = 0;
  const auto fail = [&](const std::string& what) {
    return model::Error{model::ErrorCode::vocabulary, model::Stage::check, file_name, 0,
                        "línea " + std::to_string(number) + ": " + what};
  };
  for (const std::string& line : parts_of(text, '\n')) {
    ++number;
    const std::string content = trimmed(std::string_view(line).substr(0, line.find('#')));
    if (content.empty()) continue;
    const std::size_t sign = content.find('=');
    if (sign == std::string::npos) return fail("falta «=»");
    const std::string name = trimmed(std::string_view(content).substr(0, sign));
    const auto known = [&](const Rule& rule) { return rule.name == name; };
    if (std::none_of(rules().begin(), rules().end(), known)) return fail("no hay una regla «" + name + "»");
    if (settings.contains(name)) return fail("la regla «" + name + "» ya está arriba");
    RuleSettings own;
    for (const std::string& word : parts_of(std::string_view(content).substr(sign + 1), ',')) {
      const std::string wrong = apply(word, own);
      if (!wrong.empty()) return fail(wrong);
    }
    settings.emplace(name, own);
  }
  return settings;
}

}  // namespace cotejo::checks
