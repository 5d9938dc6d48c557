#pragma once

#include <cstddef>
#include <cstdint>

#include "model/amount.h"
#include "pipeline/normalise/numbers/number.h"
#include "pipeline/normalise/text/skeleton.h"

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

}  // namespace cotejo::normalise
