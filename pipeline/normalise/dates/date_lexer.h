#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::normalise {

// The words that dates are made of. Places are chars of the Skeleton, which outlives the lexer.
class DateLexer {
 public:
  struct Value {
    int value = 0;
    std::size_t end = 0;  // after it
  };
  struct Day {
    std::size_t begin = 0;
    std::size_t end = 0;
    int value = 0;
  };

  explicit DateLexer(const Skeleton& text) : text_(text) {}

  [[nodiscard]] std::size_t skip(std::size_t at) const { return skip_spaces(text_, at); }
  [[nodiscard]] std::size_t word_end(std::size_t at) const;
  [[nodiscard]] std::size_t digits_end(std::size_t at) const;
  [[nodiscard]] std::string_view word(std::size_t at) const;
  // The place after `phrase`, or 0 when it does not stand at `at`.
  [[nodiscard]] std::size_t after(std::size_t at, std::string_view phrase) const;

  // A number of at most `most` digits (9 and fewer) that no further digit follows.
  [[nodiscard]] std::optional<Value> number(std::size_t at, std::size_t most) const;
  // 1900 to 2099, also "2.021" as many write it.
  [[nodiscard]] std::optional<Value> year(std::size_t at) const;
  // The year after a date: "2021", "de 2021", "del año 2021", "de la vigencia 2021", "/2021", "de dos mil trece
  // (2013)".
  [[nodiscard]] std::optional<Value> year_after(std::size_t at) const;
  // A month by name; a name cut in two ("Ene ro") only in full.
  [[nodiscard]] std::optional<Value> month(std::size_t at) const;
  // A day of the month: "30", "1º", "1ro", "30)" of "(30)".
  [[nodiscard]] std::optional<Day> day(std::size_t at) const;

 protected:
  const Skeleton& text_;
};

}  // namespace cotejo::normalise
