#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/normalise/numbers/number.h"

namespace cotejo::normalise {

struct Skeleton;

// Reads the whole of a cell's text as one figure (DOMAIN: Numbers). A figure with words after it ("4 informes") is a
// number with `rest`; a text that does not begin with a figure is text. Never guesses: what is open is `ambiguous`
// unless the context's mark closes it. A percent sign closes it too ("97,526%"), and so does a currency sign
// ("$40.000": no money is printed to the thousandth of a peso) where neither text nor context scales it. Dates, codes,
// NIT, radicados, hours, ordinals and the numbers of lists ("1. Elaborar …") are text. More than six decimals are
// rounded to six.
[[nodiscard]] NumberReading read_number(std::string_view text, const NumberContext& context = {});

// read_number(text, context), from `plain`, which is read_number(text): most figures need not be read again.
[[nodiscard]] NumberReading in_context(const NumberReading& plain, std::string_view text, const NumberContext& context);

// What is left of a reading of this text once the decimal sign is known: one of the two that an ambiguous one has.
[[nodiscard]] NumberReading closed_by(DecimalMark mark, const NumberReading& reading, std::string_view text);

// What stands beside a figure (NumberReading::rest) is the mark of a note, "(a)", "(1)", "a/", "*", "²", or nothing.
[[nodiscard]] bool is_note_mark(std::string_view rest);

// What a spreadsheet prints where it cannot show or make a figure: "#######", "#¡REF!", "#DIV/0!",
// "8,91E+09".
[[nodiscard]] bool is_spreadsheet_error(std::string_view text);

// The convention that these texts prove together; unknown when they prove none, or contradict each other evenly.
[[nodiscard]] DecimalMark deduce_mark(const std::vector<std::string>& texts);

// "Cifras en millones de pesos" → 6, "(en miles)" → 3, "miles de millones" → 9, "Cifras en pesos" → 0; nothing when the
// text says no scale.
[[nodiscard]] std::optional<int> scale_of(std::string_view text);

// Every number-like piece of running text, left to right, with what it is.
[[nodiscard]] std::vector<NumberToken> find_numbers(std::string_view text, const NumberContext& context = {});
// The same where the text's skeleton is known already.
[[nodiscard]] std::vector<NumberToken> find_numbers(std::string_view text, const Skeleton& skeleton,
                                                    const NumberContext& context);

}  // namespace cotejo::normalise
