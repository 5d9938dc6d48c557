#include "pipeline/reading/told_values.h"

#include <algorithm>
#include <charconv>

#include "base/digits.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::reading {
namespace {

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos &&
         text.find_first_of("0123456789") != std::string::npos;
}

bool is_date(const std::string& text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : !base::is_digit(text[i])) return false;
  }
  const int month = std::stoi(text.substr(5, 2)), day = std::stoi(text.substr(8, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

ValueKind kind_of_value(const std::string& reported, const std::string& expected) {
  const std::string& printed = expected.empty() ? reported : expected;
  return is_date(printed) ? ValueKind::date : is_number(printed) ? ValueKind::number : ValueKind::text;
}

std::optional<std::string> plain_value(ValueKind kind, const std::string& given) {
  if (kind == ValueKind::text) return given;
  if (kind == ValueKind::date) return is_date(given) ? std::optional(given) : std::nullopt;
  if (is_number(given) && std::count(given.begin(), given.end(), '.') <= 1) return given;
  const normalise::NumberReading read = normalise::read_number(given);
  if (read.kind != normalise::NumberKind::number) return std::nullopt;
  return read.amount.value.to_string();
}

bool read_vigencia(const std::string& text, model::DocumentInfo& told) {
  const auto year = [](std::string_view part, int& value) {
    const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
    return part.size() == 4 && read.ec == std::errc() && read.ptr == part.data() + part.size() && value >= 1900;
  };
  const std::size_t dash = text.find('-');
  const std::string_view all = text;
  if (!year(all.substr(0, dash), told.vigencia_from)) return false;
  told.vigencia_to = told.vigencia_from;
  return dash == std::string::npos ||
         (year(all.substr(dash + 1), told.vigencia_to) && told.vigencia_from <= told.vigencia_to);
}

}  // namespace cotejo::reading
