#pragma once

#include <string_view>

namespace cotejo::normalise {

// Month 1–12 of a name or abbreviation, also cut ("Ene", "Sept", "Ene ro"); 0 when it is none.
[[nodiscard]] int month_of(std::string_view text);

// A part of a year named by a head: "Ene-Mar", "Trimestre I", "1er trimestre", "Cuatrimestre 2", "Semestre II",
// "Enero".
struct YearPart {
  int first_month = 0;  // 1–12; 0: not a part of a year
  int last_month = 0;
};
[[nodiscard]] YearPart year_part_of(std::string_view text);

}  // namespace cotejo::normalise
