#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/record.h"

namespace cotejo::reading {

// What kind of value a finding is about, by what it says is printed or should be.
enum class ValueKind : std::uint8_t { text, number, date };
[[nodiscard]] ValueKind kind_of_value(const std::string& reported, const std::string& expected);

// What a person gives as the right value, in the form that the base keeps: a plain number, an ISO date, a text.
// Nothing where it is not of that kind.
[[nodiscard]] std::optional<std::string> plain_value(ValueKind kind, const std::string& given);

// «2020» or «2020-2023» into the years; false when it is neither.
[[nodiscard]] bool read_vigencia(const std::string& text, model::DocumentInfo& told);

}  // namespace cotejo::reading
