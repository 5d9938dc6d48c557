#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/amount.h"
#include "pipeline/normalise/numbers.h"
#include "pipeline/normalise/skeleton.h"

// The parts that a figure in a cell and a figure in running text are read from. Positions are chars of a Skeleton.
namespace cotejo::normalise {

enum class Place : std::uint8_t {
  cell,   // a figure may be cut over lines or stand with spaces inside
  prose,  // only hard spaces join groups: a plain space may part two figures
};

// A run of digits and the separators between them.
struct DigitRun {
  enum class Kind : std::uint8_t { malformed, number, open };  // open: one separator, three digits after it
  Kind kind = Kind::malformed;
  std::size_t end = 0;        // after the last digit
  model::Decimal value;       // kind number
  model::Decimal as_decimal;  // kind open
  model::Decimal as_groups;   // kind open
  DecimalMark shown = DecimalMark::unknown;
  char last_separator = '\0';  // '.', ',', '\'' or ' '
  int digits = 0;
  int separators = 0;
  bool leading_zero = false;  // more than one digit before any separator, the first of them 0
};

// Reads the run that begins with the digit at `begin`. `money` (a currency sign stands before it) lets plain spaces
// part groups of three.
[[nodiscard]] DigitRun read_digits(const Skeleton& text, std::size_t begin, Place place, bool money);

struct Currency {
  std::size_t end = 0;
  model::Unit unit = model::Unit::cop;
};
// A currency sign or code at `begin`: $, COP, US$, USD …
[[nodiscard]] std::optional<Currency> currency_at(const Skeleton& text, std::size_t begin);

// What stands after the digits and belongs to the figure: scale words, percent, currency, "m/cte".
struct Tail {
  std::size_t end = 0;  // == begin when nothing belongs to it
  int scale = 0;        // power of ten
  bool percent = false;
  std::optional<model::Unit> money;
};
[[nodiscard]] Tail read_tail(const Skeleton& text, std::size_t begin, bool money);

// value × 10^scale, exact; nothing when it does not fit a Decimal.
[[nodiscard]] std::optional<model::Decimal> scaled(const model::Decimal& value, int scale);
// a + b with the finer precision of the two; nothing when it does not fit.
[[nodiscard]] std::optional<model::Decimal> sum(const model::Decimal& a, const model::Decimal& b);

// Puts digits, tail and context together. kind is text when the figure does not fit a Decimal.
[[nodiscard]] NumberReading compose(const DigitRun& digits, const Tail& tail, std::optional<model::Unit> sign_unit,
                                    bool negative, const NumberContext& context);

// True when the letters of `word` stand at `begin` and no letter or digit follows.
[[nodiscard]] bool word_at(const Skeleton& text, std::size_t begin, std::string_view word);
[[nodiscard]] std::size_t skip_spaces(const Skeleton& text, std::size_t begin);

}  // namespace cotejo::normalise
