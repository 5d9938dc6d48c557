#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "model/amount.h"

namespace cotejo::normalise {

// Which sign is the decimal one in a column, table or document.
enum class DecimalMark : std::uint8_t { unknown, comma, point };

// What a piece of text that should be a figure turned out to be.
enum class NumberKind : std::uint8_t {
  number,         // amount is set
  ambiguous,      // "84,120": two readings, as_decimal and as_groups; amount is not set
  blank,          // nothing printed: unknown, not zero
  dash,           // a lone "-" or "$ -": printed for zero; amount is 0
  not_available,  // N/A, ND, S/D, "no aplica", "####", "#REF!": unknown with a reason
  mark,           // X, ✓, ✔: a mark
  text,           // words
};

struct NumberReading {
  NumberKind kind = NumberKind::blank;
  model::Amount amount;                      // kind number and dash
  model::Amount as_decimal;                  // kind ambiguous: the sign read as a decimal one …
  model::Amount as_groups;                   // … and as a separator of thousands
  DecimalMark shown = DecimalMark::unknown;  // the convention that this figure proves by itself
  bool scaled = false;                       // a scale word stood with it ("8.540 millones")
  bool currency_sign = false;                // $, COP, US$ … stood with it
  std::string rest;                          // what stood beside the figure: "12 (doce) jornadas" → "(doce) jornadas"
};

struct NumberContext {
  DecimalMark mark = DecimalMark::unknown;  // what column, table or document were found to use
  model::Unit unit = model::Unit::count;    // when the text itself does not say
  int scale = 0;                            // power of ten of "cifras en millones" (6), applied to money only
};

// What a number-like piece of prose is, before it may be taken for an amount.
enum class TokenKind : std::uint8_t {
  amount,
  percent,
  count,
  year,
  date,
  code,
  nit,
  radicado,
  law,
  article,
  phone,
  ordinal,
  other
};

struct NumberToken {
  TokenKind kind = TokenKind::other;
  std::size_t begin = 0;  // byte offsets into the text, of figure, sign and scale word
  std::size_t end = 0;
  std::string text;
  NumberReading reading;  // for amount, percent, count
};

}  // namespace cotejo::normalise
