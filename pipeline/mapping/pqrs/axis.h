#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/names.h"
#include "model/record.h"

namespace cotejo::mapping {

// What the labels along one side of a table are: things that petitions are counted by, periods, or what is counted.
// Names are those of the vocabulary's section [pqrs.dimension], and "medida"; in their order, which settles ties.
enum class PqrsAxis : std::uint8_t {
  none,
  subject,
  channel,
  dependency,
  insurer,
  state,  // of petitions: a measure of them
  measure,
  reason,
  period,
  kind,
};

// What counts along it are counted by; none for none, total where its labels stand for no things.
[[nodiscard]] model::Dimension dimension_of(PqrsAxis axis);

// Whether its labels stand for things that are counted, and whether for those that are more than the three that every
// report has: of these a table says itself that it counts petitions by them.
[[nodiscard]] constexpr bool is_further_thing(PqrsAxis axis) {
  return axis == PqrsAxis::insurer || axis == PqrsAxis::reason || axis == PqrsAxis::subject;
}
[[nodiscard]] constexpr bool is_thing(PqrsAxis axis) {
  return axis == PqrsAxis::kind || axis == PqrsAxis::channel || axis == PqrsAxis::dependency || is_further_thing(axis);
}

}  // namespace cotejo::mapping

namespace cotejo::model {
template <>
inline constexpr std::array<std::string_view, 10> kNames<mapping::PqrsAxis>{
    "", "asunto", "canal", "dependencia", "eps", "estado", "medida", "motivo", "periodo", "tipo"};
}  // namespace cotejo::model

namespace cotejo::mapping {
// none for words that name no axis.
[[nodiscard]] constexpr PqrsAxis axis_named(std::string_view name) {
  return model::named<PqrsAxis>(name).value_or(PqrsAxis::none);
}
}  // namespace cotejo::mapping
