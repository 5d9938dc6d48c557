#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pipeline/normalise/dates/date_lexer.h"
#include "pipeline/normalise/dates/date_part.h"

namespace cotejo::normalise {

// Finds years that are named as such, parts of a year and periodic words. Each function looks at one place of the text,
// adds what it finds there to `parts_` and returns the place after it, or 0 when there is nothing.
class PeriodScanner : public DateLexer {
 public:
  explicit PeriodScanner(const Skeleton& text) : DateLexer(text) {}

 protected:
  // "vigencia 2021", "vigencia fiscal: 2021", "años 2020 y 2021", "cuatrienio 2020-2023", "durante 2021".
  std::size_t named_year(std::size_t at);
  // Whether named_year may find anything at this word.
  [[nodiscard]] static bool names_years(std::string_view word);
  // "2021", "2020-2023", "2021." where it is the whole text.
  std::size_t whole_text_year(std::size_t at);
  // "I trimestre", "primer semestre de 2021", "Trimestre 1", "1er bimestre", "Cuatrimestre II".
  std::size_t nth_part(std::size_t at);
  // "mensual", "cada trimestre"; `word` stands at `at`.
  std::size_t periodic(std::size_t at, std::string_view word);

  void add(std::size_t begin, std::size_t end, int year, int month, int day);

  std::vector<DatePart> parts_;

 private:
  void add_years(std::size_t begin, std::size_t end, int first, int last);
  [[nodiscard]] bool may_name_part(std::size_t at) const;
};

}  // namespace cotejo::normalise
