#pragma once

#include <optional>
#include <string_view>

#include "model/amount.h"

namespace cotejo::mapping {

// What a caption, a head or a note says of the figures beside it.
struct UnitNote {
  std::optional<int> scale;         // power of ten of its money: "cifras en miles" 3, "(pesos)" 0
  std::optional<model::Unit> unit;  // cop or usd, when it names the money
  bool other_money = false;         // "(euros)", "en UVT": money that cannot be told in pesos or dollars

  [[nodiscard]] bool empty() const { return !scale && !unit && !other_money; }
};

// A note on the unit of all figures: short, and it speaks of units or stands in parentheses. A sentence with "millones"
// in it is none. Empty when the text is no such note.
[[nodiscard]] UnitNote unit_note(std::string_view text);

// The whole text is a note on units and nothing else: "Cifras en millones de pesos", "(miles de pesos)".
[[nodiscard]] bool is_unit_note(std::string_view text);

// It begins with one: the note of the whole table, glued to the head that stands beside or under it.
[[nodiscard]] bool begins_with_unit_note(std::string_view text);

// What a column's head says: "Compromisos (US$)", "Valor en millones". No phrase need speak of units there.
[[nodiscard]] UnitNote unit_of_head(std::string_view head);

// The note holds for the whole report and not only for what it stands beside: "salvo que se indique otra cosa", "todas
// las cifras de este informe".
[[nodiscard]] bool speaks_for_the_report(std::string_view text);

}  // namespace cotejo::mapping
