#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/words/tokens.h"

namespace cotejo::mapping {

// A part of a year, or a year, that a text names.
struct Period {
  std::string label;    // as printed, without the year and the words before it: "III TRIMESTRE", "Ene-Mar", "Mayo"
  int first_month = 0;  // 1–12; 0 when only a year is named
  int last_month = 0;
  int year = 0;                 // 0 when none is named with it
  std::size_t first_token = 0;  // of the tokens that name it, year and all
  std::size_t end_token = 0;
  std::size_t words = 0;  // tokens of the label: those before the year and the words that join it
  [[nodiscard]] bool empty() const { return first_month == 0 && year == 0; }
  [[nodiscard]] bool part() const { return first_month != 0; }
};

// Every period that the text names, left to right: "PQRS III TRIMESTRE 2022", "primer semestre de 2021",
// "enero a junio", "Ene-Mar", "trimestre IV", "mayo", "vigencia 2020", "2019".
[[nodiscard]] std::vector<Period> find_periods(std::string_view text, const std::vector<Token>& tokens);
[[nodiscard]] std::vector<Period> find_periods(std::string_view text);

// The period that the text is about when it is a label of one: at most `other_words` words beside it that are not
// articles, prepositions, "año", "vigencia", "mes" or "periodo". Empty when it is not.
[[nodiscard]] Period period_label(std::string_view text, int other_words = 0);

// The one way to write a period: "2021", "2021-T4", "2021-S1", "2021-10", "2021-01/2021-09". The year is the period's
// own, else `year`; without one "T4", "S1", "10", "01/09", and empty when there is no part either.
[[nodiscard]] std::string period_name(const Period& period, int year);

// Month 1–12 of a folded word that is its name or an abbreviation ("ene", "sept"); 0 when it is none.
[[nodiscard]] int month_word(std::string_view folded);

}  // namespace cotejo::mapping
