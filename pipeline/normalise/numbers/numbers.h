#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/amount.h"

namespace cotejo::normalise {

struct Skeleton;

// Which sign is the decimal one in a column, table or document.
enum class DecimalMark : std::uint8_t { unknown, comma, point };

// What a piece of text that should be a figure turned out to be.
enum class NumberKind : std::uint8_t {
  number,         // amount is set
  ambiguous,      // "84,120": two readings, as_decimal and as_groups; amount is not set
  blank,          // nothing printed: unknown, not zero
  dash,           // a lone "-" or "$ -": printed for zero; amount is 0
  not_available,  // N/A, ND, S/D, "no aplica", "sin dato": unknown with a reason
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

// Reads the whole of a cell's text as one figure (DOMAIN: Numbers). A figure with words after it ("4 informes") is a
// number with `rest`; a text that does not begin with a figure is text. Never guesses: what is open is `ambiguous`
// unless the context's mark closes it. A percent sign closes it too ("97,526%"), and so does a currency sign
// ("$40.000": no money is printed to the thousandth of a peso) where neither text nor context scales it. Dates, codes,
// NIT, radicados, hours, ordinals and the numbers of lists ("1. Elaborar …") are text. More than six decimals are
// rounded to six.
[[nodiscard]] NumberReading read_number(std::string_view text, const NumberContext& context = {});

// read_number(text, context), from `plain`, which is read_number(text): most figures need not be read again.
[[nodiscard]] NumberReading in_context(const NumberReading& plain, std::string_view text, const NumberContext& context);

// The convention that these texts prove together; unknown when they prove none, or contradict each other evenly.
[[nodiscard]] DecimalMark deduce_mark(const std::vector<std::string>& texts);

// "Cifras en millones de pesos" → 6, "(en miles)" → 3, "miles de millones" → 9, "Cifras en pesos" → 0; nothing when the
// text says no scale.
[[nodiscard]] std::optional<int> scale_of(std::string_view text);

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

// Every number-like piece of running text, left to right, with what it is.
[[nodiscard]] std::vector<NumberToken> find_numbers(std::string_view text, const NumberContext& context = {});
// The same where the text's skeleton is known already.
[[nodiscard]] std::vector<NumberToken> find_numbers(std::string_view text, const Skeleton& skeleton,
                                                    const NumberContext& context);

}  // namespace cotejo::normalise
